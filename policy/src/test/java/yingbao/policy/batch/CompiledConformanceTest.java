package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.ConformanceCases;
import yingbao.policy.expr.Derivations;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme.Let;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Ratio;

/** CEL's published conformance cases mean in their compiled form what CEL says; where it says error, nothing comes out. */
class CompiledConformanceTest {
    private static final String CASE = "case";
    private static final List<ConformanceCases.Case> CASES = new ArrayList<>();

    @BeforeAll
    static void readCases() {
        CASES.addAll(ConformanceCases.inside());
    }

    @Test
    void meansWhatCelMeans() {
        agreesWithCel(written -> new Question(written, false));
    }

    @Test
    void meansTheSameWhereEveryLiteralStandsInAColumn() {
        agreesWithCel(written -> new Question(written, true));
    }

    private static void agreesWithCel(Function<ConformanceCases.Case, Question> asked) {
        SoftAssertions agreement = new SoftAssertions();
        int compiled = 0;
        int errors = 0;
        for (ConformanceCases.Case written : CASES) {
            Value ours = asked.apply(written).value();
            agreement
                    .assertThat(ConformanceCases.comparable(ours))
                    .as("%s", written)
                    .isEqualTo(written.expected());
            compiled++;
            errors += ours instanceof Value.Failure ? 1 : 0;
        }
        agreement.assertAll();
        assertThat(compiled)
                .as("cases in their compiled form; none is left out, for their texts stand for codes")
                .isGreaterThanOrEqualTo(ConformanceCases.INSIDE);
        assertThat(errors).as("cases that are errors").isGreaterThan(5);
    }

    /** A case as a programme whose last let is the question. */
    private static final class Question {
        private final List<Symbol> columns = new ArrayList<>();
        private final List<Optional<Value>> contents = new ArrayList<>();
        private final List<Let> lets = new ArrayList<>();
        private final Value expected;

        Question(ConformanceCases.Case written, boolean inColumns) {
            expected = written.expected();
            for (int let = 0; let < written.lets().size(); let++) {
                Expr worth = written.lets().get(let);
                lets.add(new Let(written.variables().get(let), inColumns ? hoisted(worth) : worth));
            }
            Expr asked = inColumns ? hoisted(written.expr()) : written.expr();
            lets.add(new Let(Symbol.of("asked", Type.WHOLE, Unit.NONE, "asked"), asked));
        }

        private Expr hoisted(Expr expr) {
            return switch (expr) {
                case Expr.Constant(Value value, int at) -> {
                    columns.add(column(value));
                    contents.add(Optional.of(value));
                    int slot = columns.size() - 1;
                    yield new Expr.FactRef(new Expr.Subject.TheHousehold(), columns.get(slot), slot, at);
                }
                case Expr.Not(Expr operand, int at) -> new Expr.Not(hoisted(operand), at);
                case Expr.All(List<Expr> operands, int at) -> new Expr.All(hoisted(operands), at);
                case Expr.Any(List<Expr> operands, int at) -> new Expr.Any(hoisted(operands), at);
                case Expr.Choice choice ->
                    new Expr.Choice(
                            hoisted(choice.condition()),
                            hoisted(choice.then()),
                            hoisted(choice.otherwise()),
                            choice.at());
                case Expr.Comparison(Expr.Relation relation, Expr left, Expr right, int at) ->
                    new Expr.Comparison(relation, hoisted(left), hoisted(right), at);
                case Expr.Among(Expr operand, List<String> codes, int at) ->
                    new Expr.Among(hoisted(operand), codes, at);
                case Expr.Arithmetic(Expr.Operation operation, Expr left, Expr right, int at) ->
                    new Expr.Arithmetic(operation, hoisted(left), hoisted(right), at);
                case Expr.Call call -> new Expr.Call(call.function(), hoisted(call.arguments()), call.at());
                case Expr.LetRef let -> let;
                case Expr.FactRef _, Expr.ParameterRef _, Expr.AsOf _, Expr.Receives _, Expr.Fold _ ->
                    throw new IllegalStateException("not CEL alone: " + expr);
            };
        }

