package yingbao.platform.payments;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Sealer;

/**
 * To which accounts may be paid. By one by which the bank could not pay, only once it was corrected or somebody has said that
 * it is right all the same: what failed would only fail again, and the family would wait for another month.
 */
@Component
class PayableAccounts {
    private final FailureQueries queries;
    private final Sealer sealer;

    PayableAccounts(FailureQueries queries, Sealer sealer) {
        this.queries = queries;
        this.sealer = sealer;
    }

    /** Whether somebody can be paid. */
    sealed interface Way {

        /**
         * By this account.
         *
         * @param index its fingerprint
         */
        record By(Payees.Account account, Bytes index) implements Way {}

        /** Not before somebody has mended it; the failed payment where there is one. */
        record Held(HeldFor why, Optional<UUID> failed) implements Way {}
    }

    /**
     * How each can be paid.
     *
     * @param inOrder those who share an account are paid at once, in the name of the first of them
     */
    Map<Recipient, Way> ways(SequencedCollection<Recipient> inOrder, Map<Recipient, Payees.Payee> payees) {
        Map<Recipient, Way.By> known = new LinkedHashMap<>();
        Map<String, Payees.Account> written = new LinkedHashMap<>();
        for (Recipient recipient : inOrder) {
            payee(recipient, payees).account().ifPresent(account -> {
                Bytes index = index(account);
                known.put(recipient, new Way.By(account, index));
                written.putIfAbsent(index.hex(), account);
            });
        }
        Map<String, FailureQueries.Failed> failed = queries.failed(written.keySet());
        Map<Recipient, Way> ways = new HashMap<>();
        for (Recipient recipient : inOrder) {
            Optional<Way.By> by = Optional.ofNullable(known.get(recipient));
            Optional<Way> refused = by.flatMap(way -> refused(way.index().hex(), written, failed));
            ways.put(recipient, refused.or(() -> by).orElseGet(() -> none(payee(recipient, payees))));
        }
        return ways;
    }

    /** Where the bank would be told what it refused. */
    private static Optional<Way> refused(
            String index, Map<String, Payees.Account> written, Map<String, FailureQueries.Failed> failed) {
        return Optional.ofNullable(failed.get(index))
                .filter(last -> !last.stated()
                        && Optional.ofNullable(written.get(index))
                                .filter(last::isSame)
                                .isPresent())
                .map(last -> new Way.Held(HeldFor.REFUSED_ACCOUNT, Optional.of(last.payment())));
    }

    /** The fingerprints of the accounts by which each would be paid; empty where nothing can be paid. */
    Map<Recipient, Optional<String>> indexes(
            SequencedCollection<Recipient> inOrder, Map<Recipient, Payees.Payee> payees) {
        Map<Recipient, Optional<String>> indexes = new HashMap<>();
        ways(inOrder, payees)
                .forEach((recipient, way) -> indexes.put(
                        recipient,
                        switch (way) {
                            case Way.By by -> Optional.of(by.index().hex());
                            case Way.Held _ -> Optional.empty();
                        }));
        return indexes;
    }

    private static Payees.Payee payee(Recipient recipient, Map<Recipient, Payees.Payee> payees) {
        return payees.getOrDefault(recipient, Payees.Payee.UNKNOWN);
    }

    private static Way none(Payees.Payee payee) {
        return new Way.Held(payee.faulty() ? HeldFor.FAULTY_ACCOUNT : HeldFor.NO_ACCOUNT, Optional.empty());
    }

    Bytes index(Payees.Account account) {
        return Bytes.of(sealer.blindIndex(account.number()));
    }
}
