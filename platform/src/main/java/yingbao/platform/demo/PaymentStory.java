package yingbao.platform.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.payments.BankFiles;
import yingbao.platform.payments.BankFormat;
import yingbao.platform.payments.BankReturns;
import yingbao.platform.payments.FailedPayments;
import yingbao.platform.payments.PaymentViews;
import yingbao.platform.payments.Payments;
import yingbao.platform.payments.RecipientView;
import yingbao.platform.payments.RunId;

/** Every month is paid: prepared by one, confirmed by another, and reported by the bank, which now and then refuses a few. */
@Component
class PaymentStory {
    private static final int PAID_ON = 20;
    private static final int FAILS_EVERY_MONTHS = 3;
    private static final int ACCOUNT = 3;
    private static final int DIGITS = 4;
    private static final int ONE_IN = 61;

    private final Payments payments;
    private final BankFiles files;
    private final BankReturns returns;
    private final PaymentViews views;
    private final FailedPayments failed;
    private final Divisions divisions;
    private final Steps steps;

    PaymentStory(
            Payments payments,
            BankFiles files,
            BankReturns returns,
            PaymentViews views,
            FailedPayments failed,
            Divisions divisions,
            Steps steps) {
        this.payments = payments;
        this.files = files;
        this.returns = returns;
        this.views = views;
        this.failed = failed;
        this.divisions = divisions;
        this.steps = steps;
    }

    List<Step> steps(Scene scene) {
        List<Step> story = new ArrayList<>();
        Caller prepares = scene.cast().holding(Right.PAYMENT_PREPARE, scene.county());
        Caller confirms = scene.cast().holding(Right.PAYMENT_CONFIRM, scene.county());
        LocalDate first = Casting.FIRST.atDay(1);
        story.add(Step.of("pay/payer", first, prepares, () -> {
            files.setPayer(
                    scene.county(), divisions.name(scene.county()) + "社会救助资金专户", "演示农村信用社", "9999010000000000001");
            return "";
        }));
        for (YearMonth month = Casting.FIRST; !month.isAfter(Casting.LAST); month = month.plusMonths(1)) {
            YearMonth paid = month;
            LocalDate on = month.atDay(PAID_ON);
            String name = "pay/" + month;
            Step prepared = Step.of(name, on, prepares, () -> prepared(scene, paid));
            Step confirmed = Step.after(prepared, name + "/confirm", on, confirms, () -> confirmed(name));
            story.add(prepared);
            story.add(confirmed);
            Step reported =
                    Step.after(confirmed, name + "/bank", on.plusDays(1), prepares, () -> reported(runOf(name), paid));
            story.add(reported);
            // Of the last month nothing is said yet: that is for whoever looks at the demonstration.
            if (someFail(month) && month.isBefore(Casting.LAST)) {
                story.add(Step.after(
                        reported, name + "/same-account", on.plusDays(2), prepares, () -> sameAccounts(runOf(name))));
            }
        }
        return story;
    }

    private String prepared(Scene scene, YearMonth month) {
        return payments.prepare(new Payments.NewRun(scene.county(), month, Set.of()))
                .id()
                .value()
                .toString();
    }

    private RunId runOf(String name) {
        return RunId.valueOf(steps.result(name).orElseThrow());
    }

    private String confirmed(String name) {
        RunId run = runOf(name);
        return payments.confirm(run, payments.find(run).digest()).state().name();
    }

    private String reported(RunId run, YearMonth month) {
        BankFiles.BankFile sent = files.write(run, BankFormat.CSV);
        byte[] filledIn = filledIn(new String(sent.content(), StandardCharsets.UTF_8), someFail(month))
                .getBytes(StandardCharsets.UTF_8);
        returns.take(run, sent.name(), filledIn);
        return sent.name();
    }

    private static boolean someFail(YearMonth month) {
        return month.getMonthValue() % FAILS_EVERY_MONTHS == 0;
    }

    /** The bank was at fault: what it refused is right, and paid again with the next month. */
    private String sameAccounts(RunId run) {
        Set<String> references = new LinkedHashSet<>();
        views.recipients(PaymentViews.Filter.of(run, RecipientView.State.FAILED)).rows().stream()
                .map(RecipientView::reference)
                .forEach(references::add);
        references.forEach(reference -> failed.stateSameAccount(run, reference, "已向开户信用社核对：账号、户名无误，系信用社换核心系统所致"));
        return Integer.toString(references.size());
    }

    /** The bank fills in the last two columns: the result, and why it failed. */
    private static String filledIn(String sent, boolean someFail) {
        List<String> rows = sent.lines().toList();
        StringBuilder back = new StringBuilder(rows.getFirst()).append('\n');
        for (String row : rows.subList(1, rows.size())) {
            String open = row.replaceFirst(",,$", "");
            back.append(open)
                    .append(someFail && isRefused(row) ? ",失败,账号与户名不符" : ",成功,")
                    .append('\n');
        }
        return back.toString();
    }

    /** By the account's digits: the order of the rows is another in every installation. */
    private static boolean isRefused(String row) {
        String digits = row.split(",", -1)[ACCOUNT].replaceAll("\\D", "");
        return digits.length() >= DIGITS && Integer.parseInt(digits.substring(digits.length() - DIGITS)) % ONE_IN == 0;
    }
}
