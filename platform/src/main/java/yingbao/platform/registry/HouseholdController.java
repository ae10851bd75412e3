package yingbao.platform.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.ValueException;

/** Households, their files and what is stated about them. */
@RestController
@RequestMapping("/api")
class HouseholdController {
    private final Households households;
    private final HouseholdViews views;
    private final HouseholdRecords records;
    private final Registration registration;
    private final Register register;
    private final FactCodec codec;
    private final HouseholdExport export;
    private final Today today;

    HouseholdController(
            Households households,
            HouseholdViews views,
            HouseholdRecords records,
            Registration registration,
            Register register,
            FactCodec codec,
            HouseholdExport export,
            Today today) {
        this.households = households;
        this.views = views;
        this.records = records;
        this.registration = registration;
        this.register = register;
        this.codec = codec;
        this.export = export;
        this.today = today;
    }

    record HouseholdTyped(
            @NotNull LocalDate on,
            @NotNull @Size(min = 1, max = 60) String source,
            @NotNull @Size(min = 1, max = 60) String number,
            @NotNull @Size(max = 200) Map<String, String> facts,
            @NotNull @Size(min = 1, max = 50) List<Map<String, String>> members) {}

    record HouseholdCreated(HouseholdId id) {}

    /**
     * Facts as people write them; an empty text withdraws one.
     *
     * @param to the last day; empty for an open end
     */
    record FactStatement(
            @NotNull Holder holder,
            @NotNull UUID holderId,
            @NotNull LocalDate from,
            Optional<LocalDate> to,
            @NotNull @Size(max = 100) Map<String, String> facts,
            @NotNull @Size(min = 1, max = 60) String source,
            @NotNull @Size(max = 500) String evidence,
            Optional<UUID> documentId) {}

    record RevealWanted(
            @NotNull UUID holderId,
            @NotNull @Size(min = 1, max = 60) String fact,
            Optional<LocalDate> on) {}

    record RevealedFact(String value) {}

    @GetMapping("/households")
    @Requires(Right.REGISTRY_READ)
    Page<Households.HouseholdLine> list(
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return households.find(q, area, Math.max(0, offset), size);
    }

    /** The list as a workbook. */
    @GetMapping("/households/export")
    @Requires(Right.REGISTRY_READ)
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "") @Size(max = 12) String area) {
        return export.workbook(q, area);
    }

    @GetMapping("/persons")
    @Requires(Right.REGISTRY_READ)
    List<Register.PersonLine> persons(@RequestParam @Size(max = 60) String q) {
        return households.persons(q);
    }

    @PostMapping("/households")
    @Requires(Right.REGISTRY_WRITE)
    HouseholdCreated register(@Valid @RequestBody HouseholdTyped given) {
        return new HouseholdCreated(registration.register(
                new Registration.NewHousehold(given.number(), given.facts(), given.members()),
                given.on(),
                given.source()));
    }

    @GetMapping("/households/{id}")
    @Requires(Right.REGISTRY_READ)
    HouseholdViews.HouseholdView open(@PathVariable HouseholdId id, @RequestParam Optional<LocalDate> on) {
        return views.open(id, on.orElse(today.date()));
    }

    @GetMapping("/households/{id}/timeline")
    @Requires(Right.REGISTRY_READ)
    List<HouseholdRecords.RecordView> timeline(@PathVariable HouseholdId id) {
        return records.timeline(id);
    }

    @PostMapping("/households/{id}/reveal")
    @Requires(Right.PERSON_OPEN)
    RevealedFact reveal(@PathVariable HouseholdId id, @Valid @RequestBody RevealWanted wanted) {
        LocalDate on = wanted.on().orElse(today.date());
        return new RevealedFact(views.reveal(id, wanted.holderId(), wanted.fact(), on));
    }

    @GetMapping("/facts")
    @Requires(Right.REGISTRY_READ)
    HouseholdViews.FactCatalogue facts() {
        return views.catalogue();
    }

    @PostMapping("/statements")
    @Requires(Right.REGISTRY_WRITE)
    StatementId state(@Valid @RequestBody FactStatement given) {
        DateRange valid = new DateRange(given.from(), given.to().orElse(LocalDate.MAX));
        NewStatement statement = new NewStatement(
                given.holder(),
                given.holderId(),
                valid,
                values(codec, given.holder(), given.facts()),
                given.source(),
                given.evidence(),
                given.documentId(),
                NewStatement.Cause.FORM,
                Optional.empty());
        return register.state(statement);
    }

    /** What people wrote, read as the cells of a register are. */
    static Map<String, Optional<Value>> values(FactCodec codec, Holder holder, Map<String, String> typed) {
        Map<String, Optional<Value>> values = new TreeMap<>();
        typed.forEach((name, text) -> {
            Fact fact = codec.find(holder, name)
                    .orElseThrow(() -> Refusal.at("/facts/" + name, "registry.fact-unknown", name));
            try {
                values.put(name, Cells.parse(fact, text));
            } catch (ValueException refusal) {
                throw Refusal.at(
                        "/facts/" + name, refusal.code(), refusal.args().toArray());
            }
        });
        return values;
    }
}
