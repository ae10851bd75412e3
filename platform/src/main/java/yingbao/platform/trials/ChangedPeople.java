package yingbao.platform.trials;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;
import yingbao.platform.lists.ListExports;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.batch.ChangedRow;
import yingbao.policy.batch.Comparison.Kind;
import yingbao.policy.batch.Population;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.sheet.ListSheet;
import yingbao.sheet.ListSheet.AmountColumn;
import yingbao.sheet.ListSheet.Column;
import yingbao.sheet.ListSheet.TextColumn;

/** Whom a change concerns, by name, for those who may see the files; each list that is read is an entry in the log. */
@Service
class ChangedPeople {
    private static final int SHOWN = 100;

    private final Trials trials;
    private final Register register;
    private final ListExports exports;
    private final Audit audit;
    private final Texts texts;

    ChangedPeople(Trials trials, Register register, ListExports exports, Audit audit, Texts texts) {
        this.trials = trials;
        this.register = register;
        this.exports = exports;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * Somebody whose decision changes.
     *
     * @param name of the person, or of the first person of the household
     * @param household the file to open
     */
    record ChangedPerson(
            HouseholdId household,
            String name,
            String areaPath,
            String programmeTitle,
            Kind kind,
            long beforeFen,
            long afterFen) {
        long moreFen() {
            return afterFen - beforeFen;
        }
    }

    /** The largest changes, of a kind or of all. */
    @Transactional
    List<ChangedPerson> largest(Asked asked, Optional<Kind> kind) {
        List<ChangedPerson> people = people(asked, kind, SHOWN);
        audit.record(
                "trial.people",
                "trial",
                kind.map(Kind::name).orElse("ALL"),
                Callers.current().area(),
                Map.of("rows", Integer.toString(people.size())));
        return people;
    }

    /** All of them, as a workbook. */
    @Transactional
    ResponseEntity<byte[]> workbook(Asked asked, Optional<Kind> kind) {
        String title = texts.text("trials.export.people");
        return exports.workbook(
                "trial-people",
                title,
                Map.of("kind", kind.map(Kind::name).orElse("")),
                List.of(new ListSheet<>(title, columns(), people(asked, kind, ListExports.ROWS_MAX))));
    }

    private List<ChangedPerson> people(Asked asked, Optional<Kind> kind, int most) {
        Trials.requireRight();
        Tried tried = trials.tried(asked);
        List<ChangedRow> rows = trials.rows(asked, tried, row -> kind.isEmpty() || row.kind() == kind.get(), most);
        Population population = trials.taken().population();
        Pack pack = tried.after();
        LocalDate on = tried.month().atDay(1);
        Map<PersonId, Register.PersonLine> lines = register.lines(
                rows.stream().flatMap(row -> person(row, population).stream()).toList());
        List<ChangedPerson> people = new ArrayList<>();
        for (ChangedRow row : rows) {
            Optional<Register.PersonLine> line =
                    person(row, population).flatMap(id -> Optional.ofNullable(lines.get(id)));
            people.add(new ChangedPerson(
                    new HouseholdId(UUID.fromString(population.householdId(row.household()))),
                    line.map(Register.PersonLine::name).orElse(""),
                    line.map(Register.PersonLine::areaPath)
                            .orElse(pack.areas().path(population.areaOf(row.household()), on)),
                    title(pack, row.programme(), on),
                    row.kind(),
                    row.beforeFen(),
                    row.afterFen()));
        }
        return people;
    }

    private static Optional<PersonId> person(ChangedRow row, Population population) {
        int person = row.holder() == Holder.PERSON ? row.row() : population.firstPerson(row.household());
        boolean livesThere = person < population.firstPerson(row.household() + 1);
        return livesThere ? Optional.of(new PersonId(UUID.fromString(population.personId(person)))) : Optional.empty();
    }

    private static String title(Pack pack, String programme, LocalDate on) {
        return Stream.concat(pack.programmesOn(on).stream(), pack.programmes().stream())
                .filter(known -> known.id().equals(programme))
                .map(Programme::title)
                .findFirst()
                .orElse(programme);
    }

    private List<Column<ChangedPerson>> columns() {
        return List.of(
                new TextColumn<>(heading("name"), ListSheet.MIDDLE, ChangedPerson::name),
                new TextColumn<>(heading("area"), ListSheet.WIDE, ChangedPerson::areaPath),
                new TextColumn<>(heading("programme"), ListSheet.MIDDLE, ChangedPerson::programmeTitle),
                new TextColumn<>(
                        heading("kind"),
                        ListSheet.NARROW,
                        person -> texts.text("trials.kind." + person.kind().name())),
                new AmountColumn<>(heading("before"), ListSheet.NARROW, ChangedPerson::beforeFen),
                new AmountColumn<>(heading("after"), ListSheet.NARROW, ChangedPerson::afterFen),
                new AmountColumn<>(heading("more"), ListSheet.NARROW, ChangedPerson::moreFen));
    }

    private String heading(String column) {
        return texts.text("trials.export." + column);
    }
}
