package yingbao.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import yingbao.platform.kernel.Qr;
import yingbao.platform.kernel.Refusal;

class FormsTest {
    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final Forms forms = new Forms(new FormFont(""));

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("\\s", "");
    }

    private PDDocument printed(Form form) throws IOException {
        return Loader.loadPDF(forms.pdf(form));
    }

    @Test
    void a_paper_says_in_chinese_what_it_was_told_to() throws IOException {
        try (PDDocument pdf = printed(Samples.refused())) {
            assertThat(text(pdf, 1))
                    .contains("甲类救助不予批准告知书", "示民告〔2016〕12号", "王春生：")
                    .contains("1．家庭人均年收入8,100.00元，高于标准4,200.00元（依据：《某某办法》第九条）")
                    .contains("2．家庭有机动车辆1辆")
                    .contains("60日内向示范县人民政府申请行政复议")
                    .contains("6个月内向人民法院提起行政诉讼（依据：《甲法》第九条、《乙法》第四十六条）");
        }
    }

    @Test
    void a_letter_without_a_reason_has_no_empty_row_for_it() throws IOException {
        try (PDDocument with = printed(Samples.resumed("情况已查清"));
                PDDocument without = printed(Samples.resumed(" "))) {
            assertThat(text(with, 1)).contains("理由情况已查清");
            assertThat(text(without, 1)).contains("恢复发放").doesNotContain("理由");
        }
    }

    @Test
    void what_looks_like_markup_is_printed_as_it_is() throws IOException {
        try (PDDocument pdf = printed(Samples.application())) {
            assertThat(text(pdf, 1)).contains("<请核实>");
        }
    }

    @Test
    void the_typeface_is_in_the_paper() throws IOException {
        try (PDDocument pdf = printed(Samples.granted())) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void sheets_are_a4_as_official_papers_are() throws IOException {
        try (PDDocument pdf = printed(Samples.granted())) {
            assertThat(Math.round(pdf.getPage(0).getMediaBox().getWidth() / POINTS_PER_MM))
                    .isEqualTo(210);
            assertThat(Math.round(pdf.getPage(0).getMediaBox().getHeight() / POINTS_PER_MM))
                    .isEqualTo(297);
        }
        try (PDDocument pdf = printed(Samples.paymentList(1))) {
            assertThat(Math.round(pdf.getPage(0).getMediaBox().getWidth() / POINTS_PER_MM))
                    .isEqualTo(297);
        }
    }

    @Test
    void a_long_list_goes_on_under_the_same_header_with_numbered_sheets() throws IOException {
        try (PDDocument pdf = printed(Samples.paymentList(60))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).containsOnlyOnce("开户银行账号").contains("—" + page + "—");
            }
            assertThat(text(pdf, pdf.getNumberOfPages())).contains("合计", "35,730.00", "复核人");
        }
    }

    /** Letters that are drawn more than once at the same place of a sheet. */
    private static String drawnTwice(PDDocument pdf) throws IOException {
        StringBuilder twice = new StringBuilder();
        PDFTextStripper stripper = new PDFTextStripper() {
            private final Set<String> seen = new HashSet<>();

            @Override
            protected void processTextPosition(TextPosition letter) {
                String place = getCurrentPageNo() + " " + letter.getXDirAdj() + " " + letter.getYDirAdj();
                if (!seen.add(place)) {
                    twice.append(letter.getUnicode());
                }
                super.processTextPosition(letter);
            }
        };
        stripper.getText(pdf);
        return twice.toString();
    }

    @Test
    void nothing_is_drawn_twice_on_top_of_itself() throws IOException {
        for (Form form : List.of(Samples.paymentList(60), Samples.notice(60), Samples.application())) {
            try (PDDocument pdf = printed(form)) {
                assertThat(drawnTwice(pdf)).isEmpty();
            }
        }
    }

    @Test
    void a_notice_carries_a_code_that_opens_the_same_page() throws IOException, ReaderException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Qr.png("https://yingbao.example/wall/公示-31")));
        int side = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, side, side, new int[side * side], 0, side);
        BinaryBitmap seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));

        assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo("https://yingbao.example/wall/公示-31");
        assertThat(Qr.svg("x")).startsWith("<svg").contains("M4 4h1v1h-1z");
        try (PDDocument pdf = printed(Samples.notice(4))) {
            assertThat(text(pdf, 1))
                    .contains("自2016年10月10日张贴，至2016年10月16日期满", "https://yingbao.example/wall/2016-00031");
        }
    }

    @Test
    void a_row_that_does_not_fit_its_header_is_refused() {
        List<Form.Column> columns = List.of(new Form.Column("姓名", 1, Form.Align.LEFT));

        assertThatThrownBy(() -> new Form.Table("", columns, List.of(List.of("甲", "乙")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_missing_typeface_is_named() {
        Forms without = new Forms(new FormFont("/nowhere/font.ttf"));

        assertThatThrownBy(() -> without.pdf(Samples.granted())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("documents.font-missing");
            assertThat(refusal.args()).containsExactly("/nowhere/font.ttf");
        });
    }

    @Test
    void the_papers_are_kept_for_the_eye() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Map<String, Form> papers = Map.of(
                "application", Samples.application(),
                "granted", Samples.granted(),
                "refused", Samples.refused(),
                "notice", Samples.notice(24),
                "list", Samples.paymentList(60));
        for (Map.Entry<String, Form> paper : papers.entrySet()) {
            Path file = folder.resolve(paper.getKey() + ".pdf");
            Files.write(file, forms.pdf(paper.getValue()));
            assertThat(file).isNotEmptyFile();
        }
    }
}
