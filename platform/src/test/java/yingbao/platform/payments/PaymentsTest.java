package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** A county with households for whom something is decided. */
abstract class PaymentsTest extends PlatformTest {
    static final String COUNTY = "229901";
    static final String MAKER = "county-finance";
    static final String CHECKER = "county-officer";
    static final YearMonth OCTOBER = YearMonth.of(2016, 10);

    private static final String VILLAGE = "229901100201";
    private static final LocalDate BEFORE = LocalDate.of(2014, 1, 1);

    @Autowired
    Payments payments;

    @Autowired
    PaymentViews views;

    @Autowired
    BankFiles bank;

    @Autowired
    BankReturns returns;

    @Autowired
    FailedPayments failed;

    @Autowired
    Ledger ledger;

    @Autowired
    Register register;

    /** Somebody for whom something is decided. */
    record Entitled(UUID entitlement, UUID caseId, UUID household, Optional<UUID> person) {}

    /** The first programme of a holder that pays by the month. */
    String programmeOf(Holder holder) {
        return programmeOf(holder, Programme.Pay.MONTHLY);
    }

    String programmeOf(Holder holder, Programme.Pay pay) {
        return pack.programmesOn(MONDAY).stream()
                .filter(programme -> programme.holder() == holder && programme.pay() == pay)
                .map(Programme::id)
                .findFirst()
                .orElseThrow();
    }

