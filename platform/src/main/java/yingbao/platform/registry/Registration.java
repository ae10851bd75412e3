package yingbao.platform.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.Intake;
import yingbao.policy.register.KeyColumn;
import yingbao.policy.register.RegisterReader;
import yingbao.policy.register.RegisteredHousehold;
import yingbao.policy.register.RowFault;
import yingbao.policy.register.Table;

/**
 * Registers a household that somebody types in. It goes the way of a file with one household, so that it meets the same
 * checks.
 */
@Service
public class Registration {
    private static final String HOUSEHOLD = "household";
    private static final String MEMBERS = "members";

    private final Landing landing;
    private final Pack pack;
    private final Texts texts;
    private final Audit audit;
    private final Today today;
    private final ApplicationEventPublisher events;

    Registration(Landing landing, Pack pack, Texts texts, Audit audit, Today today, ApplicationEventPublisher events) {
        this.landing = landing;
        this.pack = pack;
        this.texts = texts;
        this.audit = audit;
        this.today = today;
        this.events = events;
    }

    /**
     * A household as somebody types it in.
     *
     * @param number its number in the township
     * @param facts the texts of its facts by name, the area among them
     * @param members the texts of each member's facts by name
     */
    public record NewHousehold(String number, Map<String, String> facts, List<Map<String, String>> members) {}

    /** What became of households that were read before. */
    public record LandedHouseholds(Map<String, HouseholdId> byGivenId, List<RowFault> faults) {}

    /**
     * Registers a household.
     *
     * @throws Refusal {@code registry.entry} (what is wrong and where) with every fault
     */
    @Transactional
    public HouseholdId register(NewHousehold given, LocalDate on, String supplier) {
        Register.refuseDay("/on", on, today.date());
        if (!pack.catalogue().suppliers().containsKey(supplier)) {
            throw Refusal.at("/source", "registry.source-unknown");
        }
        List<RowFault> faults = new ArrayList<>();
        List<RegisteredHousehold> read = read(given, on, faults);
        UUID cause = today.newId();
        Landing.Landed landed = landing.land(read, on, supplier, cause, faults::add);
        HouseholdId id = landed.byGivenId().get(given.number());
        if (id == null || !faults.isEmpty()) {
            refuse(faults);
        }
        if (landed.householdsNew() == 0) {
            throw Refusal.at("/number", "registry.household-known");
        }
        HouseholdId registered = java.util.Objects.requireNonNull(id);
        audit.record(
                "household.register",
                HOUSEHOLD,
                registered.value(),
                read.getFirst().area(),
                Map.of("on", on.toString()));
        events.publishEvent(new FactsImported(cause, on, Set.of(registered)));
        return registered;
    }

    /**
     * Registers many households that were read and checked, as an import does, in the caller's transaction; for whatever
     * makes registers by itself.
     */
    @Transactional
    public LandedHouseholds registerAll(List<RegisteredHousehold> households, LocalDate on, String supplier) {
        List<RowFault> faults = new ArrayList<>();
        UUID cause = today.newId();
        Landing.Landed landed = landing.land(households, on, supplier, cause, faults::add);
        audit.record(
                "import.land",
                "import",
                cause,
                Callers.current().area(),
                Map.of("landed", Long.toString(landed.landed())));
        if (!landed.touched().isEmpty()) {
            events.publishEvent(new FactsImported(cause, on, landed.touched()));
        }
        return new LandedHouseholds(landed.byGivenId(), faults);
    }

    private void refuse(List<RowFault> faults) {
        StringBuilder text = new StringBuilder();
        List<Refusal.Part> parts = new ArrayList<>();
        for (RowFault fault : faults) {
            String place = fault.file().equals(HOUSEHOLD) ? "" : texts.text("registry.entry-member", fault.row() - 1);
            text.append(text.isEmpty() ? "" : "；")
                    .append(place)
                    .append(fault.column())
                    .append(fault.column().isEmpty() ? "" : "：")
                    .append(texts.text(fault.code(), fault.args().toArray()));
            parts.add(new Refusal.Part(pointer(fault), fault.code(), fault.args()));
        }
        throw Refusal.several(Refusal.Kind.INVALID, parts, "registry.entry", text);
    }

    private static String pointer(RowFault fault) {
        String holder = fault.file().equals(HOUSEHOLD) ? "/facts" : "/members/" + (fault.row() - 2);
        return fault.column().isEmpty() ? "" : holder + "/" + fault.column();
    }

    private List<RegisteredHousehold> read(NewHousehold given, LocalDate on, List<RowFault> faults) {
        Rows household = Rows.of(
                HOUSEHOLD, List.of(KeyColumn.HOUSEHOLD_ID), List.of(given.facts()), row -> List.of(given.number()));
        Rows members = Rows.of(
                MEMBERS,
                List.of(KeyColumn.HOUSEHOLD_ID, KeyColumn.PERSON_ID),
                given.members(),
                row -> List.of(given.number(), given.number() + "-" + (row + 1)));
        try {
            Intake intake = RegisterReader.read(household, members, pack, on, faults::add, _ -> {});
            return switch (intake) {
                case Intake.Taken(var register, long _, long _) -> register.households();
                case Intake.Refused _ -> List.of();
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Typed rows as a table. */
    private record Rows(String name, List<String> header, List<List<String>> rows) implements Table {
        static Rows of(
                String name,
                List<KeyColumn> keys,
                List<Map<String, String>> typed,
                java.util.function.IntFunction<List<String>> ids) {
            Set<String> facts = new TreeSet<>();
            typed.forEach(row -> facts.addAll(row.keySet()));
            List<String> header =
                    new ArrayList<>(keys.stream().map(KeyColumn::heading).toList());
            header.addAll(facts);
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < typed.size(); row++) {
                List<String> cells = new ArrayList<>(ids.apply(row));
                for (String fact : facts) {
                    cells.add(typed.get(row).getOrDefault(fact, ""));
                }
                rows.add(cells);
            }
            return new Rows(name, header, rows);
        }

        @Override
        public void forEachRow(RowConsumer consumer) {
            for (int row = 0; row < rows.size(); row++) {
                consumer.accept(row + 2L, rows.get(row));
            }
        }

        @Override
        public void close() {}
    }
}
