package yingbao.platform.radar;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Texts;
import yingbao.platform.lists.ListExports;
import yingbao.sheet.ListSheet;
import yingbao.sheet.ListSheet.AmountColumn;
import yingbao.sheet.ListSheet.Column;
import yingbao.sheet.ListSheet.CountColumn;
import yingbao.sheet.ListSheet.TextColumn;

/** Leads as a workbook, to be taken along to the village. */
@Service
class LeadExport {
    private final Leads leads;
    private final ListExports exports;
    private final Texts texts;

    LeadExport(Leads leads, ListExports exports, Texts texts) {
        this.leads = leads;
        this.exports = exports;
        this.texts = texts;
    }

    @Transactional
    ResponseEntity<byte[]> workbook(Leads.Filter filter) {
        List<Leads.LeadLine> lines =
                exports.all(leads.list(filter, 0, Page.SIZE_MAX), (offset, size) -> leads.rows(filter, offset, size));
        String title = texts.text("radar.export.title");
        Map<String, String> narrowed = Map.of(
                "area", filter.area(),
                "kind", filter.kind().map(Kind::name).orElse(""),
                "programme", filter.programme(),
                "cause", filter.cause(),
                "standing", filter.standing().name());
        return exports.workbook("radar", title, narrowed, List.of(new ListSheet<>(title, columns(), lines)));
    }

    private List<Column<Leads.LeadLine>> columns() {
        return List.of(
                new TextColumn<>(heading("kind"), ListSheet.NARROW, line -> texts.text("radar.kind." + line.kind())),
                new TextColumn<>(heading("name"), ListSheet.MIDDLE, Leads.LeadLine::name),
                new TextColumn<>(heading("household"), ListSheet.MIDDLE, Leads.LeadLine::householdNumber),
                new TextColumn<>(heading("area"), ListSheet.WIDE, Leads.LeadLine::areaPath),
                new TextColumn<>(
                        heading("programme"),
                        ListSheet.MIDDLE,
                        line -> line.programmes().stream()
                                .map(Leads.ProgrammeName::title)
                                .collect(Collectors.joining("；"))),
                new TextColumn<>(
                        heading("cause"),
                        ListSheet.WIDE,
                        line -> line.cause().stream().map(Leads.CauseView::text).collect(Collectors.joining("；"))),
                new AmountColumn<>(heading("amount"), ListSheet.NARROW, Leads.LeadLine::amountFen),
                new CountColumn<>(heading("people"), ListSheet.NARROW, Leads.LeadLine::people),
                new TextColumn<>(
                        heading("found"),
                        ListSheet.NARROW,
                        line -> line.foundOn().toString()),
                new TextColumn<>(
                        heading("state"), ListSheet.NARROW, line -> texts.text("radar.state." + line.standing())),
                new TextColumn<>(heading("closing"), ListSheet.MIDDLE, this::closing));
    }

    private String closing(Leads.LeadLine line) {
        return line.closing()
                .map(closing -> closing.reason()
                                .map(reason -> texts.text("radar.reason." + reason))
                                .orElseGet(() -> texts.text("radar.how." + closing.how()))
                        + (closing.text().isEmpty() ? "" : "：" + closing.text()))
                .orElse("");
    }

    private String heading(String column) {
        return texts.text("radar.export." + column);
    }
}
