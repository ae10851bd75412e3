package yingbao.policy.batch;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import yingbao.policy.batch.Operand.Place;

/**
 * Bytecode for numbers of 64 bits in local variables. Between two calls the operand stack is empty, because the virtual
 * machine replaces a running loop by compiled code only where it is.
 */
final class Code {
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc ARITHMETIC = ClassDesc.of(Arithmetic.class.getName());
    private static final ClassDesc LONG = ConstantDescs.CD_long;

    private final CodeBuilder out;

    Code(CodeBuilder out) {
        this.out = out;
    }

    CodeBuilder out() {
        return out;
    }

    Label label() {
        return out.newLabel();
    }

    void bind(Label label) {
        out.labelBinding(label);
    }

    void jump(Label to) {
        out.goto_(to);
    }

    Place.Local local() {
        return new Place.Local(out.allocateLocal(TypeKind.LONG));
    }

    Place.Local local(long initial) {
        Place.Local place = local();
        set(place, new Place.Constant(initial));
        return place;
    }

    /** One local variable for each word, all zero. */
    List<Place.Local> words(int words) {
        List<Place.Local> locals = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            locals.add(local(0));
        }
        return locals;
    }

    void push(Place place) {
        switch (place) {
            case Place.Constant(long value) -> out.loadConstant(value);
            case Place.Local(int slot) -> out.lload(slot);
        }
    }

    void set(Place.Local to, Place from) {
        if (!to.equals(from)) {
            push(from);
            out.lstore(to.slot());
        }
    }

    /** Stores what is on top of the stack. */
    Place.Local stored() {
        Place.Local place = local();
        out.lstore(place.slot());
        return place;
    }

    Place or(Place left, Place right) {
        if (left.is(0)) {
            return right;
        }
        if (right.is(0) || left.equals(right)) {
            return left;
        }
        push(left);
        push(right);
        out.lor();
        return stored();
    }

    /** Both of two flags. */
    Place and(Place left, Place right) {
        if (left.is(0) || right.is(0)) {
            return Operand.ZERO;
        }
        if (left.is(1)) {
            return right;
        }
        if (right.is(1) || left.equals(right)) {
            return left;
        }
        push(left);
        push(right);
        out.land();
        return stored();
    }

    /** The other flag. */
    Place not(Place flag) {
        if (flag instanceof Place.Constant(long value)) {
            return new Place.Constant(1 - value);
        }
        push(flag);
        out.lconst_1();
        out.lxor();
        return stored();
    }

    /** A number where a flag is one, zero elsewhere. */
    Place where(Place flag, Place number) {
        if (flag.is(0) || number.is(0)) {
            return Operand.ZERO;
        }
        if (flag.is(1)) {
            return number;
        }
        push(flag);
        out.lneg();
        push(number);
        out.land();
        return stored();
    }

    /** One number where a flag is one, another elsewhere. */
    Place chosen(Place flag, Place then, Place otherwise) {
        return then.equals(otherwise) ? then : or(where(flag, then), where(not(flag), otherwise));
    }

    List<Place> chosen(Place flag, List<Place> then, List<Place> otherwise) {
        List<Place> all = new ArrayList<>();
        for (int word = 0; word < then.size(); word++) {
            all.add(chosen(flag, then.get(word), otherwise.get(word)));
        }
        return all;
    }

    List<Place> or(List<? extends Place> left, List<? extends Place> right) {
        List<Place> both = new ArrayList<>();
        for (int word = 0; word < left.size(); word++) {
            both.add(or(left.get(word), right.get(word)));
        }
        return both;
    }

    /** Jumps where a number is zero. */
    void ifZero(Place place, Label to) {
        push(place);
        out.lconst_0();
        out.lcmp();
        out.ifeq(to);
    }

    /** Jumps where anything is missing. */
    void ifMissing(List<Place> missing, Label to) {
        List<Place> possible = missing.stream().filter(place -> !place.is(0)).toList();
        if (possible.isEmpty()) {
            return;
        }
        push(possible.getFirst());
        for (Place further : possible.subList(1, possible.size())) {
            push(further);
            out.lor();
        }
        out.lconst_0();
        out.lcmp();
        out.ifne(to);
    }

    /** The exact sum, difference or product; the running code throws where it does not fit. */
    Place exactly(String operation, Place left, Place right) {
        if (operation.equals("multiplyExact") && (left.is(1) || right.is(1))) {
            return left.is(1) ? right : left;
        }
        push(left);
        push(right);
        out.invokestatic(MATH, operation, MethodTypeDesc.of(LONG, LONG, LONG));
        return stored();
    }

    /** The result of one of the functions of {@link Arithmetic}. */
    Place call(String function, Place... arguments) {
        List<ClassDesc> types = new ArrayList<>();
        for (Place argument : arguments) {
            push(argument);
            types.add(LONG);
        }
        out.invokestatic(ARITHMETIC, function, MethodTypeDesc.of(LONG, types));
        return stored();
    }
}