        private List<Expr> hoisted(List<Expr> operands) {
            return operands.stream().map(this::hoisted).toList();
        }

        private Symbol column(Value value) {
            String name = "c" + columns.size();
            return switch (value) {
                case Value.Whole _ -> Symbol.of(name, Type.WHOLE, Unit.NONE, name);
                case Value.Flag _ -> Symbol.of(name, Type.FLAG, Unit.NONE, name);
                case Value.Text(String text) -> new Symbol(name, Type.TEXT, Unit.NONE, name, "", Map.of(text, text));
                case Value.Fraction _, Value.Unknown _, Value.Failure _ ->
                    throw new IllegalStateException("no literal: " + value);
            };
        }

        private Pack pack() {
            Vocabulary vocabulary = new Vocabulary(columns, List.of(), List.of(), Map.of(CASE, Holder.HOUSEHOLD));
            List<Fact> facts = columns.stream()
                    .map(symbol -> new Fact(
                            Holder.HOUSEHOLD,
                            symbol,
                            switch (symbol.type()) {
                                case WHOLE -> Fact.Kind.COUNT;
                                case FLAG -> Fact.Kind.FLAG;
                                case TEXT -> Fact.Kind.CODE;
                            },
                            "",
                            "",
                            Fact.Sensitivity.PLAIN,
                            true,
                            false,
                            PackParts.place(CASE)))
                    .toList();
            return PackParts.pack(
                    vocabulary,
                    new Catalogue(facts, List.of(), Map.of(), Derivations.NONE, List.of()),
                    List.of(),
                    List.of(PackParts.programme(
                            CASE,
                            Holder.HOUSEHOLD,
                            DateRange.ALWAYS,
                            lets,
                            List.of(),
                            new Expr.Constant(new Value.Whole(0), 0),
                            PackParts.TO_FEN)),
                    List.of());
        }

        /** What the kernels leave in the vector of the question for the one household there is. */
        Value value() {
            Pack pack = pack();
            Facts facts = Facts.ofSlots("H", Holder.HOUSEHOLD, pack.vocabulary(), contents);
            Population population =
                    Population.of(pack, List.of(new Household(MadeUp.AREAS.getFirst(), facts, List.of())));
            Planner.Planned planned = Planner.plan(pack, PackParts.ON, Gaps.ANYWHERE);
            Plan plan = planned.plan();
            Kernels kernels = KernelCompiler.compile(planned);
            Chunk chunk = new Chunk(plan.vectors(), plan.inputs().words(), PackParts.ON.toEpochDay());
            chunk.reset(1, 0);
            try {
                for (int step = 0; step < plan.steps().size(); step++) {
                    if (plan.steps().get(step) instanceof Step.Load load) {
                        Column column =
                                population.column(load.holder(), load.slot()).orElseThrow();
                        column.copyValues(0, 1, chunk.value[load.into().index()]);
                    } else {
                        kernels.run(step, chunk, 0, 1);
                    }
                }
            } catch (ArithmeticException | DateTimeException apart) {
                return new Value.Failure("apart", String.valueOf(apart.getMessage()));
            }
            return read(plan, chunk, planned.names().let(CASE, lets.size() - 1));
        }

        private Value read(Plan plan, Chunk chunk, Vector vector) {
            assertThat(chunk.isKnown(vector, 0)).as("nothing is missing").isTrue();
            long number = chunk.value[vector.index()][0];
            return switch (expected) {
                case Value.Flag _ -> Value.Flag.of(number != 0);
                case Value.Text _ -> new Value.Text(plan.dictionary().text(number));
                case Value.Whole _, Value.Fraction _, Value.Unknown _, Value.Failure _ ->
                    vector.denominator() == 1
                            ? new Value.Whole(number)
                            : new Value.Fraction(Ratio.of(number, vector.denominator()));
            };
        }
    }
}