    static void owner(String sql, @Nullable Object... values) {
        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static long number(String sql, Object... values) {
        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A household of one person, its account unknown. */
    Entitled household(String name) {
        UUID household = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        owner(
                "insert into registry.household (id, area_code, number, created_at) values (?, ?, ?, now())",
                household,
                VILLAGE,
                "H" + household);
        owner(
                "insert into registry.person (id, household_id, area_code, number, created_at) values (?, ?, ?, '1', now())",
                person,
                household,
                VILLAGE);
        owner(
                "insert into registry.membership values (?, ?, ?, daterange('2014-01-01', null))",
                household,
                person,
                VILLAGE);
        as(
                "township-clerk",
                "229901100",
                () -> register.state(NewStatement.of(
                        new PersonId(person),
                        DateRange.from(BEFORE),
                        Map.of("name", Optional.of(new Value.Text(name))),
                        "police",
                        NewStatement.Cause.FORM)));
        return new Entitled(UUID.randomUUID(), UUID.randomUUID(), household, Optional.empty());
    }

    void account(Entitled entitled, String number) {
        as(
                "township-clerk",
                "229901100",
                () -> register.state(NewStatement.of(
                        new HouseholdId(entitled.household()),
                        DateRange.from(BEFORE),
                        Map.of(
                                "bank_account", Optional.of(new Value.Text(number)),
                                "bank_name", Optional.of(new Value.Text("某某农村信用社"))),
                        "household",
                        NewStatement.Cause.FORM)));
    }

    /** Somebody who draws for themselves, whose household has an account. */
    Entitled person(String name, String account) {
        Entitled home = household(name);
        account(home, account);
        UUID person = as(
                MAKER,
                COUNTY,
                () -> register.find(new HouseholdId(home.household()), MONDAY)
                        .orElseThrow()
                        .memberIds()
                        .getFirst()
                        .value());
        return new Entitled(home.entitlement(), home.caseId(), home.household(), Optional.of(person));
    }

    /** A household with an account, to which a monthly amount is granted. */
    Entitled granted(String name, String account, String from, long fen) {
        Entitled entitled = household(name);
        account(entitled, account);
        grant(entitled, programmeOf(Holder.HOUSEHOLD));
        decide(entitled, 1, "GRANT", from, fen);
        return entitled;
    }

    void grant(Entitled entitled, String programme) {
        grant(entitled, programme, VILLAGE);
    }

    /** The same for a case of the county in which a village lies. */
    static void grant(Entitled entitled, String programme, String village) {
        owner(
                """
                insert into cases.case_file (id, number, county_code, programme, workflow, household_id, person_id, area_code,
                                             household_no, applicant_name, state, state_since, ready_on, opened_on, applied_on)
                values (?, '2016-' || lpad((1 + (select count(*) from cases.case_file))::text, 5, '0'), ?, ?, 'w',
                        ?, ?, ?, 'h', 'a', 'entitled', '2016-01-01', '2016-01-01', '2016-01-01', '2016-01-01')
                """,
                entitled.caseId(),
                village.substring(0, 6) + "000000",
                programme,
                entitled.household(),
                entitled.person().orElse(null),
                village);
        owner(
                """
                insert into cases.entitlement (id, case_id, programme, household_id, person_id, area_code, payee_name, since)
                values (?, ?, ?, ?, ?, ?, 'a', '2016-01-01')
                """,
                entitled.entitlement(),
                entitled.caseId(),
                programme,
                entitled.household(),
                entitled.person().orElse(null),
                village);
    }

    /** Decides an amount from a month on. */
    static void decide(Entitled entitled, int seq, String kind, String from, long fen) {
        decide(entitled, seq, kind, from, fen, VILLAGE);
    }

    /** The same in the county in which a village lies. */
    static void decide(Entitled entitled, int seq, String kind, String from, long fen, String village) {
        UUID decision = UUID.randomUUID();
        owner("""
                insert into cases.decision (id, entitlement_id, case_id, area_code, seq, kind, decided_on, decided_at,
                                            decided_by, decided_name, pack_version, as_of, basis_sealed, trace_sealed)
                values (?, ?, ?, ?, ?, ?, '2016-01-01', now(), ?, 'x', 'v', '2016-01-01', '\\x00', '\\x00')
                """, decision, entitled.entitlement(), entitled.caseId(), village, seq, kind, decision);
        owner(
                "insert into cases.decided_amount values (?, ?, ?, ?, daterange(?::date, null), ?)",
                decision,
                entitled.entitlement(),
                village,
                seq,
                from + "-01",
                fen);
    }

    RunView prepared(YearMonth month) {
        return prepared(COUNTY, month);
    }

    RunView prepared(String county, YearMonth month) {
        return as(MAKER, county, () -> payments.prepare(new Payments.NewRun(AreaCode.parse(county), month, Set.of())));
    }

    RunView confirmed(YearMonth month) {
        return confirmed(COUNTY, month);
    }

    RunView confirmed(String county, YearMonth month) {
        RunView run = prepared(county, month);
        return as(CHECKER, county, () -> payments.confirm(run.id(), run.digest()));
    }

    /** A run that the bank has paid as a whole. */
    RunView paid(YearMonth month) {
        return paid(COUNTY, month);
    }

    RunView paid(String county, YearMonth month) {
        RunView run = confirmed(county, month);
        if (run.payments() > 0) {
            report(run, _ -> "成功");
        }
        return as(MAKER, county, () -> payments.find(run.id()));
    }

    private static String county(RunView run) {
        return run.county().digits().substring(0, COUNTY.length());
    }

    /** What the bank says of each payment, by payee. */
    ReturnView report(RunView run, Function<String, String> result) {
        StringBuilder file = new StringBuilder("付款编号,结果,原因\n");
        for (BankLine line : lines(run)) {
            file.append(line.reference())
                    .append(',')
                    .append(result.apply(line.payee()))
                    .append(",账号不存在\n");
        }
        return taken(run, file.toString());
    }

    ReturnView taken(RunView run, String csv) {
        return taken(run, "回盘.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    ReturnView taken(RunView run, String name, byte[] content) {
        return as(MAKER, county(run), () -> {
            ReturnView taken = returns.take(run.id(), name, content);
            return returns.find(taken.id());
        });
    }

    /** A payment as the bank's file has it. */
    record BankLine(String reference, String payee, String account, String yuan) {}

    List<BankLine> lines(RunView run) {
        byte[] csv = as(MAKER, county(run), () -> bank.write(run.id(), BankFormat.CSV))
                .content();
        List<BankLine> lines = new ArrayList<>();
        new String(csv, StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            lines.add(new BankLine(cells[1], cells[2], cells[3], cells[5]));
        });
        return lines;
    }

    List<RecipientView> recipients(RunView run) {
        return as(
                        MAKER,
                        county(run),
                        () -> views.recipients(new PaymentViews.Filter(
                                Optional.of(run.id()),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                0,
                                200)))
                .rows();
    }

    /** Of all that the bank could not pay somebody says that the account is right, so that it is paid there again. */
    void accountsAreRight(RunView run) {
        recipients(run).stream()
                .filter(row -> row.state() == RecipientView.State.FAILED)
                .map(RecipientView::reference)
                .distinct()
                .forEach(reference -> as(MAKER, county(run), () -> {
                    failed.stateSameAccount(run.id(), reference, "银行系统故障");
                    return reference;
                }));
    }

    /** Lines of somebody as month, reason and amount, newest first. */
    List<String> lines(RunView run, String name) {
        return recipients(run).stream()
                .filter(recipient -> recipient.name().equals(name))
                .flatMap(recipient -> recipient.lines().stream())
                .map(line -> line.month() + " " + line.reason() + " " + line.amountFen())
                .toList();
    }

    /** Balances by kind of account: posted and pending. */
    Map<String, List<Long>> balances() {
        return balances(COUNTY);
    }

    Map<String, List<Long>> balances(String county) {
        Map<String, List<Long>> balances = new TreeMap<>();
        for (Ledger.AccountView account : as(MAKER, county, () -> ledger.balances(AreaCode.parse(county)))) {
            balances.merge(
                    account.kind(),
                    List.of(account.postedFen(), account.pendingFen()),
                    (one, other) -> List.of(one.getFirst() + other.getFirst(), one.getLast() + other.getLast()));
        }
        return balances;
    }

    /** What is posted on the accounts of a kind. */
    long postedFen(String kind) {
        return balances().getOrDefault(kind, List.of(0L, 0L)).getFirst();
    }

    /**
     * Nothing is lost: balances sum to zero, movements are the transfers' sums, shares are their lines, and what is owed to
     * each county is the balance of its account, of which it took nothing off that was owed to another.
     */
    static void assertLedgerIsWhole() {
        assertThat(number("select coalesce(sum(posted_fen), 0) from payments.balance"))
                .isZero();
        assertThat(number("select coalesce(sum(pending_fen), 0) from payments.balance"))
                .isZero();
        assertThat(number("""
                select count(*)
                  from (select a.id, coalesce(sum(case when t.kind in ('POST', 'DIRECT') then s.sign * t.amount_fen end), 0) as posted,
                               coalesce(sum(case t.kind when 'PENDING' then s.sign * t.amount_fen when 'DIRECT' then 0
                                                        else -s.sign * t.amount_fen end), 0) as pending
                          from payments.account a
                          left join lateral (values (1), (-1)) as s(sign) on true
                          left join payments.transfer t
                            on a.id = case s.sign when 1 then t.debit_account else t.credit_account end
                         group by a.id) counted
                  join payments.balance b using (id)
                 where b.posted_fen <> counted.posted or b.pending_fen <> counted.pending
                """)).isZero();
        assertThat(number("select count(*) from payments.run_line where payments.total(share_fen) <> amount_fen"))
                .isZero();
        String owed = """
                payments.owed(array(select payments.answers_for(recipient_id) from payments.transfer
                                     where recipient_id is not null))
                """;
        assertThat(number("""
                select count(*)
                  from payments.balance b
                  left join (select county_code, sum(fen) as fen from %s group by 1) o on o.county_code = b.area_code
                 where b.kind = 'RECEIVABLE' and b.posted_fen + b.pending_fen <> coalesce(o.fen, 0)
                """.formatted(owed))).isZero();
        assertThat(number("select count(*) from %s where fen < 0".formatted(owed)))
                .as("counties that took off what was not owed to them")
                .isZero();
    }
}
