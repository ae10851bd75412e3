package yingbao.policy.batch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import yingbao.policy.decide.Engine;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Decides populations by the pack of a day; may be asked by several threads at once. */
public final class BatchEngine {
    private final Plan plan;
    private final Kernels kernels;
    private final Engine engine;

    private BatchEngine(Planner.Planned planned) {
        this.plan = planned.plan();
        this.kernels = KernelCompiler.compile(planned);
        this.engine = new Engine(plan.pack(), plan.on());
    }

    /**
     * What of a pack could not be compiled: of every day on which a version of a programme begins, the first expression
     * that has no compiled form.
     */
    public static List<Fault> refusals(Pack pack) {
        return pack.programmes().stream()
                .map(programme -> programme.range().from())
                .distinct()
                .sorted()
                .flatMap(on -> refusal(pack, on).stream())
                .distinct()
                .toList();
    }

    private static Optional<Fault> refusal(Pack pack, LocalDate on) {
        try {
            KernelCompiler.check(Planner.plan(pack, on));
            return Optional.empty();
        } catch (Uncompilable refused) {
            return Optional.of(refused.fault());
        }
    }

    /** Compiles what a pack that the reader accepted says on a day. */
    public static BatchEngine compile(Pack pack, LocalDate on) {
        return new BatchEngine(Planner.plan(pack, on));
    }

    /** Decides every programme in force for everybody of a population, and keeps every decision. */
    public Outcomes decide(Population population) {
        return decide(population, new Outcomes.Gathering(plan, population), Watch.NOBODY)
                .orElseThrow(() -> new IllegalStateException("nobody stops it"));
    }

    /**
     * Decides every programme in force for everybody of a population.
     *
     * @param sink takes the decisions
     * @return what the sink made of them; nothing where the watch stopped it
     */
    public <R> Optional<R> decide(Population population, Sink<R> sink, Watch watch) {
        Run run = new Run(population, sink, watch);
        int chunks = (population.households() + Chunk.HOUSEHOLDS_MAX - 1) / Chunk.HOUSEHOLDS_MAX;
        IntStream.range(0, chunks).parallel().forEach(run::decideChunk);
        return run.stopped.get() ? Optional.empty() : Optional.of(sink.result(run.decidedApart.sum()));
    }

    Plan plan() {
        return plan;
    }

    /** One population on its way through the steps. */
    private final class Run {
        private final Population population;
        private final Sink<?> sink;
        private final Watch watch;
        private final Map<AreaCode, ParameterValues> parametersNow = new HashMap<>();
        private final Map<AreaCode, ParameterValues> parametersLastYear = new HashMap<>();
        private final long[][] parameters;
        private final long[][] parametersMissing;
        private final Apart apart;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicLong householdsDecided = new AtomicLong();
        private final LongAdder decidedApart = new LongAdder();
        private final ThreadLocal<DecidedChunk> chunks = ThreadLocal.withInitial(() -> new DecidedChunk(plan));

        Run(Population population, Sink<?> sink, Watch watch) {
            this.population = population;
            this.sink = sink;
            this.watch = watch;
            this.apart = new Apart(engine, plan, population);
            int uses = plan.parameters().size();
            this.parameters = new long[uses][population.areas().size()];
            this.parametersMissing =
                    new long[uses * plan.inputs().words()][population.areas().size()];
            for (int area = 0; area < population.areas().size(); area++) {
                fillParameters(population.areas().get(area), area);
            }
        }

        private void fillParameters(AreaCode area, int row) {
            AreaCode own = plan.pack().parameterArea(area, plan.on());
            ParameterValues now =
                    parametersNow.computeIfAbsent(own, of -> plan.pack().parametersFor(of, plan.on()));
            ParameterValues lastYear = parametersLastYear.computeIfAbsent(
                    own, of -> plan.pack().parametersFor(of, plan.on().minusYears(1)));
            for (int place = 0; place < plan.parameters().size(); place++) {
                Plan.ParameterUse use = plan.parameters().get(place);
                Value value = (use.moment() == Expr.Moment.NOW ? now : lastYear).value(use.slot());
                switch (value) {
                    case Value.Whole(long whole) -> parameters[place][row] = whole;
                    case Value.Flag(boolean flag) -> parameters[place][row] = flag ? 1 : 0;
                    case Value.Text(String text) ->
                        parameters[place][row] = plan.dictionary().number(text);
                    case Value.Unknown _, Value.Failure _, Value.Fraction _ -> {
                        for (int word = 0; word < plan.inputs().words(); word++) {
                            parametersMissing[place * plan.inputs().words() + word][row] =
                                    Inputs.inWord(use.bit(), word);
                        }
                    }
                }
            }
        }

