package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class FileRulesTests {

    private final FileRules rules =
            new FileRules(DataSize.ofMegabytes(1), List.of("pdf", "png", "txt", "docx", "csv", "doc"));

    @Test
    void keepsWhatIsWhatItsNameSays() throws IOException {
        assertThat(rules.fault("offer.pdf", bytes("%PDF-1.7\n..."))).isEmpty();
        assertThat(rules.fault("Photo.PNG", bytes("\u0089PNG\r\n..."))).isEmpty();
        assertThat(rules.fault("list.csv", bytes("a;b\n1;2\n"))).isEmpty();
        assertThat(rules.fault("terms.docx", zip("[Content_Types].xml", "word/document.xml")))
                .isEmpty();
    }

    @Test
    void refusesAnArchiveThatIsCalledAnInvoice() throws IOException {
        assertThat(rules.fault("invoice.pdf", zip("invoice.exe")))
                .hasValue("invoice.pdf is not what its name says: its content is a ZIP archive. So it was not kept.");
    }

    @ParameterizedTest
    @CsvSource({
        "offer.pdf, MZ\u0090, a program",
        "offer.doc, MZ\u0090, a program",
        "list.txt, <!DOCTYPE html><html>, a web page",
        "list.csv, <svg onload='x'>, a web page",
        "photo.png, %PDF-1.4, a PDF"
    })
    void saysWhatItIsInstead(String name, String content, String kind) {
        assertThat(rules.fault(name, bytes(content)).orElseThrow()).contains(name, kind);
    }

    @Test
    void refusesMacrosUnderAHarmlessName() throws IOException {
        assertThat(rules.fault("terms.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isPresent();
    }

    @Test
    void refusesKindsThatAreNotOnTheListAndWhatIsTooLarge() {
        assertThat(rules.fault("setup.exe", bytes("MZ")).orElseThrow()).contains("Kept are: pdf, png");
        assertThat(rules.fault("page.html", bytes("<html>"))).isPresent();
        assertThat(rules.fault("noending", bytes("text"))).isPresent();
        assertThat(rules.fault("empty.pdf", new byte[0])).isPresent();
        assertThat(rules.fault("big.txt", new byte[1_048_577]).orElseThrow()).contains("larger than 1 MB");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
