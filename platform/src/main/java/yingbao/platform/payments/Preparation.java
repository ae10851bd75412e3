package yingbao.platform.payments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.FundShares;
import yingbao.platform.programmes.FundShares.Shares;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.RestsOn;

/** Turns what a run's lines come to into recipients and payments, one for each account. */
@Component
class Preparation {
    private static final int NAMES_SHOWN = 5;
    private static final PayableAccounts.Way RESTS = new PayableAccounts.Way.Held(HeldFor.RESTS_ON, Optional.empty());

    private final RunQueries runs;
    private final DraftQueries drafts;
    private final LedgerQueries ledger;
    private final FundShares shares;
    private final Payees payees;
    private final PayableAccounts accounts;
    private final Packs packs;
    private final Divisions divisions;
    private final Sealer sealer;
    private final Today today;

    Preparation(
            RunQueries runs,
            DraftQueries drafts,
            LedgerQueries ledger,
            FundShares shares,
            Payees payees,
            PayableAccounts accounts,
            Packs packs,
            Divisions divisions,
            Sealer sealer,
            Today today) {
        this.runs = runs;
        this.drafts = drafts;
        this.ledger = ledger;
        this.shares = shares;
        this.payees = payees;
        this.accounts = accounts;
        this.packs = packs;
        this.divisions = divisions;
        this.sealer = sealer;
        this.today = today;
    }

    /** What a payment is made of while it grows. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries bytes to their one reader
    private record Growing(UUID id, Payees.Account account, Bytes index, List<DraftQueries.Group> groups) {
        long amountFen() {
            return groups.stream().mapToLong(DraftQueries.Group::payFen).sum();
        }

        DraftQueries.Group first() {
            return groups.getFirst();
        }
    }

    /** Keeps recipients, payments, shares and lines of the draft with the run. */
    void keep(RunView run) {
        keepShares(run);
        List<DraftQueries.Group> groups = drafts.groups(run.county());
        if (groups.isEmpty()) {
            throw Refusal.conflict("payments.nothing", run.month());
        }
        Map<Recipient, Payees.Payee> found =
                payees.find(groups.stream().map(DraftQueries.Group::recipient).toList(), today.date());
        Map<String, Set<UUID>> resting = resting(run);
        Map<Recipient, PayableAccounts.Way> ways = accounts.ways(
                groups.stream()
                        .filter(group -> group.payFen() > 0 && !rests(resting, group))
                        .map(DraftQueries.Group::recipient)
                        .toList(),
                found);
        Map<String, Growing> byAccount = new TreeMap<>();
        List<RunQueries.RecipientRow> recipients = new ArrayList<>();
        for (DraftQueries.Group group : groups) {
            Payees.Payee payee = found.getOrDefault(group.recipient(), Payees.Payee.UNKNOWN);
            Optional<PayableAccounts.Way> way = Optional.of(RESTS)
                    .filter(_ -> rests(resting, group))
                    .or(() -> Optional.ofNullable(ways.get(group.recipient())))
                    .filter(_ -> group.payFen() > 0);
            recipients.add(row(group, payee, way, byAccount));
        }
        if (recipients.stream().allMatch(row -> row.held().isPresent())) {
            throw Refusal.conflict("payments.only-held", run.month(), recipients.size(), named(recipients));
        }
        runs.insertPayments(run.id(), numbered(run, byAccount.values()));
        runs.insertRecipients(run.id(), recipients);
        drafts.keepLines(run.id(), run.county(), run.month());
    }

    private static boolean rests(Map<String, Set<UUID>> resting, DraftQueries.Group group) {
        return resting.getOrDefault(group.programme(), Set.of())
                .contains(group.recipient().id());
    }

    /** By programme, who would be paid although what that rests on is not drawn; the programme's own rules say what it is. */
    private Map<String, Set<UUID>> resting(RunView run) {
        Map<String, Set<UUID>> resting = new HashMap<>();
        for (Programme version : packs.current().programmesOn(run.month().atDay(1))) {
            for (Set<String> others : RestsOn.of(version)) {
                resting.computeIfAbsent(version.id(), _ -> new LinkedHashSet<>())
                        .addAll(drafts.resting(AreaScope.of(run.county()), run.month(), version.id(), others));
            }
        }
        return resting;
    }

