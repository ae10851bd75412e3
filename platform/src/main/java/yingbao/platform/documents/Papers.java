package yingbao.platform.documents;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import yingbao.policy.Messages;
import yingbao.policy.value.Money;

/**
 * Words the usual papers. The provincial forms were not at hand: the layouts are the platform's own, with the margins and
 * type sizes of GB/T 9704-2012, and a form of the province takes precedence once it is known.
 */
public final class Papers {
    private static final Messages WORDS = new Messages(Locale.CHINESE, List.of("yingbao.platform.documents.papers"));
    private static final DateTimeFormatter DAY = formatter("day");
    private static final DateTimeFormatter MONTH = formatter("month");

    private Papers() {}

    private static DateTimeFormatter formatter(String code) {
        return DateTimeFormatter.ofPattern(WORDS.text(code), Locale.CHINESE);
    }

    /** A day as papers write it: 2016年10月10日. */
    public static String day(TemporalAccessor day) {
        return DAY.format(day);
    }

    private static List<String> labels(String code) {
        return List.of(WORDS.text(code).split("\\|"));
    }

    /**
     * What an application and approval form shows.
     *
     * @param programme what people call the programme
     * @param number the number of the case
     * @param applicant who applies and for whom
     * @param authorises whether the applicant authorises a check of the family's finances with it
     * @param tables members, incomes, possessions, as far as the programme asks for them
     * @param opinions whose opinion is wanted, in order; what is empty is filled in by hand
     */
    public record Applied(
            String programme,
            String number,
            List<Form.Field> applicant,
            boolean authorises,
            List<Form.Table> tables,
            List<Form.Opinion> opinions) {
        public Applied {
            applicant = List.copyOf(applicant);
            tables = List.copyOf(tables);
            opinions = List.copyOf(opinions);
        }
    }

    /** An application and approval form (申请审批表). */
    public static Form application(Applied applied) {
        List<Form.Section> sections = new ArrayList<>();
        sections.add(new Form.Fields(WORDS.text("application.applicant"), applied.applicant()));
        sections.addAll(applied.tables());
        sections.add(Form.Text.of(
                WORDS.text(applied.authorises() ? "application.promise.authorising" : "application.promise")));
        sections.add(new Form.Signatures(labels("application.signatures")));
        if (!applied.opinions().isEmpty()) {
            sections.add(new Form.Opinions(applied.opinions()));
        }
        return new Form(
                Form.Paper.PORTRAIT,
                WORDS.text("application.title", applied.programme()),
                WORDS.text("number", applied.number()),
                sections,
                WORDS.text("application.note"));
    }

    /**
     * What every letter about a decision says.
     *
     * @param programme what people call the programme
     * @param number the document number
     * @param applicant to whom it is written
     * @param office who decides
     * @param government the division to whose government the applicant may appeal
     * @param remedies what the law grants against it; empty where its limits are not known
     */
    public record Letter(
            String programme,
            String number,
            String applicant,
            LocalDate appliedOn,
            LocalDate decidedOn,
            String office,
            String government,
            Optional<Remedies> remedies) {}

    /**
     * Until when a decision can be appealed against, counted from the day on which the letter is received.
     *
     * @param reviewDays days for a review by the administration
     * @param reviewArticle the article that grants it, with the name of the law
     * @param suitMonths months for a suit at court
     * @param suitArticle likewise
     */
    public record Remedies(long reviewDays, String reviewArticle, long suitMonths, String suitArticle) {}

    /** How often something is paid. */
    public enum Rhythm {
        MONTHLY,
        YEARLY,
        ONCE
    }

    /**
     * What is granted.
     *
     * @param article on which it rests, with the name of the document
     * @param amount what is paid a month, or for the one month that is paid
     * @param rhythm how often it is paid
     * @param from the first month that is paid
     * @param noticed whether it hung in public before it was decided
     */
    public record Grant(String article, Money amount, Rhythm rhythm, YearMonth from, boolean noticed) {}