        void decideChunk(int number) {
            if (stopped.get() || watch.isStopped()) {
                stopped.set(true);
                return;
            }
            int first = number * Chunk.HOUSEHOLDS_MAX;
            int households = Math.min(Chunk.HOUSEHOLDS_MAX, population.households() - first);
            int firstPerson = population.firstPerson(first);
            DecidedChunk decided = chunks.get();
            Chunk chunk = decided.chunk();
            chunk.reset(households, population.firstPerson(first + households) - firstPerson);
            chunk.parameter = parameters;
            chunk.parameterMissing = parametersMissing;
            population.copyHouseholds(first, chunk);
            for (int row = 0; row < households; row++) {
                Arrays.fill(chunk.owner, chunk.start[row], chunk.start[row + 1], row);
            }
            decided.reset(first, firstPerson);
            for (int step = 0; step < plan.steps().size(); step++) {
                take(step, decided);
            }
            decideApart(decided);
            sink.take(decided);
            watch.at(householdsDecided.addAndGet(households), population.households());
        }

        private void take(int step, DecidedChunk decided) {
            Chunk chunk = decided.chunk();
            switch (plan.steps().get(step)) {
                case Step.Load load -> load(load, chunk, decided.first(load.holder()));
                case Step.Derive derive -> compute(step, derive.into(), chunk);
                case Step.Compute compute -> compute(step, compute.into(), chunk);
                case Step.Decide(Step.Decided programme) -> {
                    new Verdicts(chunk).decide(programme, decided.of(programme.number()));
                    decided.keepAlone(programme.number());
                }
                case Step.Settle settle -> new Verdicts(chunk).settle(settle, decided.all(), decided.rivals());
            }
        }

        private void load(Step.Load load, Chunk chunk, int from) {
            int rows = chunk.rows(load.holder());
            int vector = load.into().index();
            int words = chunk.words;
            population
                    .column(load.holder(), load.slot())
                    .ifPresentOrElse(
                            column -> {
                                column.copyValues(from, rows, chunk.value[vector]);
                                for (int word = 0; word < words; word++) {
                                    column.copyMissing(
                                            from,
                                            rows,
                                            Inputs.inWord(load.bit(), word),
                                            chunk.missing[vector * words + word]);
                                }
                            },
                            () -> {
                                for (int word = 0; word < words; word++) {
                                    Arrays.fill(
                                            chunk.missing[vector * words + word],
                                            0,
                                            rows,
                                            Inputs.inWord(load.bit(), word));
                                }
                            });
        }

        private void compute(int step, Vector into, Chunk chunk) {
            int rows = chunk.rows(into.level());
            try {
                kernels.run(step, chunk, 0, rows);
            } catch (ArithmeticException | DateTimeException inexact) {
                for (int row = 0; row < rows; row++) {
                    computeRow(step, into, chunk, row);
                }
            }
        }

        private void computeRow(int step, Vector into, Chunk chunk, int row) {
            try {
                kernels.run(step, chunk, row, row + 1);
            } catch (ArithmeticException | DateTimeException inexact) {
                chunk.odd[into.level() == Holder.HOUSEHOLD ? row : chunk.owner[row]] = true;
                chunk.value[into.index()][row] = 0;
                if (into.hasDenominators()) {
                    chunk.denominator[into.index()][row] = 1;
                }
                for (int word = 0; word < chunk.words; word++) {
                    chunk.missing[into.index() * chunk.words + word][row] = 0;
                }
            }
        }

        private void decideApart(DecidedChunk decided) {
            Chunk chunk = decided.chunk();
            for (int row = 0; row < chunk.households; row++) {
                if (chunk.odd[row]) {
                    apart.decide(row, decided);
                    decidedApart.increment();
                }
            }
        }
    }
}
