package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.areas.Divisions;
import yingbao.platform.flow.Obstacle;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.Money;

/**
 * Tells what was given once, or for a year, by other cases, so that nobody is given the same again unawares; what is given
 * every year is not given twice in one.
 */
@Component
class GivenBefore {
    private final GivenQueries queries;
    private final TransactionTemplate apart;
    private final Caller platform;

    GivenBefore(GivenQueries queries, PlatformTransactionManager transactions, Divisions divisions) {
        this.queries = queries;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.platform = Caller.platform(divisions.root());
    }

    /** What a household and its members were given, as far as the caller may see it, the latest first. */
    List<GivenQueries.Given> to(HouseholdId household, Collection<PersonId> members) {
        return queries.to(household, members);
    }

    /** Of what was given, that by one programme to the household or one person; nothing of what is paid by the month. */
    static List<GivenView> by(Programme version, Optional<PersonId> person, List<GivenQueries.Given> given) {
        return version.pay() == Programme.Pay.MONTHLY
                ? List.of()
                : given.stream()
                        .filter(one -> one.programme().equals(version.id())
                                && one.person().equals(person))
                        .map(one -> new GivenView(one.caseId(), one.number(), one.month(), one.amountFen()))
                        .toList();
    }

    /** The one of what was given that leaves nothing to give in the year of a month. */
    static Optional<GivenView> inYear(Programme version, YearMonth month, List<GivenView> given) {
        return given.stream()
                .filter(one ->
                        version.pay() == Programme.Pay.YEARLY && one.month().getYear() == month.getYear())
                .findFirst();
    }

    /** What other cases than this one gave by its programme, as far as the caller may see it. */
    List<GivenView> beside(CaseRow row, Programme version) {
        return others(row, version, to(row.household(), row.person().stream().toList()));
    }

    private static List<GivenView> others(CaseRow row, Programme version, List<GivenQueries.Given> given) {
        return by(version, row.person(), given).stream()
                .filter(one -> !one.caseId().equals(row.id()))
                .toList();
    }

    /**
     * Why a case cannot be granted on a day, because the year's has been given, by whichever county: whoever has moved does
     * not get it again where they live now.
     */
    Optional<Obstacle> hindrance(CaseRow row, Programme version, LocalDate on) {
        if (version.pay() != Programme.Pay.YEARLY) {
            return Optional.empty();
        }
        List<GivenQueries.Given> everywhere = Objects.requireNonNull(Callers.as(
                platform,
                () -> apart.execute(
                        _ -> queries.to(row.household(), row.person().stream().toList()))));
        return inYear(version, row.subject().firstMonth(version, on), others(row, version, everywhere))
                .map(given -> new Obstacle(
                        "",
                        "cases.given-this-year",
                        List.of(
                                version.title(),
                                Integer.toString(given.month().getYear()),
                                given.number(),
                                given.month().toString(),
                                Money.ofFen(given.amountFen()).toString())));
    }
}
