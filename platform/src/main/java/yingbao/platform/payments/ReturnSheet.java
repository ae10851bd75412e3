package yingbao.platform.payments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.register.Table;
import yingbao.policy.value.Money;
import yingbao.policy.value.ValueException;
import yingbao.sheet.SheetProblem;
import yingbao.sheet.SingleTable;

/** Reads a file in which the bank reports: a table, or a message of ISO 20022. */
final class ReturnSheet {
    static final int ROWS_MAX = 200_000;
    private static final List<String> REFERENCES = List.of("付款编号", "参考号", "业务参考号", "reference", "endtoendid");
    private static final List<String> RESULTS = List.of("结果", "处理结果", "发放结果", "交易状态", "result", "status");
    private static final List<String> REASONS = List.of("原因", "失败原因", "备注", "reason", "remark");
    private static final List<String> AMOUNTS = List.of("金额", "金额（元）", "金额(元)", "实发金额", "amount");
    private static final Set<String> PAID =
            Set.of("成功", "已发放", "发放成功", "交易成功", "success", "ok", "acsc", "accc", "0000");
    private static final Set<String> FAILED = Set.of("失败", "发放失败", "交易失败", "退回", "退票", "fail", "failed", "rjct");
    private static final Set<String> UNDER_WAY = Set.of("处理中", "pdng", "rcvd", "actc", "accp", "acsp", "acwc");

    private ReturnSheet() {}

    /** What the bank says became of a payment. */
    enum Result {
        PAID,
        FAILED,
        /** The bank has not ended it. */
        UNDER_WAY,
        /** Words that nobody knows. */
        UNKNOWN
    }

    /**
     * A row as the bank wrote it.
     *
     * @param amount what it says was to be paid, where it says so
     * @param amountText the same as it stands there
     */
    record Row(
            long number,
            String reference,
            Result result,
            String resultText,
            String reason,
            Optional<Money> amount,
            String amountText) {

        /** A row of texts as they stand there. */
        static Row of(long number, String reference, String result, String reason, String amount) {
            return new Row(
                    number,
                    reference,
                    ReturnSheet.result(result),
                    result,
                    shortened(reason),
                    ReturnSheet.amount(amount),
                    amount);
        }
    }

    /**
     * Reads a file, by the end of its name.
     *
     * @throws Refusal {@code payments.return-headings} (what is missing) when it has no column for the reference or for
     *     the result, {@code payments.return-long} when it has too many rows, or what {@link SheetProblem} or
     *     {@link StatusReport} says
     */
    static List<Row> read(String name, byte[] content) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            return StatusReport.read(name, content);
        }
        try {
            Path folder = Files.createTempDirectory("yingbao-return");
            Path file = folder.resolve(safeName(name));
            try {
                Files.write(file, content);
                try (Table table = SingleTable.open(file)) {
                    return rows(table);
                }
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (SheetProblem problem) {
            throw Refusal.invalid(
                    problem.code(),
                    problem.args().stream()
                            .map(arg -> arg.equals(safeName(name)) ? name : arg)
                            .toArray());
        } catch (IOException unreadable) {
            throw Refusal.invalid("payments.return-unreadable", name);
        }
    }

    /** Only the end of the name says something; the rest may hold anything. */
    private static String safeName(String name) {
        int point = name.lastIndexOf('.');
        String extension = point < 0 ? "" : name.substring(point).toLowerCase(Locale.ROOT);
        return extension.matches("\\.[a-z]{1,5}") ? "return" + extension : "return";
    }

    private static List<Row> rows(Table table) throws IOException {
        List<String> header = table.header().stream()
                .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
                .toList();
        int reference = column(header, REFERENCES);
        int result = column(header, RESULTS);
        if (reference < 0 || result < 0) {
            throw Refusal.invalid(
                    "payments.return-headings", reference < 0 ? REFERENCES.getFirst() : RESULTS.getFirst());
        }
        int reason = column(header, REASONS);
        int amount = column(header, AMOUNTS);
        List<Row> rows = new ArrayList<>();
        table.forEachRow((number, cells) -> {
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            if (rows.size() == ROWS_MAX) {
                throw Refusal.invalid("payments.return-long", ROWS_MAX);
            }
            rows.add(Row.of(
                    number, cell(cells, reference), cell(cells, result), cell(cells, reason), cell(cells, amount)));
        });
        return rows;
    }

    private static int column(List<String> header, List<String> names) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static Result result(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (PAID.contains(plain)) {
            return Result.PAID;
        }
        if (UNDER_WAY.contains(plain)) {
            return Result.UNDER_WAY;
        }
        return FAILED.contains(plain) ? Result.FAILED : Result.UNKNOWN;
    }

    private static Optional<Money> amount(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Money.ofYuan(text));
        } catch (ValueException notAnAmount) {
            return Optional.empty();
        }
    }
}
