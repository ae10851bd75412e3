package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import yingbao.platform.programmes.Assessments;
import yingbao.platform.programmes.ExplanationView;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/**
 * Works out what a programme grants month by month, with the facts it rests on frozen, and works it out again from what
 * was frozen. The amount of a month is what the rules say on its day with the facts as known now.
 */
@Component
class Workings {
    private final Packs packs;
    private final Assessments assessments;
    private final Register register;
    private final JsonMapper json;

    Workings(Packs packs, Assessments assessments, Register register, JsonMapper json) {
        this.packs = packs;
        this.assessments = assessments;
        this.register = register;
        this.json = json;
    }

    /** What the rules say of one month. */
    sealed interface Due {
        record Amount(Money money) implements Due {}

        record Nothing() implements Due {}

        /** It cannot be said from what is known. */
        record Open() implements Due {}
    }

    /**
     * Something worked out.
     *
     * @param months what each month is due
     * @param asOf the day that the trace explains, that of the last month
     * @param basis the frozen facts
     * @param trace the explanation as JSON
     * @param explanation the same as it is read
     */
    record Worked(
            SortedMap<YearMonth, Due> months,
            LocalDate asOf,
            String basis,
            String trace,
            ExplanationView explanation) {}

    /** What the rules say of one month by a file. */
    Due due(Pack pack, Subject subject, YearMonth month, HouseholdFile file) {
        LocalDate day = subject.day(month);
        Engine engine = packs.engine(pack, day);
        Optional<Programme> version = engine.programmes().stream()
                .filter(candidate -> candidate.id().equals(subject.programme()))
                .findFirst();
        OptionalInt holder = version.isEmpty() ? OptionalInt.empty() : holder(version.get(), subject.person(), file);
        if (version.isEmpty() || holder.isEmpty() || !subject.canBeDrawnIn(file.area())) {
            return new Due.Nothing();
        }
        return switch (engine.assess(file.household()).decide(version.get(), holder.getAsInt())) {
            case Decision.Eligible eligible -> new Due.Amount(eligible.amount());
            case Decision.NotEligible _ -> new Due.Nothing();
            case Decision.Undetermined _ -> new Due.Open();
        };
    }

    static OptionalInt holder(Programme version, Optional<PersonId> person, HouseholdFile file) {
        if (version.holder() == Holder.HOUSEHOLD) {
            return OptionalInt.of(Entitlements.HOUSEHOLD_ITSELF);
        }
        int index = person.map(file.memberIds()::indexOf).orElse(-1);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Works out some months one after another. Where a month cannot be settled from what was known of its day, what is
     * known on the last day holds for it too: what an inquiry establishes is not unknown for the months it is about.
     *
     * @param files the household's file on a day
     */
    Worked work(Pack pack, Subject subject, YearMonth first, YearMonth last, Function<LocalDate, HouseholdFile> files) {
        LocalDate asOf = subject.day(last);
        HouseholdFile present = files.apply(asOf);
        SortedMap<YearMonth, Due> months = new TreeMap<>();
        ObjectNode basis = basis(subject, first, last);
        ArrayNode frozen = basis.putArray("files");
        String before = "";
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            HouseholdFile file = files.apply(subject.day(month));
            Due due = due(pack, subject, month, file);
            if (due instanceof Due.Open) {
                file = present;
                due = due(pack, subject, month, present);
            }
            months.put(month, due);
            String text = register.frozen(at(file, asOf));
            if (!text.equals(before)) {
                frozen.addObject().put("from", month.toString()).set("file", json.readTree(text));
            }
            before = text;
        }
        return worked(pack, subject, months, asOf, basis, present);
    }

    /** Only explains a day, where a decision says no amount. */
    Worked explain(Pack pack, Subject subject, HouseholdFile file) {
        YearMonth month = YearMonth.from(file.on());
        ObjectNode basis = basis(subject, month, month);
        basis.putArray("files")
                .addObject()
                .put("from", month.toString())
                .set("file", json.readTree(register.frozen(file)));
        return worked(pack, subject, new TreeMap<>(), file.on(), basis, file);
    }

