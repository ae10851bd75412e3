package yingbao.platform.documents;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Prints papers. */
@Service
public class Forms {
    private static final String TEMPLATE = "/forms/form.html";

    private final FormFont font;
    private final Template template;

    Forms(FormFont font) {
        this.font = font;
        this.template = template();
    }

    private static Template template() {
        try (InputStream file = Objects.requireNonNull(Forms.class.getResourceAsStream(TEMPLATE));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return Mustache.compiler().emptyStringIsFalse(true).compile(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A paper as PDF of A4 sheets with their numbers; the typeface is in it.
     *
     * @throws yingbao.platform.kernel.Refusal {@code documents.font-missing} when the typeface is not there
     */
    public byte[] pdf(Form form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(font::stream, "official");
        builder.withHtmlContent(html(form), "");
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    String html(Form form) {
        return template.execute(FormLayout.of(form));
    }
}
