package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Vocabulary;

/** Numbers for the codes of a pack, so that texts compare as numbers. The same code has the same number in every list. */
final class Dictionary {
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    /** All codes that facts and parameters of a vocabulary may have. */
    Dictionary(Vocabulary vocabulary) {
        for (Holder holder : Holder.values()) {
            vocabulary.facts(holder).forEach(this::add);
        }
        vocabulary.parameters().forEach(this::add);
    }

    private void add(Symbol symbol) {
        symbol.codes().keySet().forEach(this::number);
    }

    /** The number of a code that an expression names; a new one where no list has it. */
    long number(String code) {
        return numbers.computeIfAbsent(code, added -> {
            codes.add(added);
            return (long) codes.size() - 1;
        });
    }

    /** The number of a code that data hold; empty where no list has it. */
    OptionalLong find(String code) {
        Long number = numbers.get(code);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    String code(long number) {
        return codes.get(Math.toIntExact(number));
    }
}
