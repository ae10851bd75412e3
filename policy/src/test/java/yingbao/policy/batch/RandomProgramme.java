package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import yingbao.policy.batch.MadeUp.Derived;
import yingbao.policy.expr.Compilation;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.RandomExpression;
import yingbao.policy.expr.RandomExpression.Kind;
import yingbao.policy.expr.RandomExpression.Names;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.Programme.Let;
import yingbao.policy.pack.Programme.Wordings;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Rounding;

/** Draws one programme of a {@link RandomPack}: some lets, some clauses, an amount. */
final class RandomProgramme {
    private static final List<Kind> KINDS_OF_LETS =
            List.of(Kind.FLAG, Kind.COUNT, Kind.FACTOR, Kind.MONEY, Kind.MONEY, Kind.CODE, Kind.DATE);

    private final RandomGenerator random;
    private final String id;
    private final Holder holder;
    private final List<Let> lets = new ArrayList<>();
    private Names names;

    RandomProgramme(RandomGenerator random, String id, Holder holder, Names names) {
        this.random = random;
        this.id = id;
        this.holder = holder;
        this.names = names;
    }

    Programme draw() {
        if (id.equals("h0") && random.nextBoolean()) {
            lets.add(let("wide", MadeUp.compiled(anyOfManyFlags(), context())));
            names = names.with(Kind.FLAG, "wide");
        }
        for (int number = random.nextInt(3); number > 0; number--) {
            addLet(oneOf(KINDS_OF_LETS));
        }
        List<Clause> clauses = new ArrayList<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            clauses.add(clause(clauses.size()));
        }
        String amount = source(Kind.MONEY);
        Expr expr = compiled(random.nextInt(30) == 0 ? amount : "greatest(0, " + amount + ")");
        DateRange range = id.startsWith("gone") ? DateRange.until(PackParts.ON.minusDays(1)) : DateRange.ALWAYS;
        return PackParts.programme(id, holder, range, lets, clauses, expr, rounding());
    }

    private static String anyOfManyFlags() {
        return MadeUp.MANY_FLAGS.stream().map(name -> "household." + name).collect(Collectors.joining(" || "));
    }

    /** A programme that asks for nothing but a fact. */
    static Programme naming(Derived derived) {
        Context context = Context.of(Context.Owner.of(derived.holder()));
        return PackParts.programme(
                "naming",
                derived.holder(),
                DateRange.ALWAYS,
                List.of(let("named", MadeUp.compiled(derived.fullName(), context))),
                List.of(),
                new Expr.Constant(new Value.Whole(0), 0),
                PackParts.TO_FEN);
    }

    private Rounding rounding() {
        return new Rounding(oneOf(List.of(Rounding.Mode.values())), oneOf(List.of(Rounding.Unit.values())));
    }

    private Context context() {
        return new Context(
                Context.Owner.of(holder), lets.stream().map(Let::symbol).toList());
    }

    private String source(Kind kind) {
        return RandomExpression.of(kind, random, holder == Holder.PERSON, names);
    }

    private Expr compiled(String source) {
        return MadeUp.compiled(source, context()).expr();
    }

    private static Let let(String name, Compilation.Accepted accepted) {
        return new Let(Symbol.of(name, accepted.type(), accepted.unit(), name), accepted.expr());
    }

    /** A literal alone has no unit, and so no place among numbers that have one. */
    private void addLet(Kind kind) {
        Symbol alike = new Derived(holder, "l" + lets.size(), kind, true).symbol();
        Let let;
        do {
            let = let(alike.name(), MadeUp.compiled(source(kind), context()));
        } while (!let.symbol().unit().equals(alike.unit()));
        lets.add(let);
        names = names.with(kind, alike.name());
    }

    private Clause clause(int number) {
        String name = "c" + number;
        return switch (random.nextInt(8)) {
            case 0 -> test(name, "!household.receives('" + oneOf(names.householdProgrammes()) + "')");
            case 1 -> anyOf(name, List.of(test("a", source(Kind.FLAG)), test("b", source(Kind.FLAG))));
            case 2 ->
                anyOf(
                        name,
                        List.of(
                                test("a", source(Kind.FLAG)),
                                anyOf("b", List.of(test("c", source(Kind.FLAG)), test("d", source(Kind.FLAG))))));
            default -> test(name, source(Kind.FLAG));
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Clause test(String name, String source) {
        return new Clause.Test(name, name, compiled(source), new Wordings(List.of()), List.of(), PackParts.place(id));
    }

    private Clause anyOf(String name, List<Clause> parts) {
        return new Clause.AnyOf(name, name, parts, new Wordings(List.of()), List.of(), PackParts.place(id));
    }

    static void collect(Clause clause, List<Expr> into) {
        switch (clause) {
            case Clause.Test test -> into.add(test.when());
            case Clause.AnyOf anyOf -> anyOf.parts().forEach(part -> collect(part, into));
        }
    }
}
