package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Texts;
import yingbao.platform.lists.ListExports;
import yingbao.sheet.ListSheet;
import yingbao.sheet.ListSheet.Column;
import yingbao.sheet.ListSheet.CountColumn;
import yingbao.sheet.ListSheet.TextColumn;

/** What waits for the caller, as a workbook. */
@Service
class QueueExport {
    private final Work work;
    private final ListExports exports;
    private final Texts texts;

    QueueExport(Work work, ListExports exports, Texts texts) {
        this.work = work;
        this.exports = exports;
        this.texts = texts;
    }

    @Transactional
    ResponseEntity<byte[]> workbook(Work.Filter filter) {
        List<CaseLine> lines = exports.all(
                work.queue(filter, 0, Page.SIZE_MAX), (offset, size) -> work.queueRows(filter, offset, size));
        String title = texts.text("cases.export.queue");
        Map<String, String> narrowed = Map.of(
                "area", filter.area(),
                "step", filter.step(),
                "programme", filter.programme(),
                "q", filter.text(),
                "waiting", filter.waiting() ? "yes" : "",
                "overdue", filter.overdue() ? "yes" : "");
        return exports.workbook("queue", title, narrowed, List.of(new ListSheet<>(title, columns(), lines)));
    }

    private List<Column<CaseLine>> columns() {
        return List.of(
                new TextColumn<>(heading("number"), ListSheet.MIDDLE, CaseLine::number),
                new TextColumn<>(heading("applicant"), ListSheet.MIDDLE, CaseLine::applicant),
                new TextColumn<>(heading("household"), ListSheet.MIDDLE, CaseLine::householdNumber),
                new TextColumn<>(heading("area"), ListSheet.WIDE, CaseLine::areaPath),
                new TextColumn<>(heading("programme"), ListSheet.MIDDLE, CaseLine::programmeTitle),
                new TextColumn<>(heading("step"), ListSheet.MIDDLE, CaseLine::stateTitle),
                new TextColumn<>(
                        heading("since"), ListSheet.NARROW, line -> line.since().toString()),
                new TextColumn<>(
                        heading("due"),
                        ListSheet.NARROW,
                        line -> line.dueOn().map(LocalDate::toString).orElse("")),
                new CountColumn<>(heading("overdue-days"), ListSheet.NARROW, CaseLine::overdueDays));
    }

    private String heading(String column) {
        return texts.text("cases.export." + column);
    }
}
