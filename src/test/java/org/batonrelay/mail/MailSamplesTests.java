package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.assertj.core.api.SoftAssertions;
import org.batonrelay.mail.IncomingMail.Sort;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mails of our own making, in src/test/resources/mail-samples: what the corpus has not, in English and German. */
class MailSamplesTests {

    private static final String OUR_MAIL = "<0a1b2c3d4e5f60718293a4b5c6d7e8f9@baton.example>";

    @TestFactory
    List<DynamicTest> everyBounceIsRecognisedAndNamesWhoWasNotReached() {
        return each("bounces", file -> {
            IncomingMail mail = Understood.file(file);
            assertThat(mail.sort()).isEqualTo(Sort.BOUNCE);
            assertThat(mail.failedRecipients()).contains("kim@client.example");
            if (Files.readString(file).contains("Message-ID: " + OUR_MAIL)) {
                assertThat(mail.references()).startsWith(OUR_MAIL);
            }
        });
    }

    @TestFactory
    List<DynamicTest> everyAutomaticAnswerIsRecognisedWithTheDayItNames() throws IOException {
        Properties days = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/test/resources/mail-samples/auto-replies/away-until.properties"))) {
            days.load(file);
        }
        return each("auto-replies", file -> {
            IncomingMail mail = Understood.file(file);
            String day = days.getProperty(file.getFileName().toString().replace(".eml", ""));
            assertThat(mail.sort()).isEqualTo(Sort.AUTOMATIC);
            assertThat(mail.awayUntil()).isEqualTo(day == null ? null : LocalDate.parse(day));
        });
    }

    @TestFactory
    List<DynamicTest> whatAPersonWroteIsTakenAsSuchAndCut() {
        return each("humans", file -> {
            IncomingMail mail = Understood.file(file);
            Path said = Path.of(file.toString().replace(".eml", ".said"));
            SoftAssertions both = new SoftAssertions();
            both.assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
            both.assertThat(mail.said()).isEqualTo(Files.readString(said).strip());
            both.assertAll();
        });
    }

    /** Somebody may look at those that people write, too. */
    @Test
    void whatAProgramMarksIsToldFromWhatOnlySeemsSo() {
        String rest = "From: Kim Park <kim@client.example>\nSubject: Our plants\n\nWe have three plants by now.\n";
        for (String person : List.of("List-Id: <all.client.example>\n", "X-Auto-Response-Suppress: All\n")) {
            IncomingMail mail = Understood.mail(person + rest);
            assertThat(mail.sort()).as(person).isEqualTo(Sort.AUTOMATIC);
            assertThat(mail.onlySeemsAutomatic()).as(person).isTrue();
        }
        for (String program : List.of(
                "Auto-Submitted: auto-replied\n",
                "X-Autoreply: yes\n",
                "X-Auto-Response-Suppress: All\nX-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent\n")) {
            IncomingMail mail = Understood.mail(program + rest);
            assertThat(mail.sort()).as(program).isEqualTo(Sort.AUTOMATIC);
            assertThat(mail.onlySeemsAutomatic()).as(program).isFalse();
        }
    }

    private interface Claim {
        void check(Path file) throws IOException;
    }

    private static List<DynamicTest> each(String folder, Claim claim) {
        return Understood.files("mail-samples/" + folder).stream()
                .filter(file -> file.toString().endsWith(".eml"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> claim.check(file)))
                .toList();
    }
}
