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
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Sort;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mails of our own making, in src/test/resources/mail-samples: what the corpus has not, in many languages. */
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
        Properties days = days("auto-replies/away-until.properties");
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

    @TestFactory
    List<DynamicTest> everyWarningOfADelayIsOneAndNamesNobody() {
        return each("delayed", file -> {
            IncomingMail mail = Understood.file(file);
            assertThat(mail.sort()).isEqualTo(Sort.BOUNCE);
            assertThat(mail.delayed()).isTrue();
            assertThat(mail.failedRecipients()).isEmpty();
        });
    }

    @TestFactory
    List<DynamicTest> everyAbsenceWithoutAMarkIsRecognisedByItsWordsWithTheDayItNames() {
        return each("away", MailSamplesTests::isAway);
    }

    @TestFactory
    List<DynamicTest> everyAbsenceWithAMarkIsRecognisedWithTheDayItNames() {
        return each("away-marked", MailSamplesTests::isAway);
    }

    private static void isAway(Path file) throws IOException {
        IncomingMail mail = Understood.file(file);
        String day = days("away-until.properties")
                .getProperty(file.getFileName().toString().replace(".eml", ""));
        assertThat(mail.sort()).isEqualTo(Sort.AUTOMATIC);
        assertThat(mail.saysAway()).isTrue();
        assertThat(mail.awayUntil()).isEqualTo(day == null ? null : LocalDate.parse(day));
    }

    /** On record as away, where enough of it says so, and read by a person in any case. */
    @TestFactory
    List<DynamicTest> whoSaysMoreThanThatTheyAreAwayIsReadByAPerson() {
        return each("away-and-more", file -> {
            IncomingMail mail = Understood.file(file);
            assertThat(mail.sort()).isIn(Sort.AUTOMATIC, Sort.HUMAN);
            assertThat(mail.onlySeemsAutomatic()).isTrue();
            assertThat(mail.isNoAnswer()).isFalse();
        });
    }

    @TestFactory
    List<DynamicTest> whoeverHasLeftIsToldOfWithTheAddressToWriteTo() {
        return each("gone", file -> {
            IncomingMail mail = Understood.file(file);
            assertThat(mail.sort()).isEqualTo(Sort.NOTICE);
            assertThat(mail.newAddresses()).hasSize(1).first().asString().endsWith("@client.example");
        });
    }

    @TestFactory
    List<DynamicTest> whatAProgramTellsOfIsNoAnswer() {
        return each("notices", file -> assertThat(Understood.file(file).sort()).isEqualTo(Sort.NOTICE));
    }

    @TestFactory
    List<DynamicTest> whatAPersonWroteIsTheirsWhateverWordsAreInIt() {
        return each("persons", file -> {
            IncomingMail mail = Understood.file(file);
            assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
            assertThat(mail.onlySeemsAutomatic()).isFalse();
        });
    }

    /** Whether such a mail may confirm is told by the mark; a subject alone is none. */
    @TestFactory
    List<DynamicTest> whatAPersonWroteIsTheirsWhateverMarkIsOnIt() {
        return each("persons-marked", file -> {
            IncomingMail mail = Understood.file(file);
            assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
            assertThat(mail.onlySeemsAutomatic()).isEqualTo(!file.toString().endsWith("subject-question.eml"));
        });
    }

    /** Words of one's own under a mark are read by a person; an absence under one by nobody. */
    @Test
    void aMarkAloneTellsNothing() {
        String from = "From: Kim Park <kim@client.example>\nSubject: Our plants\n";
        for (String mark : List.of(
                "List-Id: <all.client.example>\n",
                "X-Auto-Response-Suppress: All\n",
                "Auto-Submitted: auto-replied\n",
                "X-Autoreply: yes\n",
                "X-Auto-Response-Suppress: All\nX-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent\n")) {
            IncomingMail words = Understood.mail(mark + from + "\nWe have three plants by now.\n");
            assertThat(words.onlySeemsAutomatic()).as(mark).isTrue();
            assertThat(words.isNoAnswer()).as(mark).isFalse();
        }
        IncomingMail away =
                Understood.mail("Auto-Submitted: auto-replied\n" + from + "\nI am out of the office until Monday.\n");
        assertThat(away.sort()).isEqualTo(Sort.AUTOMATIC);
        assertThat(away.onlySeemsAutomatic()).isFalse();
    }

    private static Properties days(String file) throws IOException {
        Properties days = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/test/resources/mail-samples", file))) {
            days.load(reader);
        }
        return days;
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
