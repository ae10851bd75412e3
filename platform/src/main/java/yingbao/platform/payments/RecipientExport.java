package yingbao.platform.payments;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Texts;
import yingbao.platform.lists.ListExports;
import yingbao.policy.value.AreaCode;
import yingbao.sheet.ListSheet;
import yingbao.sheet.ListSheet.AmountColumn;
import yingbao.sheet.ListSheet.Column;
import yingbao.sheet.ListSheet.TextColumn;

/** Whom a run pays, as a workbook; of an account only its last digits, as on the page. */
@Service
class RecipientExport {
    private final PaymentViews views;
    private final ListExports exports;
    private final Texts texts;

    RecipientExport(PaymentViews views, ListExports exports, Texts texts) {
        this.views = views;
        this.exports = exports;
        this.texts = texts;
    }

    @Transactional
    ResponseEntity<byte[]> workbook(PaymentViews.Filter filter) {
        List<RecipientView> rows = exports.all(
                views.recipients(filter.part(0, Page.SIZE_MAX)),
                (offset, size) -> views.recipientRows(filter.part(offset, size)));
        String title = texts.text("payments.export.recipients");
        Map<String, String> narrowed = Map.of(
                "run", filter.run().map(run -> run.value().toString()).orElse(""),
                "programme", filter.programme(),
                "area", filter.area().map(AreaCode::digits).orElse(""),
                "reason", filter.reason().map(Reason::name).orElse(""),
                "state", filter.state().map(RecipientView.State::name).orElse(""),
                "held", filter.held().map(HeldFor::name).orElse(""),
                "q", filter.wanted());
        return exports.workbook("recipients", title, narrowed, List.of(new ListSheet<>(title, columns(), rows)));
    }

    private List<Column<RecipientView>> columns() {
        return List.of(
                new TextColumn<>(heading("name"), ListSheet.MIDDLE, RecipientView::name),
                new TextColumn<>(heading("household"), ListSheet.MIDDLE, RecipientView::householdNumber),
                new TextColumn<>(heading("area"), ListSheet.WIDE, RecipientView::areaPath),
                new TextColumn<>(heading("programme"), ListSheet.MIDDLE, RecipientView::programmeTitle),
                new AmountColumn<>(heading("lines"), ListSheet.NARROW, RecipientView::linesFen),
                new AmountColumn<>(heading("collected"), ListSheet.NARROW, RecipientView::collectedFen),
                new AmountColumn<>(heading("carried"), ListSheet.NARROW, RecipientView::carriedFen),
                new AmountColumn<>(heading("pay"), ListSheet.NARROW, RecipientView::payFen),
                new TextColumn<>(
                        heading("state"), ListSheet.NARROW, row -> texts.text("payments.state." + row.state())),
                new TextColumn<>(heading("held"), ListSheet.MIDDLE, this::held),
                new TextColumn<>(heading("bank"), ListSheet.MIDDLE, RecipientView::bank),
                new TextColumn<>(heading("account"), ListSheet.NARROW, RecipientExport::tail),
                new TextColumn<>(heading("failure"), ListSheet.WIDE, RecipientView::failure));
    }

    private String held(RecipientView row) {
        return row.heldFor().map(why -> texts.text("payments.held." + why)).orElse("");
    }

    private static String tail(RecipientView row) {
        return row.accountTail().isEmpty() ? "" : "…" + row.accountTail();
    }

    private String heading(String column) {
        return texts.text("payments.export." + column);
    }
}
