package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Sort;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Other people's mails: src/test/resources/mail-corpus, and where they come from in its SOURCES.md. */
class MailCorpusTests {

    /** What a reader takes as the answer. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("correct_sig.txt", "this is an email with a correct -- signature."),
            Map.entry("email_1_4.txt", "Awesome! I haven't had another problem with it."),
            Map.entry("email_1_6.txt", "I get proper rendering as well."),
            Map.entry("email_1_8.txt", "I will reply under this one\n\nand under this."),
            Map.entry("email_2_2.txt", "Outlook with a reply directly above line"),
            Map.entry("email_BlackBerry.txt", "Here is another email"),
            Map.entry("email_iPhone.txt", "Here is another email"),
            Map.entry("email_multi_word_sent_from_my_mobile_device.txt", "Here is another email"),
            Map.entry(
                    "email_sent_from_my_not_signature.txt",
                    "Here is another email\n\nSent from my desk, is much easier then my mobile phone."),
            Map.entry("talon-android.eml", "Hello"),
            Map.entry("talon-apple_mail.eml", "Hello"),
            Map.entry("talon-gmail.eml", "Hello"),
            Map.entry("talon-iphone.eml", "Hello"),
            Map.entry("talon-outlook.eml", "Hello"),
            Map.entry("talon-thunderbird.eml", "Hello"));

    @TestFactory
    List<DynamicTest> everyBounceIsRecognised() {
        List<Path> bounces = Understood.files("mail-corpus/bounces");
        assertThat(bounces).hasSize(76);
        return each(bounces, file -> assertThat(Understood.file(file).sort()).isEqualTo(Sort.BOUNCE));
    }

    @TestFactory
    List<DynamicTest> everyAutomaticAnswerIsRecognised() {
        return each(
                Understood.files("mail-corpus/auto-replies"),
                file -> assertThat(Understood.file(file).sort()).isEqualTo(Sort.AUTOMATIC));
    }

    @TestFactory
    List<DynamicTest> whatIsNoBounceIsNone() {
        return each(
                Understood.files("mail-corpus/not-bounces"),
                file -> assertThat(Understood.file(file).sort()).isEqualTo(Sort.HUMAN));
    }

    @TestFactory
    List<DynamicTest> everyAnswerIsCutAsItsReaderWould() {
        return each(
                Understood.files("mail-corpus/replies").stream()
                        .filter(file -> SAID.containsKey(file.getFileName().toString()))
                        .toList(),
                file -> {
                    IncomingMail mail = reply(file);
                    assertThat(mail.said())
                            .isEqualTo(SAID.get(file.getFileName().toString()));
                    assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
                });
    }

    @Test
    void aLongAnswerAboveAndBelowItsQuoteIsCut() {
        String said = reply(Path.of("src/test/resources/mail-corpus/replies/email_1_2.txt"))
                .said();

        assertThat(said)
                .startsWith("Hi,\n\nYou can list the keys")
                .contains("        for(String key : bucketInfo.getKeys()) {\n            riakClient.delete")
                .endsWith("you’ll need to delete them all individually.\"");
    }

    @Test
    void anAnswerThatBeginsLikeAnIntroductionIsKept() {
        String said = reply(Path.of("src/test/resources/mail-corpus/replies/greedy_on.txt"))
                .said();

        assertThat(said)
                .startsWith("On your remote host you can run:\n\n     telnet 127.0.0.1 52698")
                .endsWith("fails, the tunnel is not working.");
    }

    @Test
    void aBounceNamesWhoWasNotReachedAndWhichMail() {
        IncomingMail standard = Understood.file(Path.of("src/test/resources/mail-corpus/bounces/rhost-google-06.eml"));
        assertThat(standard.failedRecipients()).isNotEmpty();
        IncomingMail exim = Understood.file(Path.of("src/test/resources/mail-corpus/bounces/lhost-exim-52.eml"));
        assertThat(exim.references()).startsWith("<2222CAT-222222-22@neko.example.com>");
        IncomingMail yahoo = Understood.file(Path.of("src/test/resources/mail-corpus/bounces/lhost-yahoo-04.eml"));
        assertThat(yahoo.failedRecipients()).containsExactly("kijitora@example.co.jp");
    }

    /** All others of them are final. */
    @Test
    void aWarningOfADelayIsToldApart() {
        assertThat(Understood.files("mail-corpus/bounces").stream()
                        .filter(file -> Understood.file(file).delayed())
                        .map(file -> file.getFileName().toString()))
                .containsExactly("lhost-opensmtpd-04.eml", "lhost-opensmtpd-15.eml", "rhost-gsuite-06.eml");
    }

    private static IncomingMail reply(Path file) {
        if (file.toString().endsWith(".eml")) {
            return Understood.file(file);
        }
        String body = new String(Understood.bytes(file), StandardCharsets.UTF_8);
        return Understood.mail(
                "From: kim@client.example\nSubject: Re: Our call\nContent-Type: text/plain; charset=utf-8\n"
                        + "Content-Transfer-Encoding: 8bit\n\n" + body);
    }

    private interface Claim {
        void check(Path file);
    }

    private static List<DynamicTest> each(List<Path> files, Claim claim) {
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> claim.check(file)))
                .toList();
    }
}
