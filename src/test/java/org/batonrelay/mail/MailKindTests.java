package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Sort;
import org.junit.jupiter.api.Test;

/** Which kind a mail is: a person's under a program's mark, a failure in whatever words, something that is no answer. */
class MailKindTests {

    private static final String WORDS = "The budget is wrong.";

    @Test
    void mailA1_aBulkMailIsAPersons() {
        isReadAndConfirmsNothing(answer("Precedence: bulk\n", "Re: Our call", WORDS));
    }

    @Test
    void mailA2_anAgentsAnswerOutOfAHelpDeskIsAPersons() {
        isReadAndConfirmsNothing(answer("Auto-Submitted: auto-generated\n", "Re: [#4711] Our call", WORDS));
    }

    @Test
    void mailA3_noreplyOfTheClientsDomainIsAPersons() {
        isReadAndConfirmsNothing(
                Understood.mail("From: Client <noreply@client.example>\nSubject: Re: Our call\nIn-Reply-To: "
                        + Understood.OURS + "\n\n" + WORDS));
    }

    @Test
    void mailA4_anEmptyReturnPathIsAPersonsToo() {
        isReadAndConfirmsNothing(answer("Return-Path: <>\n", "Re: Our call", WORDS));
    }

    @Test
    void mailA5_aSubjectThatSpeaksOfAutomaticRepliesIsAPersons() {
        IncomingMail mail = answer("", "Automatic reply needed? Our call", WORDS);
        assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
        isRead(answer("", "Automatic reply: Our call", WORDS));
    }

    @Test
    void mailA6_aPostmastersDateIsNoErrorCode() {
        IncomingMail mail = Understood.mail("From: Jo <postmaster@client.example>\nSubject: Re: Our call\nIn-Reply-To: "
                + Understood.OURS + "\n\nThe budget is wrong. We start on 4.12.26.\n");
        assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
    }

    @Test
    void mailA7_whoeverHasLeftIsToldOfAndTheirAddressNamed() {
        String subject = "Automatic reply: I am no longer with Org GmbH, please write to info@org.example";
        IncomingMail bare = answer("Auto-Submitted: auto-replied\n", subject, "");
        assertThat(bare.sort()).isEqualTo(Sort.NOTICE);
        assertThat(bare.newAddresses()).containsExactly("info@org.example");
        IncomingMail withWords = answer("Auto-Submitted: auto-replied\n", subject, WORDS);
        isRead(withWords);
        assertThat(withWords.newAddresses()).containsExactly("info@org.example");
    }

    private static void isReadAndConfirmsNothing(IncomingMail mail) {
        assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
        isRead(mail);
    }

    private static void isRead(IncomingMail mail) {
        assertThat(mail.onlySeemsAutomatic()).isTrue();
        assertThat(mail.isNoAnswer()).isFalse();
    }

    private static IncomingMail answer(String mark, String subject, String words) {
        return Understood.mail(mark + "From: Kim <kim@client.example>\nSubject: " + subject + "\nIn-Reply-To: "
                + Understood.OURS + "\n\n" + words + "\n");
    }

    @Test
    void mailB1_dominoFails() {
        fails(
                "DELIVERY FAILURE: User weber not listed in Domino Directory",
                "Your message\n\n  Subject: Our call\n\nwas not delivered to:\n\n  kim@client.example\n\nbecause:\n\n  User weber not listed");
    }

    @Test
    void mailB2_exchangeWithoutAReportFails() {
        fails(
                "Undeliverable: Our call",
                "Your message did not reach some or all of the intended recipients.\n\nThe following recipient(s) could not be reached:\n\n  kim@client.example on 1/1/2026");
        fails(
                "Unzustellbar: Unser Gespräch",
                "Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.\n\n  kim@client.example am 1.1.2026");
    }

    @Test
    void mailB3_aDelayIsOnlyAWarning() {
        IncomingMail mail = failure(
                "Warning: message 1xAbCd delayed 24 hours",
                "A message that you sent has not yet been delivered to kim@client.example.");
        assertThat(mail.sort()).isEqualTo(Sort.BOUNCE);
        assertThat(mail.delayed()).isTrue();
        assertThat(mail.failedRecipients()).isEmpty();
    }

    @Test
    void mailB4_unknownUsersAndFullBoxesFail() {
        fails("Undeliverable Mail", "Unknown user: kim@client.example");
        fails("Undeliverable Mail", "User mailbox exceeds allowed size: kim@client.example");
    }

    @Test
    void mailB5_failureReasonsFail() {
        fails("Undeliverable message", "Failure Reasons\n\nkim@client.example");
    }

    @Test
    void mailB6_deliveryProblemsFail() {
        fails("Delivery Status", "Your message to kim@client.example had delivery problems.");
    }

    @Test
    void mailB7_failuresInOtherLanguagesFail() {
        fails("Non remis : Notre entretien", "Impossible de joindre kim@client.example");
        fails("No se puede entregar: Nuestra llamada", "No se pudo encontrar kim@client.example");
        fails("Non recapitabile: La nostra chiamata", "Impossibile raggiungere kim@client.example");
        fails("配信不能: 打ち合わせ", "次の受信者に配信できませんでした。\n\nkim@client.example");
        fails("Ihre E-Mail", "Das Postfach kim@client.example ist voll.");
    }

    private static void fails(String subject, String words) {
        IncomingMail mail = failure(subject, words);
        assertThat(mail.sort()).as(subject).isEqualTo(Sort.BOUNCE);
        assertThat(mail.delayed()).as(subject).isFalse();
        assertThat(mail.failedRecipients()).as(subject).contains("kim@client.example");
    }

    private static IncomingMail failure(String subject, String words) {
        return Understood.mail("Return-Path: <>\nFrom: Post <postmaster@client.example>\nSubject: " + subject
                + "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + words + "\n");
    }

    @Test
    void mailR6_whatCalendarsAndMailProgramsTellOfIsNoAnswer() {
        for (IncomingMail mail : List.of(
                answer("", "Meeting Forward Notification: Our call", "Kim has forwarded your meeting request."),
                answer("", "Recall: Re: Our call", "Kim would like to recall the message, \"Re: Our call\"."))) {
            assertThat(mail.sort()).isEqualTo(Sort.NOTICE);
            assertThat(mail.isNoAnswer()).isTrue();
        }
        assertThat(answer("", "Recall: what did we say?", "I recall that we said 40k.")
                        .sort())
                .isEqualTo(Sort.HUMAN);
    }
}
