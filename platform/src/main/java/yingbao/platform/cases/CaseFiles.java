package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;

/**
 * The files that cases rest on: of the household to which whom a case is about belongs on the day, wherever it lives now.
 * Whoever may see a case may see what it rests on, also after the household has moved out of their area.
 */
@Component
class CaseFiles {
    private final Register register;
    private final TransactionTemplate apart;
    private final Caller platform;

    CaseFiles(Register register, PlatformTransactionManager transactions, Divisions divisions) {
        this.register = register;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.platform = Caller.platform(divisions.root());
    }

    /**
     * The file of a case on a day.
     *
     * @throws Refusal {@code cases.household-unknown}
     */
    HouseholdFile of(CaseRow row, LocalDate on) {
        HouseholdId home = row.person()
                .flatMap(person -> Optional.ofNullable(
                        register.householdsOf(List.of(person), on).get(person)))
                .orElse(row.household());
        return Optional.ofNullable(find(List.of(home), on).get(home))
                .orElseThrow(() -> Refusal.notFound("cases.household-unknown"));
    }

    /** The files of many entitlements on a day. */
    Map<EntitlementId, HouseholdFile> of(Collection<DecisionQueries.EntitlementRow> rows, LocalDate on) {
        Map<PersonId, HouseholdId> homes = register.householdsOf(
                rows.stream().flatMap(row -> row.person().stream()).toList(), on);
        Map<EntitlementId, HouseholdId> wanted = rows.stream()
                .collect(Collectors.toMap(
                        DecisionQueries.EntitlementRow::id,
                        row -> row.person()
                                .flatMap(person -> Optional.ofNullable(homes.get(person)))
                                .orElse(row.household())));
        Map<HouseholdId, HouseholdFile> files = find(wanted.values(), on);
        Map<EntitlementId, HouseholdFile> found = new HashMap<>();
        wanted.forEach(
                (id, household) -> Optional.ofNullable(files.get(household)).ifPresent(file -> found.put(id, file)));
        return found;
    }

    private Map<HouseholdId, HouseholdFile> find(Collection<HouseholdId> wanted, LocalDate on) {
        Map<HouseholdId, HouseholdFile> files = new HashMap<>(byId(register.find(wanted, on)));
        List<HouseholdId> elsewhere =
                wanted.stream().filter(id -> !files.containsKey(id)).distinct().toList();
        if (!elsewhere.isEmpty()) {
            files.putAll(Callers.as(
                    platform, () -> byId(Objects.requireNonNull(apart.execute(_ -> register.find(elsewhere, on))))));
        }
        return files;
    }

    private static Map<HouseholdId, HouseholdFile> byId(List<HouseholdFile> files) {
        return files.stream().collect(Collectors.toMap(HouseholdFile::id, Function.identity()));
    }
}
