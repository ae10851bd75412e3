package yingbao.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import yingbao.platform.PlatformTest;
import yingbao.platform.audit.Audit;
import yingbao.platform.audit.AuditFilter;
import yingbao.platform.audit.Entry;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.value.AreaCode;

class DocumentsTest extends PlatformTest {
    private static final String CLERK = "township-clerk";
    private static final String TOWNSHIP = "229901100";
    private static final String ELSEWHERE = "229901101";
    private static final AreaCode VILLAGE = AreaCode.parse("229901100200");
    private static final byte[] PDF = "%PDF-1.7 户口簿".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Documents documents;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    private DocumentId stored(String name, byte[] content) {
        return as(CLERK, TOWNSHIP, () -> documents.store(name, content, VILLAGE));
    }

    private OpenedDocument opened(DocumentId id, String township) {
        return as(CLERK, township, () -> documents.open(id));
    }

    private static void tamper(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] archive(String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                archive.putNextEntry(new ZipEntry(part));
            }
        }
        return bytes.toByteArray();
    }

    private String codeOf(String name, byte[] content) {
        try {
            return stored(name, content).toString();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    @Test
    void a_file_is_opened_as_it_was_stored_and_the_log_tells_who_did() {
        DocumentId id = stored("C:\\扫描\\户口簿.PDF", PDF);

        OpenedDocument document = opened(id, TOWNSHIP);

        assertThat(document.content()).isEqualTo(PDF);
        assertThat(document.view().name()).isEqualTo("户口簿.pdf");
        assertThat(document.view().mediaType()).isEqualTo("application/pdf");
        AuditFilter opening =
                new AuditFilter("", "document.open", "", "", LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1), 0, 10);
        assertThat(as(CLERK, TOWNSHIP, () -> audit.find(opening)).rows())
                .extracting(Entry::subjectId)
                .containsExactly(id.value().toString());
    }

    @Test
    void a_browser_gets_a_file_as_an_attachment_that_can_do_nothing() throws IOException {
        MockMultipartFile file = new MockMultipartFile("file", "户口簿.pdf", "text/html", PDF);
        MvcTestResult taken = Callers.as(
                caller(CLERK, TOWNSHIP),
                () -> mvc.perform(multipart("/api/documents")
                        .file(file)
                        .param("area", VILLAGE.digits())
                        .with(csrf())));
        assertThat(taken).hasStatus(HttpStatus.CREATED);
        String id = taken.getResponse().getContentAsString().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

        MvcTestResult given = Callers.as(caller(CLERK, TOWNSHIP), () -> mvc.perform(get("/api/documents/" + id)));

        assertThat(given)
                .hasStatusOk()
                .hasContentType("application/pdf")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        assertThat(given.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E6%88%B7%E5%8F%A3%E7%B0%BF.pdf");
        assertThat(given.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(Callers.<MvcTestResult, RuntimeException>as(
                        caller("province-officer", "22"), () -> mvc.perform(get("/api/documents/" + id))))
                .as("who sees persons masked opens no paper that shows them whole")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void the_content_lies_sealed_in_the_database() throws SQLException {
        stored("户口簿.pdf", PDF);

        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sealed from documents.file")) {
            rows.next();
            assertThat(new String(rows.getBytes(1), StandardCharsets.UTF_8)).doesNotContain("户口簿", "%PDF");
        }
    }

    @Test
    void the_content_says_what_a_file_is_and_its_name_follows() throws IOException {
        byte[] sheet = archive("[Content_Types].xml", "xl/workbook.xml");
        byte[] text = archive("[Content_Types].xml", "word/document.xml");
        byte[] table = "姓名,金额\n王春生,550\n".getBytes(Charset.forName("GB18030"));

        List<DocumentId> ids = List.of(stored("名册.pdf", sheet), stored("说明", text), stored("表.csv", table));

        assertThat(as(CLERK, TOWNSHIP, () -> documents.find(ids)))
                .extracting(DocumentView::name)
                .containsExactlyInAnyOrder("名册.xlsx", "说明.docx", "表.csv");
    }

    @Test
    void what_is_none_of_the_types_is_refused_whatever_its_name_says() throws IOException {
        assertThat(codeOf("a.pdf", "MZ\0\1program".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("documents.type");
        assertThat(codeOf("a.csv", "<html>,<script>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("documents.type");
        assertThat(codeOf("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEqualTo("documents.type");
        assertThat(codeOf("a.docx", archive("a.txt"))).isEqualTo("documents.type");
        assertThat(codeOf("a.pdf", new byte[0])).isEqualTo("documents.empty");
        assertThat(codeOf("a.pdf", new byte[Documents.BYTES_MAX + 1])).isEqualTo("documents.too-large");
    }

    @Test
    void nobody_opens_or_lists_a_file_of_another_area_or_stores_one_there() {
        DocumentId id = stored("户口簿.pdf", PDF);

        assertThatThrownBy(() -> opened(id, ELSEWHERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("documents.unknown"));
        assertThat(as(CLERK, ELSEWHERE, () -> documents.find(List.of(id)))).isEmpty();
        assertThatThrownBy(() -> as(CLERK, ELSEWHERE, () -> documents.store("a.pdf", PDF, VILLAGE)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("documents.outside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set sealed = set_byte(sealed, length(sealed) - 3, get_byte(sealed, length(sealed) - 3) # 1)",
                "set sealed = '\\x01'",
                "set sha256 = set_byte(sha256, 0, get_byte(sha256, 0) # 1)",
                "set sealed = other.sealed, sha256 = other.sha256 from documents.file other where other.id <> file.id"
            })
    void what_was_changed_in_the_database_is_not_shown(String change) throws SQLException {
        DocumentId id = stored("户口簿.pdf", PDF);
        stored("另一份.pdf", "%PDF-1.7 other".getBytes(StandardCharsets.UTF_8));

        tamper("update documents.file " + change);

        assertThatThrownBy(() -> opened(id, TOWNSHIP))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("documents.changed"));
    }

    @Test
    void the_application_itself_can_neither_change_nor_delete_a_file() {
        stored("户口簿.pdf", PDF);

        for (String change : List.of("update documents.file set name = 'x'", "delete from documents.file")) {
            assertThatThrownBy(() ->
                            as("administrator", "22", () -> jdbc.sql(change).update()))
                    .isInstanceOf(BadSqlGrammarException.class);
        }
    }

    @Test
    void a_file_that_nobody_stored_is_unknown() {
        assertThatThrownBy(() -> opened(new DocumentId(UUID.randomUUID()), TOWNSHIP))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("documents.unknown"));
    }
}
