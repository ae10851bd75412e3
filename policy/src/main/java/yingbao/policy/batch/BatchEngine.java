package yingbao.policy.batch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import yingbao.policy.decide.Engine;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;

/**
 * Decides a population by the pack of a day; may be asked by several threads at once. It is compiled for what is missing
 * in this population, so that nothing is asked for that everybody gave.
 */
public final class BatchEngine {
    private final Plan plan;
    private final Population population;
    private final AreaParameters parameters;
    private final ParameterColumns columns;
    private final Kernels kernels;
    private final Engine engine;

    private BatchEngine(Plan plan, Kernels kernels, Population population, AreaParameters parameters) {
        this.plan = plan;
        this.population = population;
        this.parameters = parameters;
        this.columns = ParameterColumns.of(plan, parameters);
        this.kernels = kernels;
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
            KernelCompiler.check(Planner.plan(pack, on, Gaps.ANYWHERE));
            return Optional.empty();
        } catch (Uncompilable refused) {
            return Optional.of(refused.fault());
        }
    }

    /** Compiles what a pack that the reader accepted says on a day of a population. */
    public static BatchEngine compile(Pack pack, LocalDate on, Population population) {
        return compile(pack, on, population, AreaParameters.of(pack, on, population.areas()));
    }

    private static BatchEngine compile(Pack pack, LocalDate on, Population population, AreaParameters parameters) {
        Planner.Planned planned = Planner.plan(pack, on, Gaps.in(population, parameters));
        return new BatchEngine(planned.plan(), KernelCompiler.compile(planned), population, parameters);
    }

    /**
     * Decides the same population by other values of the parameters. Nothing is compiled again, unless a value is missing
     * now that every area had.
     *
     * @param other a pack that {@link Pack#with} made of this engine's, or of what it was made of
     * @throws IllegalArgumentException where it differs in more than values
     */
    public BatchEngine with(Pack other) {
        if (!other.programmesOn(plan.on()).equals(plan.programmes())
                || !other.catalogue().equals(plan.pack().catalogue())) {
            throw new IllegalArgumentException("other rules than " + plan.pack().version());
        }
        AreaParameters others = parameters.with(other);
        boolean opens = plan.parameters().stream()
                .filter(use -> use.bit().isEmpty())
                .map(use -> new Inputs.Input.ParameterAt(use.slot(), use.moment()))
                .anyMatch(parameter -> !Gaps.isSetEverywhere(parameter, others));
        return opens
                ? compile(other, plan.on(), population, others)
                : new BatchEngine(plan.with(other), kernels, population, others);
    }

    /** Decides every programme in force for everybody, and keeps every decision. */
    public Outcomes decide() {
        return decide(new Outcomes.Gathering(plan, population), Watch.NOBODY)
                .orElseThrow(() -> new IllegalStateException("nobody stops it"));
    }

    /**
     * Decides every programme in force for everybody.
     *
     * @param sink takes the decisions
     * @return what the sink made of them; nothing where the watch stopped it
     */
    public <R> Optional<R> decide(Sink<R> sink, Watch watch) {
        return decide(population.everybody(), sink, watch);
    }

    /**
     * Decides every programme in force for some households that follow each other.
     *
     * @param sink takes the decisions
     * @return what the sink made of them; nothing where the watch stopped it
     */
    public <R> Optional<R> decide(Span span, Sink<R> sink, Watch watch) {
        return decide(span, everywhere(population), sink, watch);
    }

    /** The numbers of all areas of a population. */
    static BitSet everywhere(Population population) {
        BitSet all = new BitSet();
        all.set(0, population.areas().size());
        return all;
    }

    /**
     * The numbers of the areas in which another engine of the same rules has other values; everywhere else it decides the
     * same.
     */
    BitSet differs(BatchEngine other) {
        boolean[] places = new boolean[parameters.divisions()];
        for (int place = 0; place < places.length; place++) {
            for (Plan.ParameterUse use : plan.parameters()) {
                Value here = parameters.at(use.moment()).get(place).value(use.slot());
                Value there = other.parameters.at(use.moment()).get(place).value(use.slot());
                places[place] |= !here.equals(there);
            }
        }
        BitSet areas = new BitSet();
        for (int area = 0; area < population.areas().size(); area++) {
            areas.set(area, places[parameters.place(area)]);
        }
        return areas;
    }

    /**
     * The same for some areas alone.
     *
     * @param wanted their numbers; chunks in which nobody lives in such a one are passed over
     */
    <R> Optional<R> decide(Span span, BitSet wanted, Sink<R> sink, Watch watch) {
        Run run = new Run(span, wanted, sink, watch);
        // Every thread takes the next chunk that nobody has begun, so that they come nearly in order.
        IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
                .parallel()
                .forEach(_ -> run.decideChunks());
        return run.stopped.get() ? Optional.empty() : Optional.of(sink.result(run.decidedApart.sum()));
    }

    Plan plan() {
        return plan;
    }

    Population population() {
        return population;
    }

    /** The population on its way through the steps. */
    private final class Run {
        private final Span span;
        private final BitSet wanted;
        private final Sink<?> sink;
        private final Watch watch;
        private final Apart apart;
        private final int end;
        private final AtomicInteger next;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicLong householdsDecided = new AtomicLong();
        private final LongAdder decidedApart = new LongAdder();
        private final ThreadLocal<DecidedChunk> chunks = ThreadLocal.withInitial(() -> new DecidedChunk(plan));

        Run(Span span, BitSet wanted, Sink<?> sink, Watch watch) {
            this.span = span;
            this.wanted = wanted;
            this.sink = sink;
            this.watch = watch;
            this.apart = new Apart(engine, plan, population);
            this.next = new AtomicInteger(span.from() / Chunk.HOUSEHOLDS_MAX);
            this.end = (span.to() + Chunk.HOUSEHOLDS_MAX - 1) / Chunk.HOUSEHOLDS_MAX;
        }

        /** Decides chunks until none is left, or none is wanted any more. */
        void decideChunks() {
            boolean orderly = false;
            try {
                int number = next.getAndIncrement();
                while (number < end && !stopped.get() && !watch.isStopped()) {
                    decideChunk(number);
                    number = next.getAndIncrement();
                }
                orderly = number >= end;
            } finally {
                if (!orderly) {
                    stopped.set(true);
                    sink.abandon();
                }
            }
        }

        private void decideChunk(int number) {
            // Chunks end where those of everybody do, so that none lies in two blocks of a snapshot.
            int first = Math.max(span.from(), number * Chunk.HOUSEHOLDS_MAX);
            int households = Math.min((number + 1) * Chunk.HOUSEHOLDS_MAX, span.to()) - first;
            int firstPerson = population.firstPerson(first);
            DecidedChunk decided = chunks.get();
            Chunk chunk = decided.chunk();
            chunk.reset(households, population.firstPerson(first + households) - firstPerson);
            chunk.parameter = columns.value();
            chunk.parameterMissing = columns.missing();
            population.copyHouseholds(first, chunk);
            if (isWanted(chunk)) {
                decide(first, firstPerson, decided);
            }
            watch.at(householdsDecided.addAndGet(households), span.households());
        }

        private boolean isWanted(Chunk chunk) {
            for (int row = 0; row < chunk.households; row++) {
                if (wanted.get(chunk.area[row])) {
                    return true;
                }
            }
            return false;
        }

        private void decide(int first, int firstPerson, DecidedChunk decided) {
            decided.chunk().divide(parameters);
            decided.reset(first, firstPerson);
            for (int step = 0; step < plan.steps().size(); step++) {
                take(step, decided);
            }
            decideApart(decided);
            sink.take(decided);
        }

        private void take(int step, DecidedChunk decided) {
            Chunk chunk = decided.chunk();
            switch (plan.steps().get(step)) {
                case Step.Load load -> load(load, chunk, decided.first(load.holder()));
                case Step.Count count -> new Tally(chunk, plan.inputs()).count(count);
                case Step.Derive derive -> compute(step, derive.into(), chunk);
                case Step.Compute compute -> compute(step, compute.into(), chunk);
                case Step.Decide(Step.Decided programme) ->
                    new Verdicts(chunk).settleAlone(programme, decided.of(programme.number()));
                case Step.Deferred deferred -> {
                    if (chunk.drawn > 0) {
                        takeDeferred(step, deferred, decided);
                    }
                }
                case Step.Draw(Step.Decided programme) -> {
                    if (chunk.drawn > 0) {
                        computeDrawn(step, programme.amount(), chunk);
                        new Verdicts(chunk).draw(programme, decided.of(programme.number()));
                    }
                    decided.keepAlone(programme.number());
                }
                case Step.Settle settle -> new Verdicts(chunk).settle(settle, decided.all(), decided.rivals());
            }
        }

        private void takeDeferred(int step, Step.Deferred deferred, DecidedChunk decided) {
            Chunk chunk = decided.chunk();
            switch (deferred.fill()) {
                case Step.Load load -> load(load, chunk, decided.first(load.holder()));
                case Step.Count count -> new Tally(chunk, plan.inputs()).count(count);
                case Step.Derive _, Step.Compute _ -> {
                    Vector into = deferred.fill().into();
                    if (deferred.rowByRow()) {
                        computeDrawn(step, into, chunk);
                    } else {
                        compute(step, into, chunk);
                    }
                }
            }
        }

        private void load(Step.Load load, Chunk chunk, int from) {
            int rows = chunk.rows(load.holder());
            Vector into = load.into();
            Column column = population
                    .column(load.holder(), load.slot())
                    .orElseThrow(() -> new IllegalStateException("nothing is known of it anywhere: " + load));
            column.copyValues(from, rows, chunk.value[into.index()]);
            for (int word = 0; word < chunk.words; word++) {
                if (chunk.isOpen(into, word)) {
                    column.copyMissing(from, rows, into.openIn(word), chunk.missing[into.index() * chunk.words + word]);
                }
            }
        }

        /** Works out what amounts are made of for those who meet every clause; nobody asks for any other. */
        private void computeDrawn(int step, Vector into, Chunk chunk) {
            int number = 0;
            while (number < chunk.drawn) {
                int from = chunk.drawnRow(number);
                int to = from;
                while (number < chunk.drawn && chunk.drawnRow(number) == to) {
                    number++;
                    to++;
                }
                compute(step, into, chunk, from, to);
            }
        }

        private void compute(int step, Vector into, Chunk chunk) {
            compute(step, into, chunk, 0, chunk.rows(into.level()));
        }

        private void compute(int step, Vector into, Chunk chunk, int from, int to) {
            try {
                run(step, into.level(), chunk, from, to);
            } catch (ArithmeticException | DateTimeException inexact) {
                for (int row = from; row < to; row++) {
                    computeRow(step, into, chunk, row);
                }
            }
        }

        private void run(int step, Holder level, Chunk chunk, int from, int to) {
            int row = from;
            while (row < to) {
                int end = chunk.takeDivision(level, row, to);
                kernels.run(step, chunk, row, end);
                row = end;
            }
        }

        private void computeRow(int step, Vector into, Chunk chunk, int row) {
            try {
                run(step, into.level(), chunk, row, row + 1);
            } catch (ArithmeticException | DateTimeException inexact) {
                chunk.odd[chunk.household(into.level(), row)] = true;
                chunk.value[into.index()][row] = 0;
                if (into.hasDenominators()) {
                    chunk.denominator[into.index()][row] = 1;
                }
                for (int word = 0; word < chunk.words; word++) {
                    if (chunk.isOpen(into, word)) {
                        chunk.missing[into.index() * chunk.words + word][row] = 0;
                    }
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
