package yingbao.platform.payments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Area;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Language;

/** Writes confirmed runs for the bank; each time is an entry in the log, because account numbers stand there in the open. */
@Service
public class BankFiles {
    private final BankQueries queries;
    private final RunQueries runs;
    private final Payments payments;
    private final Divisions divisions;
    private final Sealer sealer;
    private final Audit audit;
    private final Texts texts;
    private final Today today;

    BankFiles(
            BankQueries queries,
            RunQueries runs,
            Payments payments,
            Divisions divisions,
            Sealer sealer,
            Audit audit,
            Texts texts,
            Today today) {
        this.queries = queries;
        this.runs = runs;
        this.payments = payments;
        this.divisions = divisions;
        this.sealer = sealer;
        this.audit = audit;
        this.texts = texts;
        this.today = today;
    }

    /** A file to be handed to the bank. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries bytes to their one reader
    public static final class BankFile {
        private final String name;
        private final String mediaType;
        private final byte[] content;

        BankFile(String name, String mediaType, byte[] content) {
            this.name = name;
            this.mediaType = mediaType;
            this.content = content;
        }

        public String name() {
            return name;
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /**
     * The account that a county pays from, its number masked.
     *
     * @param accountTail the last digits
     */
    public record PayerView(String name, String bank, String accountTail) {}

    /**
     * Writes a run.
     *
     * @throws Refusal {@code payments.not-confirmed}, and {@code payments.payer-unset} where the format asks for the account
     *     that is paid from and nobody has set it
     */
    @Transactional
    public BankFile write(RunId id, BankFormat format) {
        Payments.allowed(Right.PAYMENT_BANK);
        RunView run = payments.require(id);
        if (run.confirmedAt().isEmpty() || run.payments() == 0) {
            throw Refusal.conflict("payments.not-confirmed");
        }
        BankOrder order = order(run, format);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            switch (format) {
                case CSV -> BankSheets.writeCsv(order, content);
                case XLSX -> BankSheets.writeWorkbook(order, content);
                case PAIN -> PainFile.write(order, content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        runs.sent(id);
        audit.record(
                "payment.bank-file",
                "payment-run",
                id.value(),
                run.county(),
                Map.of("format", format.name(), "payments", Integer.toString(run.payments())));
        return new BankFile(order.messageId() + "." + format.extension(), format.mediaType(), content.toByteArray());
    }

    private BankOrder order(RunView run, BankFormat format) {
        String id = String.format(
                Locale.ROOT,
                "R%s-%tY%<tm-%02d",
                run.county().digits().substring(0, 6),
                run.month().atDay(1),
                run.number());
        Optional<BankOrder.Payer> payer = queries.payer(run.county())
                .map(found -> new BankOrder.Payer(
                        found.name(),
                        found.bank(),
                        sealer.openText(found.accountSealed().array())));
        if (payer.isEmpty() && format == BankFormat.PAIN) {
            throw Refusal.conflict("payments.payer-unset", divisions.name(run.county()));
        }
        String purpose = texts.text(
                Language.CHINESE,
                "payments.purpose",
                run.month().getYear(),
                run.month().getMonthValue());
        return new BankOrder(
                id,
                today.instant(),
                today.date(),
                purpose,
                payer.orElse(new BankOrder.Payer(divisions.name(run.county()), "", "")),
                queries.entries(run.id(), sealer::openText));
    }

    /** The account that a county pays from, if it is set. */
    @Transactional(readOnly = true)
    public Optional<PayerView> payer(AreaCode county) {
        return queries.payer(county).map(found -> new PayerView(found.name(), found.bank(), found.accountTail()));
    }

    /**
     * Sets the account that a county pays from.
     *
     * @throws Refusal {@code payments.county} or {@code payments.payer-account}
     */
    @Transactional
    public void setPayer(AreaCode county, String name, String bank, String account) {
        Caller caller = Payments.allowed(Right.PAYMENT_BANK);
        Area area = divisions.require(county);
        if (area.level() != AreaLevel.COUNTY || !caller.scope().contains(county)) {
            throw Refusal.at("/county", "payments.county", area.name());
        }
        String number = account.replaceAll("\\s", "");
        if (!number.matches("[0-9A-Za-z-]{6,34}")) {
            throw Refusal.at("/account", "payments.payer-account");
        }
        String tail = number.substring(number.length() - 4);
        queries.insertPayer(
                today.newId(),
                county,
                new BankQueries.PayerRow(name.strip(), bank.strip(), Bytes.of(sealer.seal(number)), tail),
                caller,
                today.instant());
        audit.record("payment.payer", "county", county.digits(), county, Map.of("account", tail));
    }
}