    /**
     * A letter that grants what was applied for (批准通知书).
     *
     * @param particulars what else is told
     */
    public static Form granted(Letter letter, Grant grant, List<Form.Field> particulars) {
        boolean monthly = grant.rhythm() == Rhythm.MONTHLY;
        List<Form.Field> fields = new ArrayList<>(particulars);
        fields.add(Form.Field.of(WORDS.text(monthly ? "granted.monthly" : "granted.once"), grant.amount() + " 元"));
        fields.add(Form.Field.of(WORDS.text(monthly ? "granted.from" : "granted.in"), MONTH.format(grant.from())));
        String opening = WORDS.text(
                "granted.opening",
                day(letter.appliedOn()),
                letter.programme(),
                WORDS.text(grant.noticed() ? "granted.after-notice" : "granted.after"),
                grant.article());
        List<String> closing = new ArrayList<>();
        // Nothing that happens afterwards changes what was given once.
        switch (grant.rhythm()) {
            case MONTHLY -> closing.add(WORDS.text("granted.duty"));
            case YEARLY -> closing.add(WORDS.text("granted.yearly"));
            case ONCE -> {}
        }
        closing.add(appeal("granted", letter));
        return letter(
                "granted",
                letter,
                List.of(
                        new Form.Text(letter.applicant(), List.of(opening)),
                        new Form.Fields("", fields),
                        new Form.Text("", closing)));
    }

    /**
     * Why something is refused.
     *
     * @param words the reason, with the values it rests on
     * @param article the article, with the name of the document
     */
    public record Reason(String words, String article) {}

