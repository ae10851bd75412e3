package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.ValueException;

/**
 * Numbers for texts, so that they compare as numbers: for a code its place in the dictionary, for a citizen id its first
 * seventeen digits, of which the last character follows. The same text has the same number wherever it stands.
 */
final class Dictionary {
    private static final int DIGITS_OF_CITIZEN_ID = 17;

    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    /** All codes that facts and parameters of a vocabulary may have. */
    Dictionary(Vocabulary vocabulary) {
        for (Holder holder : Holder.values()) {
            vocabulary.facts(holder).forEach(this::add);
        }
        vocabulary.parameters().forEach(this::add);
    }

    /** The codes that facts may have, in the order of their numbers. */
    static List<String> ofFacts(Vocabulary vocabulary) {
        return Stream.of(Holder.values())
                .flatMap(holder -> vocabulary.facts(holder).stream())
                .flatMap(fact -> fact.codes().keySet().stream())
                .distinct()
                .toList();
    }

    private void add(Symbol symbol) {
        symbol.codes().keySet().forEach(this::number);
    }

    /** The number of a text that an expression names; a new one where no list has it. */
    long number(String text) {
        return find(text).orElseGet(() -> {
            numbers.put(text, (long) codes.size());
            codes.add(text);
            return codes.size() - 1L;
        });
    }

    /** The number of a text that data hold; empty where no list has it and it is no citizen id in its stored form. */
    OptionalLong find(String text) {
        Long number = numbers.get(text);
        return number == null ? ofCitizenId(text) : OptionalLong.of(number);
    }

    private static OptionalLong ofCitizenId(String text) {
        if (text.length() != DIGITS_OF_CITIZEN_ID + 1) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(new CitizenId(text).value().substring(0, DIGITS_OF_CITIZEN_ID)));
        } catch (ValueException invalid) {
            return OptionalLong.empty();
        }
    }

    /** The text that has a number; those of citizen ids are larger, for each has a day and a month in it. */
    String text(long number) {
        return number < codes.size()
                ? codes.get((int) number)
                : CitizenId.completing("%017d".formatted(number)).value();
    }
}
