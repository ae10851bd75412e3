package yingbao.policy.batch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.decide.Engine;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
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

    /** Decides every programme in force for everybody of a population. */
    public Outcomes decide(Population population) {
        Run run = new Run(population);
        int chunks = (population.households() + Chunk.HOUSEHOLDS_MAX - 1) / Chunk.HOUSEHOLDS_MAX;
        long apart = IntStream.range(0, chunks)
                .parallel()
                .mapToLong(run::decideChunk)
                .sum();
        return run.outcomes(apart);
    }

    /** One population on its way through the steps. */
    private final class Run {
        private final Population population;
        private final Map<AreaCode, ParameterValues> parametersNow = new HashMap<>();
        private final Map<AreaCode, ParameterValues> parametersLastYear = new HashMap<>();
        private final long[][] parameters;
        private final long[][] parametersMissing;
        private final Apart apart;
        private final List<OfProgramme> all = new ArrayList<>();
        private final Map<Integer, OfProgramme> aloneOfGroups = new ConcurrentHashMap<>();
        private final ThreadLocal<Chunk> chunks = ThreadLocal.withInitial(
                () -> new Chunk(plan.vectors(), plan.inputs().words(), plan.on().toEpochDay()));

        Run(Population population) {
            this.population = population;
            this.apart = new Apart(engine, plan, population);
            int uses = plan.parameters().size();
            this.parameters = new long[uses][population.areas().size()];
            this.parametersMissing =
                    new long[uses * plan.inputs().words()][population.areas().size()];
            for (int area = 0; area < population.areas().size(); area++) {
                fillParameters(population.areas().get(area), area);
            }
            for (Programme programme : plan.programmes()) {
                all.add(ofProgramme(programme));
            }
            plan.steps().forEach(step -> {
                if (step instanceof Step.Settle settle) {
                    aloneOfGroups.put(
                            settle.decided().number(),
                            ofProgramme(settle.decided().programme()));
                }
            });
        }

        private OfProgramme ofProgramme(Programme programme) {
            int rows = programme.holder() == Holder.HOUSEHOLD ? population.households() : population.persons();
            return new OfProgramme(programme, rows, plan.inputs().words());
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

        /** Decides one chunk and returns how many of its households were decided apart. */
        long decideChunk(int number) {
            int first = number * Chunk.HOUSEHOLDS_MAX;
            int households = Math.min(Chunk.HOUSEHOLDS_MAX, population.households() - first);
            int firstPerson = population.firstPerson(first);
            Chunk chunk = chunks.get();
            chunk.reset(households, population.firstPerson(first + households) - firstPerson);
            chunk.parameter = parameters;
            chunk.parameterMissing = parametersMissing;
            for (int row = 0; row < households; row++) {
                chunk.area[row] = population.areaOf(first + row);
                chunk.start[row] = population.firstPerson(first + row) - firstPerson;
                chunk.odd[row] = population.isOdd(first + row);
                int end = population.firstPerson(first + row + 1) - firstPerson;
                Arrays.fill(chunk.owner, chunk.start[row], end, row);
            }
            chunk.start[households] = chunk.persons;
            for (int step = 0; step < plan.steps().size(); step++) {
                take(step, chunk, first, firstPerson);
            }
            return decideApart(chunk, first);
        }

        private void take(int step, Chunk chunk, int first, int firstPerson) {
            switch (plan.steps().get(step)) {
                case Step.Load load -> load(load, chunk, load.holder() == Holder.HOUSEHOLD ? first : firstPerson);
                case Step.Derive derive -> compute(step, derive.into(), chunk);
                case Step.Compute compute -> compute(step, compute.into(), chunk);
                case Step.Decide(Step.Decided decided) -> {
                    int from = decided.programme().holder() == Holder.HOUSEHOLD ? first : firstPerson;
                    OfProgramme into = all.get(decided.number());
                    new Verdicts(chunk).decide(decided, into, from);
                    OfProgramme alone = aloneOfGroups.get(decided.number());
                    if (alone != null) {
                        alone.copy(into, from, chunk.rows(decided.programme().holder()));
                    }
                }
                case Step.Settle settle -> {
                    int from = settle.decided().programme().holder() == Holder.HOUSEHOLD ? first : firstPerson;
                    List<OfProgramme> alone = new ArrayList<>(all);
                    aloneOfGroups.forEach(alone::set);
                    new Verdicts(chunk).settle(settle, all, alone, from);
                }
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

        private long decideApart(Chunk chunk, int first) {
            long households = 0;
            for (int row = 0; row < chunk.households; row++) {
                if (chunk.odd[row]) {
                    apart.decide(first + row, all);
                    households++;
                }
            }
            return households;
        }

        Outcomes outcomes(long decidedApart) {
            Map<String, OfProgramme> byId = new HashMap<>();
            for (int number = 0; number < all.size(); number++) {
                byId.put(plan.programmes().get(number).id(), all.get(number));
            }
            return new Outcomes(plan.programmes(), byId, Apart.names(plan), decidedApart);
        }
    }
}
