package yingbao.platform.lists;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.sheet.ListSheet;

/** Hands out lists as workbooks. */
@Service
public class ListExports {
    /** How many rows a list may have that is handed out. */
    public static final int ROWS_MAX = 30_000;

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Long numbers, which may be somebody's citizen id or account, do not belong into the log. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4,}(?=[\\dXx]{4})");

    private final Audit audit;
    private final Today today;

    ListExports(Audit audit, Today today) {
        this.audit = audit;
        this.today = today;
    }

    /** The rows of a list after its first part, with the caller's filters and in the caller's scope; nothing is counted. */
    @FunctionalInterface
    public interface Rest<R> {
        List<R> rows(int offset, int size);
    }

    /**
     * Every row of a list, which is counted once.
     *
     * @param first its first part, with how many there are
     * @throws Refusal {@code lists.too-many} (how many there are at least, how many may be) for more than {@link #ROWS_MAX},
     *     or for more than were counted, so that nothing is left out without a word
     */
    public <R> List<R> all(Page<R> first, Rest<R> rest) {
        if (first.more() || first.total() > ROWS_MAX) {
            throw Refusal.conflict("lists.too-many", first.total(), ROWS_MAX);
        }
        List<R> rows = new ArrayList<>();
        List<R> part = first.rows();
        while (!part.isEmpty()) {
            rows.addAll(part);
            part = rows.size() < first.total() ? rest.rows(rows.size(), Page.SIZE_MAX) : List.of();
        }
        return rows;
    }

    /**
     * The workbook as a file to be kept, named by what it lists and the day; an entry in the log.
     *
     * @param list a stable name of the list
     * @param title what people call it
     * @param filters by what it was narrowed
     */
    @Transactional
    public ResponseEntity<byte[]> workbook(
            String list, String title, Map<String, String> filters, List<? extends ListSheet<?>> sheets) {
        Map<String, String> detail = new TreeMap<>();
        filters.forEach((filter, value) -> {
            if (!value.isEmpty()) {
                detail.put(filter, LONG_NUMBER.matcher(value).replaceAll("****"));
            }
        });
        detail.put("rows", Integer.toString(sheets.getFirst().rows().size()));
        audit.record("list.export", "list", list, Callers.current().area(), detail);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(title + " " + today.date() + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(WORKBOOK)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(ListSheet.workbook(sheets));
    }
}
