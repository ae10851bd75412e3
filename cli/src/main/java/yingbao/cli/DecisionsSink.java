package yingbao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import yingbao.policy.batch.DecidedChunk;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Sink;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.Engine;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.Programme.Wordings;
import yingbao.policy.value.Money;

/**
 * Writes what is decided of a population in columns to a file, in the population's order. A household is walked through
 * only for what columns do not tell: the values that a reason shows, and whose fact is missing where it may be several
 * members'.
 */
final class DecisionsSink implements Sink<Long> {
    /** So many chunks, of some megabytes each, may wait for one that takes longer. */
    private static final int WAITING_MAX = 8;

    private final Population population;
    private final Engine engine;
    private final DecisionText text;
    private final DecisionsFile file;
    /** What is said of a clause that is not met, where no value is shown in it. */
    private final Map<Clause, Optional<String>> said = new HashMap<>();

    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private int next;
    private boolean abandoned;

    /** Lines of some households, which nobody may write yet. */
    private record Waiting(DecisionsFile.Lines lines, int households) {}

    DecisionsSink(Pack pack, LocalDate day, Population population, DecisionsFile file) {
        this.population = population;
        this.engine = new Engine(pack, day);
        this.text = new DecisionText(pack);
        this.file = file;
        for (Programme programme : engine.programmes()) {
            programme.clauses().forEach(clause -> said.put(clause, fixed(clause.refuse())));
        }
    }

    /** The text of a wording without values. */
    private static Optional<String> fixed(Wordings wordings) {
        StringBuilder words = new StringBuilder();
        for (Wordings.Part part : wordings.parts()) {
            switch (part) {
                case Wordings.Part.Words(String own) -> words.append(own);
                case Wordings.Part.Shown _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(words.toString());
    }

    @Override
    public void take(DecidedChunk chunk) {
        DecisionsFile.Lines lines = new DecisionsFile.Lines();
        int households = chunk.rows(Holder.HOUSEHOLD);
        for (int row = 0; row < households; row++) {
            new OfHousehold(chunk, row, lines).add();
        }
        try {
            write(chunk.first(Holder.HOUSEHOLD), new Waiting(lines, households));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Writes lines after those of all households before. */
    private synchronized void write(int first, Waiting lines) throws IOException {
        while (first != next && waiting.size() >= WAITING_MAX && !abandoned) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }
        if (abandoned) {
            return;
        }
        waiting.put(first, lines);
        for (Waiting ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
            file.append(ready.lines());
            next += ready.households();
        }
        notifyAll();
    }

    @Override
    public synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    @Override
    public Long result(long decidedApart) {
        return file.written();
    }

    /** One household on its way into the file. */
    private final class OfHousehold {
        private final DecidedChunk chunk;
        private final int row;
        private final DecisionsFile.Lines lines;
        private final String id;
        private final List<String> persons = new ArrayList<>();
        private Optional<Assessment> assessment = Optional.empty();

        OfHousehold(DecidedChunk chunk, int row, DecisionsFile.Lines lines) {
            this.chunk = chunk;
            this.row = row;
            this.lines = lines;
            this.id = population.householdId(chunk.first(Holder.HOUSEHOLD) + row);
            int first = chunk.first(Holder.PERSON);
            for (int person = chunk.firstPersonOf(row); person < chunk.firstPersonOf(row + 1); person++) {
                persons.add(population.personId(first + person));
            }
        }

        /** Walking through a household begins with gathering all its facts. */
        private Assessment assessment() {
            Assessment made = assessment.orElseGet(
                    () -> engine.assess(population.household(chunk.first(Holder.HOUSEHOLD) + row)));
            assessment = Optional.of(made);
            return made;
        }

        void add() {
            for (int number = 0; number < chunk.programmes().size(); number++) {
                switch (chunk.of(number).holder()) {
                    case HOUSEHOLD -> add(number, row, Entitlements.HOUSEHOLD_ITSELF);
                    case PERSON -> {
                        for (int person = 0; person < persons.size(); person++) {
                            add(number, chunk.firstPersonOf(row) + person, person);
                        }
                    }
                }
            }
        }

        private void add(int number, int at, int person) {
            Programme programme = chunk.programmes().get(number);
            OfProgramme of = chunk.of(number);
            String unit = person == Entitlements.HOUSEHOLD_ITSELF ? id : persons.get(person);
            boolean givesWay = of.isRefusedBy(programme.clauses().size(), at);
            if (chunk.isApart(row) || givesWay) {
                walk(programme, person);
                return;
            }
            switch (of.outcome(at)) {
                case ELIGIBLE -> lines.eligible(programme.id(), unit, Money.ofFen(of.amountFen(at)));
                case NOT_ELIGIBLE -> lines.notEligible(programme.id(), unit, reasons(programme, of, at, person));
                case UNDETERMINED -> {
                    Optional<List<String>> missing = chunk.missing(number, at);
                    if (missing.isEmpty()) {
                        walk(programme, person);
                    } else {
                        // Of a household's programme a person's fact is certain only where there is one person.
                        String whose = persons.size() == 1 ? persons.getFirst() : unit;
                        lines.undetermined(programme.id(), unit, "", text.missing(missing.get(), id, whose));
                    }
                }
            }
        }

        private void walk(Programme programme, int person) {
            Assessment walked = assessment();
            text.add(walked.decide(programme, person), walked, person, lines);
        }

        private String reasons(Programme programme, OfProgramme of, int at, int person) {
            StringJoiner reasons = DecisionText.several();
            for (int place = 0; place < programme.clauses().size(); place++) {
                if (of.isRefusedBy(place, at)) {
                    Clause clause = programme.clauses().get(place);
                    String told = said.getOrDefault(clause, Optional.empty())
                            .orElseGet(() -> assessment().say(clause.refuse(), programme, person));
                    reasons.add(DecisionText.reason(clause, told));
                }
            }
            return reasons.toString();
        }
    }
}
