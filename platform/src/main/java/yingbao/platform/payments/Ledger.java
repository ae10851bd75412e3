package yingbao.platform.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Texts;
import yingbao.platform.programmes.Packs;
import yingbao.policy.value.AreaCode;

/** Accounts of counties and the transfers between them. Balances are debits less credits and always sum to zero. */
@Service
public class Ledger {
    private final LedgerQueries queries;
    private final Packs packs;
    private final Texts texts;

    Ledger(LedgerQueries queries, Packs packs, Texts texts) {
        this.queries = queries;
        this.packs = packs;
        this.texts = texts;
    }

    /**
     * An account with its balance.
     *
     * @param kind FUND, RECIPIENTS, BANK or RECEIVABLE
     * @param fund id of the level that pays; empty for the other kinds
     * @param postedFen what is final; what the bank paid out is negative on its account
     * @param pendingFen what waits for the bank
     * @param transfers how many transfers touched it
     */
    public record AccountView(
            int id, String kind, String fund, String title, long postedFen, long pendingFen, long transfers) {}

    /** What one run did to an account. */
    public record MovementView(
            RunId run,
            YearMonth month,
            int number,
            RunView.State state,
            long postedFen,
            long pendingFen,
            long transfers) {}

    /**
     * A transfer.
     *
     * @param kind PENDING, POST, VOID or DIRECT
     * @param code GRANT, RECOVERY, PAYMENT, CARRY, COLLECT, REPAID or UNREPAID
     * @param month for which month, where it is for one
     * @param name whom it concerns
     * @param run to which run it belongs; what a family paid back, and what of that was taken back, belongs to none
     */
    public record TransferView(
            UUID id,
            String kind,
            String code,
            int debitAccount,
            int creditAccount,
            long amountFen,
            Optional<YearMonth> month,
            String name,
            Optional<UUID> entitlement,
            Optional<UUID> decision,
            Optional<RunId> run,
            LocalDate createdOn) {}

    /** Which transfers are wanted; what is empty does not narrow. */
    public record TransferFilter(
            Optional<Integer> account,
            Optional<RunId> run,
            Optional<UUID> entitlement,
            Optional<UUID> recipient,
            int offset,
            int size) {}

    /** The accounts of a county: its funds from the highest level down, then the others. */
    @Transactional(readOnly = true)
    public List<AccountView> balances(AreaCode county) {
        return queries.balances(county).stream()
                .map(account -> new AccountView(
                        account.id(),
                        account.kind(),
                        account.fund(),
                        title(account),
                        account.postedFen(),
                        account.pendingFen(),
                        account.transfers()))
                .toList();
    }

    private String title(AccountView account) {
        if (account.fund().isEmpty()) {
            return texts.text("payments.account." + account.kind());
        }
        return packs.current().funds().getOrDefault(account.fund(), account.fund());
    }

    /** Counties of the caller that have accounts. */
    @Transactional(readOnly = true)
    public List<AreaCode> counties() {
        return queries.counties(Callers.current().scope());
    }

    /** What each run did to an account, newest first. */
    @Transactional(readOnly = true)
    public List<MovementView> movements(int account) {
        return queries.movements(account);
    }

    /** Transfers that the caller may see, newest first. */
    @Transactional(readOnly = true)
    public Page<TransferView> transfers(TransferFilter filter) {
        var scope = Callers.current().scope();
        return new Page<>(queries.transfers(filter, scope), queries.countTransfers(filter, scope));
    }
}
