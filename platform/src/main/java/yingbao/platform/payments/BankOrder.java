package yingbao.platform.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a bank is told to pay.
 *
 * @param messageId id of the file, at most 35 letters, digits and hyphens
 * @param createdAt when it was written
 * @param payOn on which day to pay
 * @param purpose what it is for, in words
 * @param payer who pays
 */
record BankOrder(
        String messageId, Instant createdAt, LocalDate payOn, String purpose, Payer payer, List<Entry> entries) {
    BankOrder {
        entries = List.copyOf(entries);
    }

    /** The account that is paid from. */
    record Payer(String name, String bank, String account) {}

    /** One payment. */
    record Entry(String reference, String payee, String account, String bank, long amountFen) {}

    long sumFen() {
        return entries.stream().mapToLong(Entry::amountFen).sum();
    }
}
