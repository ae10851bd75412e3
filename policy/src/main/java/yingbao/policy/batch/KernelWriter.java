package yingbao.policy.batch;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import yingbao.policy.batch.Operand.Place;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;

/**
 * Writes the code of one expression for one row. Logic is Kleene's, as with the evaluator that walks the tree: an answer
 * that is open carries the bits of everything that would settle it.
 */
final class KernelWriter {
    private final Code code;
    private final ChunkArrays arrays;
    private final Names names;
    private final String programme;
    private final Straight straight;
    private final int words;
    private final int row;
    private final int household;
    private final List<Integer> members = new ArrayList<>();

    /**
     * Begins.
     *
     * @param row the local variable, an int, that holds the row
     * @param household the one that holds the household's
     */
    KernelWriter(Code code, ChunkArrays arrays, Names names, String programme, int row, int household) {
        this.code = code;
        this.arrays = arrays;
        this.names = names;
        this.programme = programme;
        this.straight = new Straight(code);
        this.words = arrays.words();
        this.row = row;
        this.household = household;
    }

    Operand write(Expr expr) {
        return switch (expr) {
            case Expr.Constant(Value value, int _) -> known(constant(value));
            case Expr.FactRef fact -> arrays.read(names.fact(holder(fact.subject()), fact.slot()), row(fact.subject()));
            case Expr.LetRef let -> arrays.read(names.let(programme, let.slot()), row);
            case Expr.ParameterRef parameter ->
                arrays.readParameter(names.parameter(parameter.slot(), parameter.moment()));
            case Expr.AsOf _ -> known(arrays.asOf());
            case Expr.Receives receives ->
                names.received(receives.programme())
                        .map(vector -> arrays.read(
                                vector, vector.level() == Holder.HOUSEHOLD ? household : row(receives.subject())))
                        .orElseGet(() -> known(Operand.ZERO));
            case Expr.Not not -> negated(write(not.operand()));
            case Expr.All all when isStraight(all) -> straight.all(write(all.operands()));
            case Expr.Any any when isStraight(any) -> straight.any(write(any.operands()));
            case Expr.Choice choice
            when isStraight(choice) ->
                straight.choice(write(choice.condition()), write(choice.then()), write(choice.otherwise()));
            case Expr.All all -> logic(all.operands(), false);
            case Expr.Any any -> logic(any.operands(), true);
            case Expr.Choice choice -> choice(choice);
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.Among among -> among(among);
            case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expr.Call call -> new CallWriter(code, names, this).write(call);
            case Expr.Fold fold -> fold(fold);
        };
    }

    private boolean isStraight(Expr expr) {
        return Straight.isPossible(expr, names, programme);
    }

    private List<Operand> write(List<Expr> all) {
        return all.stream().map(this::write).toList();
    }

    private static Holder holder(Expr.Subject subject) {
        return switch (subject) {
            case Expr.Subject.TheHousehold _ -> Holder.HOUSEHOLD;
            case Expr.Subject.ThePerson _, Expr.Subject.TheMember _ -> Holder.PERSON;
        };
    }

    private int row(Expr.Subject subject) {
        return switch (subject) {
            case Expr.Subject.TheHousehold _ -> household;
            case Expr.Subject.ThePerson _ -> row;
            case Expr.Subject.TheMember member -> members.get(member.depth());
        };
    }

    Operand known(Place number) {
        return new Operand(number, Operand.ONE, Collections.nCopies(words, Operand.ZERO));
    }

    private Place constant(Value value) {
        return new Place.Constant(
                switch (value) {
                    case Value.Whole(long whole) -> whole;
                    case Value.Flag(boolean flag) -> flag ? 1 : 0;
                    case Value.Text(String text) -> names.code(text);
                    case Value.Fraction _, Value.Unknown _, Value.Failure _ ->
                        throw new IllegalStateException("no literal: " + value);
                });
    }

    private Operand negated(Operand operand) {
        return new Operand(code.not(operand.number()), Operand.ONE, operand.missing());
    }

    private Operand logic(List<Expr> operands, boolean settling) {
        Place.Local result = code.local(settling ? 0 : 1);
        OpenWords open = new OpenWords(code, words);
        Label settled = code.label();
        Label end = code.label();
        for (Expr expr : operands) {
            Operand operand = write(expr);
            Label next = code.label();
            Label unknown = code.label();
            code.ifMissing(operand.missing(), unknown);
            if (settling) {
                code.ifZero(operand.number(), next);
                code.jump(settled);
            } else {
                code.ifZero(operand.number(), settled);
                code.jump(next);
            }
            code.bind(unknown);
            open.add(operand.missing());
            code.bind(next);
        }
        code.jump(end);
        settle(settled, settling ? Operand.ONE : Operand.ZERO, result, open);
        code.bind(end);
        return new Operand(result, Operand.ONE, open.places());
    }

    /** Where one answer settles all: whatever was open before it no longer matters. */
    private void settle(Label settled, Place answer, Place.Local result, OpenWords open) {
        code.bind(settled);
        code.set(result, answer);
        open.clear();
    }

