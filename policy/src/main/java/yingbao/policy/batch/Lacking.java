package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import yingbao.policy.batch.Inputs.Input;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;

/** What the bits of what is missing stand for, and whose it is. */
final class Lacking {
    private final List<OfBit> inOrder = new ArrayList<>();
    /** Of each programme, by number, the bits that may stand for a fact of another member. */
    private final List<BitSet> ofOthers = new ArrayList<>();

    /** What a bit stands for. */
    record OfBit(int bit, Missing.Kind kind, String name) {}

    /**
     * The bits of a plan.
     *
     * @param names the full name by bit
     */
    Lacking(Plan plan, List<String> names) {
        List<Input> inputs = plan.inputs().all();
        for (int bit = 0; bit < inputs.size(); bit++) {
            inOrder.add(new OfBit(bit, kind(inputs.get(bit)), names.get(bit)));
        }
        inOrder.sort(Comparator.comparing(OfBit::kind).thenComparing(OfBit::name));
        plan.programmes().forEach(programme -> {
            BitSet slots = OfOthers.in(plan, programme);
            BitSet bits = new BitSet();
            for (int bit = 0; bit < inputs.size(); bit++) {
                if (inputs.get(bit) instanceof Input.FactOf(Holder holder, int slot)) {
                    bits.set(bit, holder == Holder.PERSON && slots.get(slot));
                }
            }
            ofOthers.add(bits);
        });
    }

    private static Missing.Kind kind(Input input) {
        return switch (input) {
            case Input.FactOf _ -> Missing.Kind.FACT;
            case Input.Members _ -> Missing.Kind.MEMBERS;
            case Input.ParameterAt _ -> Missing.Kind.PARAMETER;
        };
    }

    /** All of them, as {@link Missing} orders what they stand for. */
    List<OfBit> inOrder() {
        return inOrder;
    }

    boolean isOfOthers(int programme, int bit) {
        return ofOthers.get(programme).get(bit);
    }
}
