package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.batonrelay.inbound.MailDesk;
import org.batonrelay.mail.Understood;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.summary.Summary;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers to a summary, read as the inbox reads them: what is more than a yes is asked about, and every word is shown. */
class ClientWordTests extends TalkingBaton {

    @Autowired
    private MailDesk desk;

    @Autowired
    private Correspondence correspondence;

    private String messageId() {
        return jdbc.sql("select message_id from sent_mail where reference = :reference and mail_key like 'summary:%'"
                        + " order by sent_at desc fetch first 1 rows only")
                .param("reference", reference.value())
                .query(String.class)
                .single();
    }

    private IncomingMail answer(String text) {
        return mail("Maria Ash", "Re: What we talked about – please confirm", "In-Reply-To: " + messageId(), text);
    }

    private IncomingMail mail(String from, String subject, String header, String text) {
        return Understood.stored(
                UUID.randomUUID().toString(),
                "From: " + from + " <" + anna.email() + ">\nTo: " + links.replyAddressOf(anna)
                        + "\nSubject: =?utf-8?b?"
                        + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=\n" + header
                        + "\nMIME-Version: 1.0\nContent-Type: text/" + (text.startsWith("<") ? "html" : "plain")
                        + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n");
    }

    private void arrives(IncomingMail mail) {
        transaction.executeWithoutResult(tx -> desk.take(mail));
        countAnswers();
    }

    /** Nothing is confirmed, and whoever sorts reads each of these, in the form, the notice and on the timeline. */
    private void isSortedAndSays(String text, String... words) {
        sends();
        arrives(answer(text));

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        Task sorting = task("sortAnswer");
        String form = String.valueOf(tasks.getVariable(sorting.getId(), "answerSaid"));
        assertThat(form).contains(words);
        assertThat(correspondence.of(reference))
                .last()
                .satisfies(it -> assertThat(it.text()).contains(words));
        assertThat(String.valueOf(onRecord("message.received").detail().get("text")))
                .contains(words);
        errandsBeginning("message-received\n").stream().map(Job::getId).forEach(management::executeJob);
        assertThat(mailbox.latest("sdr-1@baton.example", "Re: What we talked about")
                        .text())
                .contains(words);
    }

    @Test
    void mailY1_thanksThatGoOnAreSorted() {
        isSortedAndSays("Yes, correct.\nThanks and please move to June", "please move to June");
    }

    @Test
    void mailY2_thanksThatGoOnInGermanAreSorted() {
        isSortedAndSays("Ja, stimmt so.\nDanke und bitte Punkt drei streichen", "Punkt drei streichen");
    }

    @Test
    void mailY3_aGreetingThatGoesOnIsSorted() {
        isSortedAndSays("Ja, passt.\n\nViele Grüße und bitte erst ab Juni", "erst ab Juni");
    }

    @Test
    void mailY4_aSentenceBelowTheNameIsSorted() {
        isSortedAndSays(
                "Ja, passt so.\n\nViele Grüße\nMaria\n\nDie Geschäftsführung muss noch zustimmen.",
                "Die Geschäftsführung muss noch zustimmen.");
    }

    @Test
    void mailY5_whatSoundsLikeSmallPrintIsSorted() {
        isSortedAndSays(
                "Alles korrekt.\n\nViele Grüße\nMaria\n\nEs fehlt noch die Datenschutzerklärung.",
                "Es fehlt noch die Datenschutzerklärung.");
    }

    @Test
    void mailY6_whatBeginsLikeADisclaimerIsSorted() {
        isSortedAndSays(
                "Yes, correct.\n\nBest regards\nMaria\n\nThis message is subject to board approval.",
                "This message is subject to board approval.");
    }

    @Test
    void mailY7_aConditionInTheSignatureIsSorted() {
        isSortedAndSays("Ja, passt so.\n\nViele Grüße\nMaria\nOhne Schulung", "Ohne Schulung");
    }

    @Test
    void mailY8_aLineThatLooksLikeATitleIsSorted() {
        isSortedAndSays("Passt.\n\nVG\nMaria\nNur Modul A", "Nur Modul A");
    }

    @Test
    void mailY9_capitalLettersMakeNoTitle() {
        isSortedAndSays("Correct.\n\nRegards\nMaria\nTraining Excluded", "Training Excluded");
    }

    @Test
    void mailY10_twoDashesHideNothing() {
        isSortedAndSays("Correct.\n\n--\nPending Legal Review", "Pending Legal Review");
    }

    @Test
    void mailY11_notEverythingThatIsSentIsSentByATelephone() {
        isSortedAndSays("Bestätigt.\n\nGesendet mit Vorbehalt der Freigabe", "Gesendet mit Vorbehalt der Freigabe");
    }

    @Test
    void mailY12_aMessageKeepsWhatStandsBehindItsThanks() {
        arrives(mail(
                "Maria Ash",
                "A question",
                "X-Nothing: x",
                "Please change the budget.\nThanks and also call Petra Muster"));

        assertThat(correspondence.of(reference))
                .singleElement()
                .satisfies(it -> assertThat(it.text())
                        .contains("Please change the budget.", "Thanks and also call Petra Muster"));
    }

    @Test
    void aPlainYesSignedWithTheNameOfTheMailConfirms() {
        sends();
        arrives(answer("Ja, passt so.\n\nViele Grüße\nMaria Ash\nLeiterin Einkauf\nTel. +49 30 1234567"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    /** As Outlook hangs our mail below an answer. */
    private String quoted(String from, String to) {
        String ours = mailbox.latest(anna.email(), "please confirm").text();
        assertThat(ours).contains(from);
        return "From: Sam Rivers <reply@baton.example>\nSent: Tuesday, December 1, 2026 10:12 AM\nTo: Anna Ash <"
                + anna.email() + ">\nSubject: What we talked about\n\n" + ours.replace(from, to);
    }

    private String lineOfOurs() {
        return mailbox.latest(anna.email(), "please confirm")
                .text()
                .lines()
                .dropWhile(line -> !line.startsWith("Current situation"))
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mailQ1_aQuotedLineThatWasReplacedIsShown() {
        sends();
        String line = lineOfOurs();
        arrives(answer("Confirmed, see below.\n\n" + quoted(line, "No, our priority is cost.")));

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(String.valueOf(tasks.getVariable(task("sortAnswer").getId(), "answerSaid")))
                .contains("The quoted text was changed", "No, our priority is cost.", line);
        assertThat(correspondence.of(reference))
                .last()
                .satisfies(it -> assertThat(it.text())
                        .contains("Confirmed, see below.", "The quoted text was changed", "No, our priority is cost."));
        assertThat(String.valueOf(onRecord("message.received").detail().get("text")))
                .contains("No, our priority is cost.");
    }

    @Test
    void mailQ2_oneWordThatWasChangedInAQuotedLineIsShown() {
        sends();
        String line = lineOfOurs();
        String changed = line.replaceFirst("\\p{L}+", "Eleven");
        arrives(answer("Confirmed.\n\n" + quoted(line, changed)));

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(String.valueOf(tasks.getVariable(task("sortAnswer").getId(), "answerSaid")))
                .contains("The quoted text was changed", changed, line);
    }

    @Test
    void mailQ3_aThirdPersonsWordsBelowAYesAreShownAndConfirmNothing() {
        isSortedAndSays(
                "Yes.\n\nOn 3 May 2026 at 10:30 our CFO wrote:\nThe budget is 40k only",
                "Yes.",
                "The budget is 40k only");
    }

    @Test
    void aYesAboveOurMailAsItWasSentConfirms() {
        sends();
        arrives(answer("Confirmed.\n\n" + quoted("Current situation", "Current situation")));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    @Test
    void aPageThatSaysMoreIsSortedAndShown() {
        isSortedAndSays(
                "<html><body><p>Ja, passt so.</p><p>Viele Grüße<br>Maria</p><p style='color:#aaa'>Ohne Schulung</p></body></html>",
                "Ohne Schulung");
    }
}