    private Operand choice(Expr.Choice choice) {
        Operand condition = write(choice.condition());
        Place.Local number = code.local(0);
        long over = Denominators.of(choice, names, programme);
        Place denominator = over == Vector.EACH_ITS_OWN ? code.local(1) : new Place.Constant(over);
        OpenWords missing = new OpenWords(code, words);
        Label unknown = code.label();
        Label otherwise = code.label();
        Label end = code.label();
        code.ifMissing(condition.missing(), unknown);
        code.ifZero(condition.number(), otherwise);
        take(write(choice.then()), number, denominator, missing);
        code.jump(end);
        code.bind(otherwise);
        take(write(choice.otherwise()), number, denominator, missing);
        code.jump(end);
        code.bind(unknown);
        missing.set(condition.missing());
        code.bind(end);
        return new Operand(number, denominator, missing.places());
    }

    private void take(Operand from, Place.Local number, Place denominator, OpenWords missing) {
        code.set(number, from.number());
        if (denominator instanceof Place.Local local) {
            code.set(local, from.denominator());
        }
        missing.set(from.missing());
    }

    private Operand comparison(Expr.Comparison comparison) {
        Operand left = write(comparison.left());
        Operand right = write(comparison.right());
        Place result = switch (comparison.relation()) {
            case EQUAL -> code.not(straight.differ(left, right));
            case NOT_EQUAL -> straight.differ(left, right);
            case LESS -> straight.isLess(left, right);
            case AT_MOST -> code.not(straight.isLess(right, left));
            case GREATER -> straight.isLess(right, left);
            case AT_LEAST -> code.not(straight.isLess(left, right));
        };
        return new Operand(result, Operand.ONE, code.or(left.missing(), right.missing()));
    }

    private Operand among(Expr.Among among) {
        Operand operand = write(among.operand());
        Place none = Operand.ONE;
        for (String text : among.codes()) {
            none = code.and(none, code.call("differ", operand.number(), new Place.Constant(names.code(text))));
        }
        return new Operand(code.not(none), Operand.ONE, operand.missing());
    }

    private Operand arithmetic(Expr.Arithmetic arithmetic) {
        Operand left = write(arithmetic.left());
        Operand right = write(arithmetic.right());
        List<Place> missing = code.or(left.missing(), right.missing());
        return switch (arithmetic.operation()) {
            case PLUS -> sum("addExact", left, right, missing);
            case MINUS -> sum("subtractExact", left, right, missing);
            case TIMES ->
                new Operand(
                        code.exactly("multiplyExact", left.number(), right.number()),
                        over(left.denominator(), right.denominator()),
                        missing);
        };
    }

    private Operand sum(String operation, Operand left, Operand right, List<Place> missing) {
        if (left.denominator().equals(right.denominator())) {
            return new Operand(code.exactly(operation, left.number(), right.number()), left.denominator(), missing);
        }
        Place scaledLeft = code.exactly("multiplyExact", left.number(), right.denominator());
        Place scaledRight = code.exactly("multiplyExact", right.number(), left.denominator());
        return new Operand(
                code.exactly(operation, scaledLeft, scaledRight),
                over(left.denominator(), right.denominator()),
                missing);
    }

    /** The product of two denominators. */
    Place over(Place left, Place right) {
        if (left instanceof Place.Constant(long one) && right instanceof Place.Constant(long other)) {
            return new Place.Constant(Math.multiplyExact(one, other));
        }
        return code.exactly("multiplyExact", left, right);
    }

    private Operand fold(Expr.Fold fold) {
        CodeBuilder out = code.out();
        Place.Local result = code.local(fold.folding() == Expr.Folding.EVERY ? 1 : 0);
        OpenWords open = new OpenWords(code, words);
        int member = out.allocateLocal(TypeKind.INT);
        int end = out.allocateLocal(TypeKind.INT);
        Label loop = code.label();
        Label next = code.label();
        Label settled = code.label();
        Label done = code.label();
        arrays.pushStart(household, 0);
        out.istore(member);
        arrays.pushStart(household, 1);
        out.istore(end);
        Label some = code.label();
        out.iload(member).iload(end).if_icmplt(some);
        open.set(arrays.noMembers());
        code.jump(done);
        code.bind(some);
        code.bind(loop);
        out.iload(member).iload(end).if_icmpge(done);
        members.add(member);
        Operand body = write(fold.body());
        members.removeLast();
        Label unknown = code.label();
        code.ifMissing(body.missing(), unknown);
        switch (fold.folding()) {
            case EVERY -> code.ifZero(body.number(), settled);
            case SOME -> {
                code.ifZero(body.number(), next);
                code.jump(settled);
            }
            case COUNT, SUM -> code.set(result, code.exactly("addExact", result, body.number()));
        }
        code.jump(next);
        code.bind(unknown);
        open.add(body.missing());
        code.bind(next);
        out.iinc(member, 1);
        code.jump(loop);
        switch (fold.folding()) {
            case EVERY -> settle(settled, Operand.ZERO, result, open);
            case SOME -> settle(settled, Operand.ONE, result, open);
            case COUNT, SUM -> {}
        }
        code.bind(done);
        Place denominator = fold.folding() == Expr.Folding.SUM ? body.denominator() : Operand.ONE;
        return new Operand(result, denominator, open.places());
    }
}