    /** A letter that refuses what was applied for, with every reason (不予批准告知书). */
    public static Form refused(Letter letter, List<Reason> reasons) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(WORDS.text("refused.opening", day(letter.appliedOn()), letter.programme()));
        for (int at = 0; at < reasons.size(); at++) {
            Reason reason = reasons.get(at);
            paragraphs.add(
                    reason.article().isEmpty()
                            ? WORDS.text("refused.reason.alone", at + 1, reason.words())
                            : WORDS.text("refused.reason", at + 1, reason.words(), reason.article()));
        }
        paragraphs.add(WORDS.text("refused.again"));
        paragraphs.add(appeal("refused", letter));
        return letter("refused", letter, List.of(new Form.Text(letter.applicant(), paragraphs)));
    }

    /** How what is drawn changes. */
    public enum Change {
        ADJUSTED,
        SUSPENDED,
        RESUMED,
        ENDED
    }

    /**
     * What a change comes to.
     *
     * @param from the first month that it touches
     * @param former what was paid in that month before
     * @param monthly what is paid a month from now on
     * @param pastFen what months before the decision get later, or have got too much where it is negative, in fen
     */
    public record Amounts(YearMonth from, Money former, Money monthly, long pastFen) {}

    /**
     * A letter that changes, suspends, resumes or ends what somebody draws (变更、停发通知书).
     *
     * @param reason why, in writing; nothing is said where it is empty
     * @param particulars what else is told
     */
    public static Form changed(
            Letter letter, Change change, String reason, Amounts amounts, List<Form.Field> particulars) {
        String kind = "changed." + change.name().toLowerCase(Locale.ROOT);
        List<Form.Field> fields = new ArrayList<>(particulars);
        fields.add(Form.Field.of(WORDS.text("changed.former"), amounts.former() + " 元"));
        fields.add(Form.Field.of(WORDS.text("changed.monthly"), amounts.monthly() + " 元"));
        fields.add(Form.Field.of(WORDS.text("changed.from"), MONTH.format(amounts.from())));
        if (amounts.pastFen() != 0) {
            fields.add(Form.Field.of(
                    WORDS.text(amounts.pastFen() > 0 ? "changed.arrears" : "changed.recovery"),
                    Money.ofFen(Math.abs(amounts.pastFen())) + " 元"));
        }
        if (!reason.isBlank()) {
            fields.add(Form.Field.wide(WORDS.text("changed.reason"), reason));
        }
        String opening =
                WORDS.text("changed.opening", letter.programme(), MONTH.format(amounts.from()), WORDS.text(kind));
        return letter(
                kind,
                letter,
                List.of(
                        new Form.Text(letter.applicant(), List.of(opening)),
                        new Form.Fields("", fields),
                        Form.Text.of(appeal("granted", letter))));
    }

    private static String appeal(String kind, Letter letter) {
        String paper = WORDS.text("letter.appeal." + kind);
        return letter.remedies()
                .map(remedies -> WORDS.text(
                        "letter.appeal",
                        paper,
                        remedies.reviewDays(),
                        letter.government(),
                        remedies.suitMonths(),
                        remedies.reviewArticle(),
                        remedies.suitArticle()))
                .orElseGet(() -> WORDS.text("letter.appeal.unknown", letter.government()));
    }

    private static Form letter(String kind, Letter letter, List<Form.Section> body) {
        List<Form.Section> sections = new ArrayList<>(body);
        sections.add(new Form.Closing(letter.office(), day(letter.decidedOn())));
        return new Form(
                Form.Paper.PORTRAIT,
                WORDS.text(kind + ".title", letter.programme()),
                WORDS.text("number", letter.number()),
                sections,
                "");
    }

    /**
     * What a public notice shows.
     *
     * @param subject what is noticed, in the title and in the text
     * @param number the number of the notice
     * @param village where it is posted
     * @param shown the table, masked as the programme says
     * @param from its first day
     * @param to its last day; empty for a long-term list
     * @param office to whom people object
     * @param phone how to reach them; empty where no number is known
     * @param url the page that shows the same and takes objections
     */
    public record Noticed(
            String subject,
            String number,
            String village,
            Form.Table shown,
            LocalDate from,
            Optional<LocalDate> to,
            String office,
            String phone,
            String url) {}

    /** A public notice for the board of a village (公示). */
    public static Form notice(Noticed noticed) {
        return new Form(
                Form.Paper.PORTRAIT,
                WORDS.text("notice.title", noticed.subject()),
                noticed.number(),
                List.of(
                        Form.Text.of(opening(noticed)),
                        noticed.shown(),
                        Form.Text.of(objection(noticed)),
                        new Form.Code(noticed.url(), WORDS.text("notice.code")),
                        new Form.Closing(noticed.office(), day(noticed.from()))),
                "");
    }

    private static String opening(Noticed noticed) {
        String subject = WORDS.text("notice.subject", noticed.village(), noticed.subject());
        return noticed.to()
                .map(last -> WORDS.text("notice.window", subject, day(noticed.from()), day(last)))
                .orElseGet(() -> WORDS.text("notice.long", subject, day(noticed.from())));
    }

    private static String objection(Noticed noticed) {
        String office = noticed.phone().isEmpty()
                ? noticed.office()
                : WORDS.text("notice.phone", noticed.office(), noticed.phone());
        return WORDS.text(noticed.to().isPresent() ? "notice.objection" : "notice.objection.long", office);
    }

    /**
     * A line of a payment list.
     *
     * @param citizenId masked as far as the paper is posted
     * @param account bank and account, masked likewise
     * @param persons for how many persons it is paid
     * @param note what is remarkable, such as arrears
     */
    public record Payee(String name, String citizenId, String account, int persons, Money amount, String note) {}

    /** A list of who is paid what in a month, to be signed (花名册). */
    public static Form paymentList(String programme, String area, YearMonth month, List<Payee> payees) {
        List<List<String>> rows = IntStream.range(0, payees.size())
                .mapToObj(at -> row(at + 1, payees.get(at)))
                .toList();
        int persons = payees.stream().mapToInt(Payee::persons).sum();
        Money sum = payees.stream().map(Payee::amount).reduce(Money.ZERO, Money::plus);
        List<String> totals =
                List.of("", WORDS.text("list.total"), "", "", Integer.toString(persons), sum.toString(), "", "");
        return new Form(
                Form.Paper.LANDSCAPE,
                WORDS.text("list.title", area, MONTH.format(month), programme),
                "",
                List.of(
                        new Form.Table("", paymentColumns(), rows, totals),
                        new Form.Signatures(labels("list.signatures"))),
                WORDS.text("list.note"));
    }

    private static List<Form.Column> paymentColumns() {
        List<String> labels = labels("list.columns");
        List<Integer> shares = List.of(5, 10, 18, 24, 6, 11, 14, 12);
        List<Form.Align> aligns = List.of(
                Form.Align.CENTRE,
                Form.Align.LEFT,
                Form.Align.CENTRE,
                Form.Align.LEFT,
                Form.Align.CENTRE,
                Form.Align.RIGHT,
                Form.Align.LEFT,
                Form.Align.LEFT);
        return IntStream.range(0, labels.size())
                .mapToObj(at -> new Form.Column(labels.get(at), shares.get(at), aligns.get(at)))
                .toList();
    }

    private static List<String> row(int number, Payee payee) {
        return List.of(
                Integer.toString(number),
                payee.name(),
                payee.citizenId(),
                payee.account(),
                Integer.toString(payee.persons()),
                payee.amount().toString(),
                payee.note(),
                "");
    }
}