    private Worked worked(
            Pack pack,
            Subject subject,
            SortedMap<YearMonth, Due> months,
            LocalDate asOf,
            ObjectNode basis,
            HouseholdFile present) {
        basis.put("asOf", asOf.toString());
        ExplanationView explanation = explanation(pack, subject, present, asOf);
        return new Worked(
                months, asOf, json.writeValueAsString(basis), json.writeValueAsString(explanation), explanation);
    }

    ExplanationView explanation(Pack pack, Subject subject, HouseholdFile file, LocalDate on) {
        OptionalInt member = subject.person()
                .map(file.memberIds()::indexOf)
                .filter(index -> index >= 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        boolean gone = (subject.person().isPresent() && member.isEmpty()) || !subject.canBeDrawnIn(file.area());
        return Optional.of(file)
                .filter(_ -> !gone)
                .flatMap(known -> assessments.assess(pack, known.household(), on, subject.programme(), member))
                .map(Assessments.Assessed::view)
                .orElseGet(() -> nothing(pack, subject, on));
    }

    /** The programme is not in force, the person not of the household, or the household not of the county any more. */
    private static ExplanationView nothing(Pack pack, Subject subject, LocalDate on) {
        return new ExplanationView(
                subject.programme(),
                "",
                "",
                pack.version(),
                subject.person().map(person -> person.value().toString()).orElse(""),
                "",
                on,
                "NOT_ELIGIBLE",
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private ObjectNode basis(Subject subject, YearMonth first, YearMonth last) {
        ObjectNode basis = json.createObjectNode();
        basis.put("programme", subject.programme());
        basis.put(
                "person",
                subject.person().map(person -> person.value().toString()).orElse(""));
        basis.put("appliedOn", subject.appliedOn().toString());
        subject.county().ifPresent(county -> basis.put("county", county.digits()));
        basis.put("first", first.toString());
        basis.put("last", last.toString());
        return basis;
    }

    private static HouseholdFile at(HouseholdFile file, LocalDate day) {
        return new HouseholdFile(
                file.id(),
                file.number(),
                file.area(),
                file.address(),
                day,
                file.household(),
                file.memberIds(),
                file.sources());
    }

    /** Works out again what was frozen, by the version that was used, in some language. */
    Worked again(Pack pack, String basis, boolean withMonths) {
        JsonNode root = json.readTree(basis);
        String person = root.path("person").stringValue("");
        String county = root.path("county").stringValue("");
        Subject subject = new Subject(
                root.path("programme").stringValue(""),
                person.isEmpty() ? Optional.empty() : Optional.of(PersonId.valueOf(person)),
                LocalDate.parse(root.path("appliedOn").stringValue("")),
                county.isEmpty() ? Optional.empty() : Optional.of(new AreaCode(county)));
        TreeMap<YearMonth, HouseholdFile> files = new TreeMap<>();
        root.path("files")
                .forEach(node -> files.put(
                        YearMonth.parse(node.path("from").stringValue("")),
                        register.thawed(json.writeValueAsString(node.path("file")))));
        if (!withMonths) {
            return explain(pack, subject, files.lastEntry().getValue());
        }
        return work(
                pack,
                subject,
                YearMonth.parse(root.path("first").stringValue("")),
                YearMonth.parse(root.path("last").stringValue("")),
                day -> files.floorEntry(YearMonth.from(day)).getValue());
    }

    JsonNode tree(String trace) {
        return json.readTree(trace);
    }

    /** The last of the files that were frozen. */
    HouseholdFile present(String basis) {
        JsonNode files = json.readTree(basis).path("files");
        return register.thawed(
                json.writeValueAsString(files.path(files.size() - 1).path("file")));
    }
}
