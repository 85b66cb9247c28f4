package org.batonrelay.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Sort;
import org.batonrelay.reading.UnreadableMail;
import org.junit.jupiter.api.Test;

/** Mails that no mail program makes, and those that somebody makes on purpose. */
class BadMailTests {

    private static final String HEAD =
            "From: Kim <kim@client.example>\nTo: leads@baton.example\nSubject: Hello\nMIME-Version: 1.0\n";

    @Test
    void aMailNestedFiveHundredDeepIsRefusedInWords() {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < 500; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        mail.append("Content-Type: text/plain\n\nConfirmed.\n");

        assertThatThrownBy(() -> Understood.mail(mail.toString()))
                .isInstanceOf(UnreadableMail.class)
                .hasMessage("Its parts lie within one another more than 25 deep.");
    }

    @Test
    void aMailOfTenThousandPartsIsRefusedInWords() {
        String part = "--b\nContent-Type: text/plain\n\nx\n";
        assertThatThrownBy(() -> Understood.mail(
                        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(10_000) + "--b--\n"))
                .isInstanceOf(UnreadableMail.class)
                .hasMessage("It has more than 300 parts.");
    }

    @Test
    void aMailWhosePartsCannotBeToldApartReadsAsItStands() {
        assertThat(Understood.mail(HEAD + "Content-Type: multipart/mixed\n\nConfirmed.\n")
                        .text())
                .contains("Confirmed.");
        assertThat(Understood.mail(HEAD + "Content-Type: multipart/mixed; boundary=nowhere\n\nConfirmed.\n")
                        .text())
                .contains("Confirmed.");
        assertThat(Understood.mail(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nNo end.\n")
                        .text())
                .contains("No end.");
    }

    @Test
    void aCharsetThatIsWrongOrUnknownCostsNoWord() {
        String german = "Grüße aus Köln";
        assertThat(Understood.mail((HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + german).getBytes(ISO_8859_1))
                        .text())
                .contains(german);
        assertThat(Understood.mail((HEAD + "Content-Type: text/plain; charset=us-ascii\n\n" + german).getBytes(UTF_8))
                        .text())
                .contains(german);
        assertThat(Understood.mail((HEAD + "Content-Type: text/plain; charset=klingon\n\n" + german).getBytes(UTF_8))
                        .text())
                .contains(german);
        assertThat(Understood.mail((HEAD + "Content-Type: nonsense\n\n" + german).getBytes(UTF_8))
                        .text())
                .contains(german);
    }

    @Test
    void anEncodingThatIsBrokenIsShownAsItStands() {
        IncomingMail mail = Understood.mail(
                HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n*** not base64 at all ***\n");
        assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
        assertThat(Understood.mail(HEAD + "Content-Transfer-Encoding: rot13\n\nUryyb\n")
                        .text())
                .contains("Uryyb");
    }

    @Test
    void aLineBreakInAHeaderEndsNothing() {
        IncomingMail mail = Understood.mail("From: =?utf-8?Q?Kim=0D=0ABcc:_eve=40evil.example?= <kim@client.example>\n"
                + "To: leads@baton.example\nSubject: =?utf-8?Q?Hello=0D=0AX-Evil:_yes?=\n\nHello\n");
        assertThat(mail.subject()).isEqualTo("Hello X-Evil: yes");
        assertThat(mail.fromName()).isEqualTo("Kim Bcc: eve@evil.example");
        assertThat(mail.fromAddress()).isEqualTo("kim@client.example");
    }

    @Test
    void anEnclosureHasANameWithoutAPathAndTheTypeItsSenderClaims() {
        IncomingMail mail = Understood.mail(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee file.\n"
                + "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../etc/invoice.pdf\"\n"
                + "Content-Transfer-Encoding: base64\n\nUEsDBAo=\n--b--\n");
        assertThat(mail.attachments())
                .containsExactly(new IncomingMail.Enclosure(0, "invoice.pdf", "application/pdf", 5));
        assertThat(mail.said()).isEqualTo("See file.");
    }

    @Test
    void aMailWithoutAnythingIsAPersonsSilence() {
        IncomingMail mail = Understood.mail("");
        assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
        assertThat(mail.fromAddress()).isEmpty();
        assertThat(mail.said()).isEmpty();
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    }

    /** Long enough that whatever grows with the square of a length would take minutes: 250,000 characters and more. */
    @Test
    void whatStrangersMakeEndlessIsReadInBoundedTime() {
        List<String> bodies = List.of(
                "a".repeat(1_000_000),
                "a ".repeat(125_000),
                "> ".repeat(500_000),
                ">\n".repeat(500_000),
                "On 1 Jan 2026 at 10:00, ".repeat(10_000),
                "From: x\nTo: y\n".repeat(70_000),
                "--\n".repeat(300_000),
                "Best regards\n".repeat(70_000),
                "bis 1.1. ".repeat(25_000));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String body : bodies) {
                Understood.mail(HEAD + "\n" + body);
                Understood.mail(HEAD + "Auto-Submitted: auto-replied\n\n" + body);
            }
            Understood.mail(HEAD + "Content-Type: text/html\n\n" + "<div>".repeat(200_000) + "Hi");
            Understood.mail(HEAD + "Content-Type: text/html\n\n" + "<blockquote><b>x</b>".repeat(20_000));
            Understood.mail(
                    "To: " + "a@b.example, ".repeat(80_000) + "\nReferences: " + "<a@b>".repeat(200_000) + "\n\n");
            Understood.mail(
                    "From: MAILER-DAEMON\nSubject: " + "undelivered ".repeat(20_000) + "\n\n" + "550 ".repeat(62_500));
        });
    }

    /** New damage with each build, so that few pieces a mail are enough; {@code -Dbaton.damage-seed=7} does it again. */
    @Test
    void noDamageToAMailStopsTheInbox() {
        long seed = Long.getLong("baton.damage-seed", System.nanoTime() % 1_000_000);
        Random random = new Random(seed);
        List<byte[]> mails = new ArrayList<>();
        List.of("mail-corpus/bounces", "mail-corpus/replies", "mail-samples/humans")
                .forEach(folder -> {
                    for (Path file : Understood.files(folder)) {
                        mails.add(Understood.bytes(file));
                    }
                });
        for (byte[] mail : mails) {
            for (int i = 0; i < 2; i++) {
                byte[] damaged = mail.clone();
                for (int hit = 0; hit < 1 + random.nextInt(40); hit++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(Understood.mail(damaged).sort())
                            .as("seed %s", seed)
                            .isNotNull();
                } catch (UnreadableMail e) {
                    assertThat(e.getMessage()).isNotBlank();
                } catch (RuntimeException e) {
                    throw new AssertionError("-Dbaton.damage-seed=" + seed, e);
                }
            }
        }
    }

    @Test
    void aForgedVouchingIsNotBelieved() {
        String forged = "Authentication-Results: mx.evil.example; dmarc=pass header.from=baton.example\n";
        String ours = "Authentication-Results: mx.baton.example; dmarc=pass header.from=baton.example\n";
        assertThat(proven(ours)).isTrue();
        assertThat(proven(forged)).isFalse();
        assertThat(proven(forged + ours))
                .as("ours came with the mail: it stands below")
                .isFalse();
        assertThat(proven("")).isFalse();
        assertThat(proven(ours.replace("pass", "fail") + ours)).isFalse();
    }

    private static boolean proven(String headers) {
        byte[] raw = (headers + HEAD + "\nHello").getBytes(UTF_8);
        return Understood.mail(raw, "mx.baton.example", Instant.parse("2026-11-22T10:00:00Z"))
                .fromIsProven();
    }
}