    /** Recipients whose payment rests on others since the run was prepared, or does not any more. */
    Set<UUID> changedGrounds(RunView run) {
        Map<String, Set<UUID>> now = resting(run);
        return runs.paid(run.id()).stream()
                .filter(one -> one.rests()
                        != now.getOrDefault(one.programme(), Set.of()).contains(one.recipient()))
                .map(RunQueries.Paid::recipient)
                .collect(Collectors.toSet());
    }

    private static String named(List<RunQueries.RecipientRow> recipients) {
        return recipients.stream()
                .map(row -> row.name().isEmpty() ? row.householdNumber() : row.name())
                .distinct()
                .limit(NAMES_SHOWN)
                .collect(Collectors.joining("、"));
    }

    private RunQueries.RecipientRow row(
            DraftQueries.Group group,
            Payees.Payee payee,
            Optional<PayableAccounts.Way> way,
            Map<String, Growing> byAccount) {
        Optional<UUID> payment = Optional.empty();
        Optional<PayableAccounts.Way.Held> held = Optional.empty();
        if (way.isPresent()) {
            switch (way.get()) {
                case PayableAccounts.Way.By by -> payment = Optional.of(grow(byAccount, by, group));
                case PayableAccounts.Way.Held why -> held = Optional.of(why);
            }
        }
        return new RunQueries.RecipientRow(group, payee.name(), payee.householdNumber(), payment, held);
    }

    private UUID grow(Map<String, Growing> byAccount, PayableAccounts.Way.By way, DraftQueries.Group group) {
        Growing payment = byAccount.computeIfAbsent(
                way.index().hex(), _ -> new Growing(today.newId(), way.account(), way.index(), new ArrayList<>()));
        payment.groups().add(group);
        return payment.id();
    }

    /** Payments in the order in which people look for them, with references that tell county, month, run and place. */
    private List<RunQueries.PaymentRow> numbered(RunView run, java.util.Collection<Growing> payments) {
        List<Growing> ordered = payments.stream()
                .sorted(Comparator.comparing(
                                (Growing payment) -> payment.first().area())
                        .thenComparing(payment -> payment.account().holder())
                        .thenComparing(payment -> payment.index().hex()))
                .toList();
        List<RunQueries.PaymentRow> rows = new ArrayList<>();
        for (Growing payment : ordered) {
            String reference = String.format(
                    Locale.ROOT,
                    "P%s-%tY%<tm-%02d-%06d",
                    run.county().digits().substring(0, 6),
                    run.month().atDay(1),
                    run.number(),
                    rows.size() + 1);
            Payees.Account account = payment.account();
            rows.add(new RunQueries.PaymentRow(
                    payment.id(),
                    reference,
                    payment.first().area(),
                    account.holder(),
                    account.bank(),
                    Bytes.of(sealer.seal(account.number())),
                    payment.index(),
                    account.tail(),
                    payment.amountFen()));
        }
        return rows;
    }

    private void keepShares(RunView run) {
        Set<String> open = new LinkedHashSet<>();
        Set<String> funds = new LinkedHashSet<>();
        for (DraftQueries.ProgrammeMonth of : drafts.programmeMonths()) {
            Optional<Shares> known =
                    shares.of(of.programme(), run.county(), of.month().atDay(1));
            switch (known.orElseGet(() -> new Shares.Open(List.of(of.programme() + " " + of.month()), 0))) {
                case Shares.Known(Map<String, Integer> parts) -> {
                    funds.addAll(parts.keySet());
                    runs.insertShares(run.id(), of, parts);
                }
                case Shares.Open(List<String> unset, long sumPercent) ->
                    open.addAll(unset.isEmpty() ? List.of(of.programme() + " " + sumPercent + "%") : unset);
            }
        }
        if (!open.isEmpty()) {
            throw Refusal.conflict("payments.shares", String.join("、", open), divisions.name(run.county()));
        }
        ledger.open(run.county(), funds);
    }

    /** Recipients who would be paid by another account than when the run was prepared, or not at all. */
    Set<UUID> changedAccounts(RunId run) {
        SequencedMap<Recipient, Optional<String>> kept = runs.paidAccounts(run);
        Map<Recipient, Optional<String>> now =
                accounts.indexes(kept.sequencedKeySet(), payees.find(kept.keySet(), today.date()));
        Set<UUID> changed = new LinkedHashSet<>();
        kept.forEach((recipient, account) -> {
            if (!account.equals(now.get(recipient))) {
                changed.add(recipient.id());
            }
        });
        return changed;
    }
}
