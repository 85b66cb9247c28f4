package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.batonrelay.reading.IncomingMail;
import org.junit.jupiter.api.Test;

/** What is read as the words of a mail, in whatever its sender's program has packed them. */
class BodyTests {

    private static final String HEAD = "From: Kim <kim@client.example>\nSubject: Our call\nMIME-Version: 1.0\n";
    private static final String WORDS = "The budget is wrong.";

    @Test
    void mailR3_aMailThatIsOnlyWinmailDatIsRead() {
        String mail =
                HEAD + "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(winmail());
        assertThat(Understood.mail(mail).said()).isEqualTo(WORDS);
        assertThat(Understood.mail(mail).attachments()).extracting("name").containsExactly("prices.csv");
    }

    @Test
    void mailR3_aMailWithinItsOwnSignatureIsRead() {
        Understood.files("mail-samples/packed").forEach(file -> {
            assertThat(Understood.file(file).said()).as(file.toString()).isEqualTo(WORDS);
            assertThat(Understood.file(file).attachments()).isEmpty();
        });
    }

    @Test
    void mailR3_ofAnEncryptedMailItIsSaidWhereItLies() {
        assertThat(Understood.file(Path.of("src/test/resources/mail-samples/encrypted.eml"))
                        .text())
                .contains("encrypted", "mailbox");
    }

    @Test
    void mailR4_otherFormsOfTextAreBodies() {
        assertThat(Understood.mail(HEAD + "Content-Type: text/markdown\n\n" + WORDS)
                        .said())
                .isEqualTo(WORDS);
        assertThat(Understood.mail(HEAD + "Content-Type: text/enriched\n\n<bold>The budget</bold>\nis wrong.")
                        .said())
                .isEqualTo(WORDS);
        IncomingMail named = Understood.mail(
                HEAD + "Content-Type: text/plain; name=mail.txt\nContent-Disposition: attachment; filename=mail.txt\n\n"
                        + WORDS);
        assertThat(named.said()).isEqualTo(WORDS);
        assertThat(named.attachments()).isEmpty();
        IncomingMail part = Understood.mail(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: text/plain; name=body.txt\nContent-Disposition: inline; filename=body.txt\n\n" + WORDS
                + "\n--b--\n");
        assertThat(part.said()).isEqualTo(WORDS);
    }

    private static byte[] winmail() {
        ByteBuffer out = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x223E9F78).putShort((short) 1);
        attribute(out, 1, 0x0002800C, WORDS + "\0");
        attribute(out, 2, 0x00069002, "");
        attribute(out, 2, 0x00018010, "prices.csv\0");
        attribute(out, 2, 0x0006800F, "a;b");
        byte[] whole = new byte[out.position()];
        out.rewind().get(whole);
        return whole;
    }

    private static void attribute(ByteBuffer out, int level, int id, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        out.put((byte) level).putInt(id).putInt(bytes.length).put(bytes).putShort((short) 0);
    }
}
