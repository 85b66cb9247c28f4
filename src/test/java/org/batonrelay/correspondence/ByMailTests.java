package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.lead.Contact;
import org.batonrelay.mail.Postman;
import org.batonrelay.summary.Summary;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A client and a rep with an ordinary mail program: every mail goes over SMTP and comes in over IMAP. */
class ByMailTests extends TalkingBaton {

    @Autowired
    private Postman postman;

    @Autowired
    private Files files;

    @Autowired
    private Proposals proposals;

    private void errands(String name) {
        errandsBeginning(name + "\n").stream().map(Job::getId).forEach(management::executeJob);
    }

    private static final String PLAIN_TEXT =
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";

    /** What a mail program makes of Reply: address, subject, In-Reply-To and the quoted text. */
    private void reply(Mail to, String from, String said) {
        replyWith(
                to,
                from,
                "Re: ",
                "References: " + to.header("Message-ID") + "\n" + PLAIN_TEXT + said
                        + "\n\nOn Tue, 1 Dec 2026 at 10:00, Sam Rivers <office@baton.example> wrote:\n> "
                        + to.text().replace("\n", "\n> ") + "\n");
    }

    /** @param content headers of its own, an empty line, and what they are about */
    private void replyWith(Mail to, String from, String prefix, String content) {
        String address = to.header("Reply-To").replaceAll("(?s).*<|>.*", "");
        postman.bring(
                address,
                "From: " + from + "\nTo: " + address + "\nSubject: " + encoded(prefix + to.subject())
                        + "\nMessage-ID: <" + UUID.randomUUID() + "@client.example>\nIn-Reply-To: "
                        + to.header("Message-ID") + "\n" + content);
    }

    private static String encoded(String subject) {
        try {
            return MimeUtility.encodeText(subject, "UTF-8", "Q");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anna replies to the summary. */
    private void annaRepliesWith(String prefix, String content) {
        replyWith(asked(), "Anna Ash <" + anna.email() + ">", prefix, content);
    }

    private Mail asked() {
        return mailbox.latest(anna.email(), "please confirm");
    }

    @Test
    void aClientConfirmsByReplying() {
        sends();
        reply(asked(), "Anna Ash <" + anna.email() + ">", "Hello Sam,\n\nconfirmed, thank you.\n\nBest regards\nAnna");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    @Test
    void aClientWhoDoubtsIsAskedAboutAndNotMisread() {
        sends();
        reply(asked(), "Anna Ash <" + anna.email() + ">", "All correct, only we have three plants.");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(isOpen("sortAnswer")).isTrue();
    }

    /** What stands below a greeting or two dashes, and is no signature. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Confirmed.\n\n-- \nAnna Ash\nPlants Ltd\n\nP.S. The second plant is leased.",
                "Confirmed.\n\n-- \nAnna Ash\nPlants Ltd. – We grow in May",
                "Bestätigt.\n\n--\nAnna Ash\n\nPS: Start ist erst im Mai.",
                "Confirmed.\n\n-- \nAnna Ash\n\nThe decision falls in May.",
                "Bestätigt.\n\nViele Grüße\nAnna Ash\n\nBudget: 30.000 EUR",
                "Bestätigt.\n\nGruß\nAnna Ash\n\nDrei Werke",
                "Confirmed.\n\nThanks\nAnna\n\nAsk Bob Birch",
                "Confirmed.\n\n--\nAnna\nwe start in May",
                "Confirmed\n\nBest regards\nAnna Ash\nTimeline: May 2027",
                "Confirmed\n\nBest regards\nAnna Ash\nStart May 2027",
                "Confirmed.\n\nBest regards\nAnna\n\nLet us settle the rest by phone",
                "Stimmt.\n\nGruß\nAnna\n\nden Rest besprechen wir lieber am Telefon oder mobil",
                "Confirmed\n\nCheers\nAnna\n\nthe real numbers are at https://plants.example/numbers",
                "Confirmed\n\nRegards\nAnna\n\nThe number is confidential and lower, half of it",
                "Passt\n\nGruß\nAnna\n\nwir drucken in 3 Werken, eins mehr als oben steht"
            })
    void aYesWithAWordBelowTheSignatureConfirmsNothing(String said) {
        sends();
        reply(asked(), "Anna Ash <" + anna.email() + ">", said);
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(isOpen("sortAnswer")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Confirmed.\n\n-- \nAnna Ash | Head of Purchasing\nPlants Ltd.\nphone +49 30 1234-5, mobile: 0171 1234567\nwww.plants.example",
                "Bestätigt.\n\nMit freundlichen Grüßen\nAnna Ash\nLeiterin Einkauf\n\nPlants GmbH\nHauptstr. 5, 10115 Berlin\nTel.: +49 30 1234\n"
                        + "E-Mail: anna@plants.example\nGeschäftsführerin: Bea Birch, Amtsgericht Berlin, HRB 1234\n\n"
                        + "Bitte denken Sie an die Umwelt, bevor Sie diese E-Mail drucken.",
                "All correct.\n\nKind regards,\nAnna\n\nThis e-mail is confidential and intended for its recipient only.\nSent from my iPhone"
            })
    void aYesAboveASignatureAsPeopleHaveThemConfirms(String said) {
        sends();
        reply(asked(), "Anna Ash <" + anna.email() + ">", said);
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    /** Text and page of one mail: a mail program shows one of them, and the client has seen the page. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Confirmed.</p>QUOTE | Two plants | CONFIRMED",
                "<p>Confirmed, apart from the timeline.</p>QUOTE | Two plants | SENT",
                "<p>Confirmed.</p><p>We start in May.</p>QUOTE | Two plants | SENT",
                "<p>Confirmed <img alt='&#128533;' src='cid:x'></p>QUOTE | Two plants | SENT",
                "<p>Confirmed.</p><div class='gmail_signature'>Anna Ash</div><div>It is May by now.</div>QUOTE | Two plants | SENT",
                "<p>Confirmed.</p>QUOTE | Three plants | SENT",
                "<p>Confirmed.</p>QUOTE | Two plants <span style='color:red'>and a half</span> | SENT",
                "<style>.gone {text-decoration: line-through}</style><p>Confirmed.</p>QUOTE | <i class='gone'>Two</i> plants | SENT"
            })
    void aYesIsOneInTextAndPage(String said, String plants, Summary.Status becomes) {
        sends();
        Mail asked = asked();
        String page = said.replace(
                "QUOTE",
                "<blockquote>"
                        + asked.html().replaceAll("(?s).*<body>|</body>.*", "").replace("Two plants", plants)
                        + "</blockquote>");
        annaRepliesWith(
                "Re: ",
                "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\n" + PLAIN_TEXT
                        + "Confirmed.\n\n> " + asked.text().replace("\n", "\n> ")
                        + "\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + page
                        + "\n\n--b--\n");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(becomes);
    }

    /** As telephones do: the line that introduces the quote is marked like it. */
    @ParameterizedTest
    @CsvSource({"Two plants, CONFIRMED", "Three plants, SENT"})
    void aYesFromATelephoneConfirms(String plants, Summary.Status becomes) {
        sends();
        annaRepliesWith(
                "Re: ",
                PLAIN_TEXT + "Confirmed.\n\nSent from my iPhone\n\n"
                        + "> On 1 Dec 2026, at 10:00, Sam Rivers <office@baton.example> wrote:\n> \n> "
                        + asked().text().replace("Two plants", plants).replace("\n", "\n> ") + "\n");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(becomes);
    }

    @Test
    void aYesToAMailInBetweenConfirmsNothing() {
        sends();
        Mail asked = asked();
        String address = asked.header("Reply-To").replaceAll("(?s).*<|>.*", "");
        postman.bring(
                address,
                "From: Anna Ash <" + anna.email() + ">\nTo: " + address + "\nSubject: "
                        + encoded("Re: " + asked.subject())
                        + "\nMessage-ID: <" + UUID.randomUUID()
                        + "@client.example>\nIn-Reply-To: <asks-something-else@sam.example>\nReferences: "
                        + asked.header("Message-ID") + " <asks-something-else@sam.example>\n" + PLAIN_TEXT + "Yes.\n");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(isOpen("sortAnswer")).isTrue();
    }

    /** No mark of a program's: whoever is away and says what is wrong must be heard. */
    @Test
    void aCorrectionOfSomebodyWhoIsAwayIsSorted() {
        sends();
        reply(
                asked(),
                "Anna Ash <" + anna.email() + ">",
                "The timeline is wrong, it is May.\n\nI am out of the office from Friday on, in urgent cases call Bob.");
        countAnswers();

        assertThat(isOpen("sortAnswer")).isTrue();
        assertThat(onRecord())
                .as("nothing that a person wrote is ever only away")
                .contains("message.received");
    }

    /** As Outlook does: the whole mail again below a header, with no mark before a line. */
    private void repliesAsOutlook(String said, UnaryOperator<String> touch) {
        Mail asked = asked();
        annaRepliesWith(
                "RE: ",
                PLAIN_TEXT + said
                        + "\n\nFrom: Sam Rivers <office@baton.example>\nSent: Tuesday, December 1, 2026 10:00 AM\n"
                        + "To: Anna Ash\nSubject: " + asked.subject() + "\n\n" + touch.apply(asked.text()) + "\n");
    }

    @Test
    void aPlainYesAboveOurMailAsOutlookQuotesItConfirms() {
        sends();
        repliesAsOutlook("All correct.\n\nBest regards\nAnna", it -> it);
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    static Stream<UnaryOperator<String>> touches() {
        return Stream.of(
                it -> it.replace("Two plants", "Three plants"),
                it -> it.replace("Two plants", "Two plants, not one"),
                it -> it.replace("Two plants, one of them on paper.", ""),
                it -> it.replace("Two plants", "Two plants?"),
                it -> it.replaceFirst("(?m)^Dear Anna", "No! Dear Anna"),
                it -> it + "\nThe date is wrong.");
    }

    @ParameterizedTest
    @MethodSource("touches")
    void aYesAboveAChangedQuoteConfirmsNothing(UnaryOperator<String> touch) {
        sends();
        assertThat(touch.apply(asked().text())).isNotEqualTo(asked().text());
        repliesAsOutlook("All correct.", touch);
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(isOpen("sortAnswer")).isTrue();
    }

    @Test
    void aYesAboveAMarkedQuoteThatWasChangedConfirmsNothing() {
        sends();
        annaRepliesWith(
                "Re: ",
                PLAIN_TEXT + "Confirmed.\n\n> "
                        + asked().text().replace("Two plants", "Three plants").replace("\n", "\n> ") + "\n");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
    }

    /** Our page in a reply of HTML, as it was and with a word crossed out. */
    @ParameterizedTest
    @CsvSource({
        "Two plants, CONFIRMED",
        "<s>Two</s> plants, SENT",
        "Two <span style='text-decoration:line-through'>plants</span>, SENT"
    })
    void aYesAboveOurPageConfirmsUnlessSomethingIsCrossedOut(String plants, Summary.Status becomes) {
        sends();
        Mail asked = asked();
        String page = asked.html().replaceAll("(?s).*<body>|</body>.*", "").replace("Two plants", plants);
        annaRepliesWith(
                "RE: ",
                "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
                        + "Content-Transfer-Encoding: 8bit\n\n<html><body><p>All correct.</p><div><p><b>From:</b> Sam Rivers"
                        + " &lt;office@baton.example&gt;<br><b>Sent:</b> Tuesday, December 1, 2026 10:00 AM<br><b>To:</b>"
                        + " Anna Ash<br><b>Subject:</b> " + asked.subject() + "</p></div>" + page + "</body></html>\n");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(becomes);
    }

    @Test
    void aYesWithAnObjectionBelowAPictureConfirmsNothing() {
        sends();
        annaRepliesWith(
                "Re: ",
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\n"
                        + "Content-Type: text/plain\n\nConfirmed.\n\n--b\nContent-Type: image/png; name=\"logo.png\"\n"
                        + "Content-Disposition: inline; filename=\"logo.png\"\nContent-Transfer-Encoding: base64\n\n"
                        + "iVBORw0KGgo=\n\n--b\nContent-Type: text/plain\n\nBut the date is wrong.\n\n--b--\n");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
    }

    @Test
    void clientAndRepTalkByMailAlone() {
        sends();
        confirms(anna);
        Mail thanks = asked();
        postman.bring(
                "office@baton.example",
                "From: Anna Ash <" + anna.email() + ">\nTo: office@baton.example\nSubject: The price\nMessage-ID: <q"
                        + System.nanoTime() + "@client.example>\nContent-Type: text/plain\n\nWhat does it cost?\n");
        errands(MessageNotice.NAME.value());
        reply(
                mailbox.latest("sdr-1@baton.example", "The price (" + reference + ")"),
                "Sam Rivers <sdr-1@baton.example>",
                "About as much as a car.");
        errands(AnswerLetter.NAME.value());
        Mail answer = mailbox.latest(anna.email(), "Re: The price");

        assertThat(answer.text()).contains("About as much as a car.").doesNotContain("reply+", "Re: Anna");
        assertThat(answer.header("In-Reply-To")).contains("@client.example").isNotEqualTo(thanks.header("Message-ID"));
        reply(answer, "Anna Ash <" + anna.email() + ">", "Thank you, we take it.");
        errands(MessageNotice.NAME.value());
        assertThat(mailbox.latest("sdr-1@baton.example", "Re: The price (" + reference + ")")
                        .text())
                .contains("Thank you, we take it.");
    }

    @Test
    void aFailureMessageLeadsToAnotherAddress() {
        sends();
        Mail lost = asked();
        postman.bring(
                "office@baton.example", """
                        From: Mail Delivery System <mailer-daemon@client.example>
                        To: office@baton.example
                        Subject: Undelivered Mail Returned to Sender
                        Message-ID: <bounce-%s@client.example>
                        Auto-Submitted: auto-replied
                        MIME-Version: 1.0
                        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                        --b
                        Content-Type: text/plain

                        User unknown.

                        --b
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; client.example

                        Final-Recipient: rfc822; %s
                        Action: failed
                        Status: 5.1.1

                        --b
                        Content-Type: text/rfc822-headers

                        Message-ID: %s
                        Subject: lost

                        --b--
                        """.formatted(System.nanoTime(), anna.email(), lost.header("Message-ID")));

        assertThat(onRecord("mail.bounced").detail()).containsEntry("to", anna.email());
        assertThat(flags()).contains("mail-bounced");
        assertThat(isOpen("mendAddress")).isTrue();
    }

    @Test
    void anEnclosedFileIsKeptAndAnArchiveUnderAFalseNameIsNot() {
        postman.bring(
                links.replyAddressOf(anna), """
                        From: Anna Ash <%s>
                        To: %s
                        Subject: Files
                        Message-ID: <files-%s@client.example>
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary="b"

                        --b
                        Content-Type: text/plain

                        See the files.

                        --b
                        Content-Type: application/pdf; name="plan.pdf"
                        Content-Disposition: attachment; filename="plan.pdf"
                        Content-Transfer-Encoding: base64

                        JVBERi0xLjQK

                        --b
                        Content-Type: application/pdf; name="invoice.pdf"
                        Content-Disposition: attachment; filename="invoice.pdf"
                        Content-Transfer-Encoding: base64

                        UEsDBAoAAAAAAA==

                        --b--
                        """.formatted(anna.email(), links.replyAddressOf(anna), System.nanoTime()));

        assertThat(files.of(reference)).extracting(LeadFile::name).containsExactly("plan.pdf", "invoice.pdf");
        LeadFile plan = files.of(reference).get(0);
        assertThat(files.open(plan.id()).orElseThrow()).asString().startsWith("%PDF");
        LeadFile invoice = files.of(reference).get(1);
        assertThat(files.open(invoice.id())).isEmpty();
        assertThat(invoice.refused()).contains("its content is a ZIP archive");
    }

    @Test
    void whatAClientForwardsOrInvitesToIsKeptAndWhatIsTooMuchIsNamed() {
        StringBuilder parts = new StringBuilder(
                "--b\nContent-Type: text/plain\n\nSee below.\n\n"
                        + "--b\nContent-Type: message/rfc822\n\nFrom: bob@client.example\nSubject: The plants\n\nThree.\n\n"
                        + "--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n\n");
        for (int i = 3; i <= 23; i++) {
            parts.append("--b\nContent-Type: text/plain; name=\"part-" + i + ".txt\"\nContent-Disposition: attachment;"
                    + " filename=\"part-" + i + ".txt\"\n\nwords\n\n");
        }
        postman.bring(
                links.replyAddressOf(anna),
                "From: Anna Ash <" + anna.email() + ">\nTo: " + links.replyAddressOf(anna)
                        + "\nSubject: Much\nMessage-ID: <much" + System.nanoTime()
                        + "@client.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
                        + parts
                        + "--b--\n");

        assertThat(files.of(reference)).hasSize(21);
        assertThat(files.of(reference).stream()
                        .filter(it -> it.refused() == null)
                        .map(LeadFile::name))
                .contains("message.eml", "invitation.ics", "part-20.txt")
                .doesNotContain("part-21.txt");
        assertThat(files.of(reference).stream()
                        .filter(it -> it.refused() != null)
                        .map(LeadFile::refused))
                .singleElement()
                .asString()
                .contains("3 more", "only the first 20 files");
    }

    @Test
    void whomAClientCopiesInBecomesAContactByOneButton() {
        String bob = "bob@" + anna.email().substring(anna.email().indexOf('@') + 1);
        postman.bring(
                links.replyAddressOf(anna),
                "From: Anna Ash <" + anna.email() + ">\nTo: " + links.replyAddressOf(anna) + "\nCc: Bob Birch <" + bob
                        + ">\nSubject: Colleague\nMessage-ID: <cc" + System.nanoTime()
                        + "@client.example>\nContent-Type: text/plain\n\nBob decides with me.\n");
        Caller sdr = new Caller(port, "sdr-1");
        String page = "/leads/" + reference;
        assertThat(sdr.get(page, "Accept", "text/html").body()).contains("Bob Birch", bob, "Make a contact");

        String proposal = proposals.of(reference).get(0).id();
        Caller manager = new Caller(port, "manager-1");
        assertThat(manager.get(page, "Accept", "text/html").body())
                .contains("Anna Ash")
                .doesNotContain("Make a contact");
        assertThat(manager.submit(page, page + "/proposals/" + proposal, Map.of("take", "true"))
                        .statusCode())
                .as("only whoever holds the lead says who belongs to it")
                .isEqualTo(403);
        sdr.submit(page, page + "/proposals/" + proposal, Map.of("take", "true"));

        assertThat(contacts.of(reference)).extracting(Contact::email).contains(bob);
        assertThat(sdr.get(page, "Accept", "text/html").body()).doesNotContain("Make a contact");
    }

    @Test
    void whatNobodyActsOnIsSeenByManagersAndMarketing() {
        String subject = "Prize " + System.nanoTime();
        postman.bring(
                "office@baton.example",
                "From: Eve <eve@evil.example>\nTo: office@baton.example\nSubject: " + subject
                        + " <script>x</script>\nMessage-ID: <p" + System.nanoTime()
                        + "@evil.example>\nContent-Type: text/plain\n\nYou have won.\n");

        assertThat(new Caller(port, "manager-1")
                        .get("/leads/put-aside", "Accept", "text/html")
                        .body())
                .contains(subject, "It is about no lead that we know")
                .doesNotContain("<script>x");
        assertThat(new Caller(port, "sdr-1")
                        .get("/leads/put-aside", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aHundredForgedCopiesAreAllOnTheListAndOneNotice() {
        for (int i = 1; i <= 10; i++) {
            postman.send(
                    "lead+" + reference + "@baton.example",
                    ("From: Alex Winter <ae-1@baton.example>\r\nTo: lead+" + reference
                                    + "@baton.example\r\nSubject: Discount " + i + " " + reference
                                    + "\r\nMessage-ID: <" + UUID.randomUUID()
                                    + "@evil.example>\r\nAuthentication-Results: mx.baton.example; dmarc=fail\r\n\r\n"
                                    + "Give them 90 %.\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        postman.takeAll();
        errands("unproven-copy");

        assertThat(mailbox.of("sdr-1@baton.example").stream()
                        .filter(mail -> reference.value().equals(mail.header("X-Baton-Lead"))))
                .hasSizeBetween(1, 2);
        assertThat(new Caller(port, "manager-1")
                        .get("/leads/put-aside", "Accept", "text/html")
                        .body())
                .contains("Discount 1 " + reference, "Discount 10 " + reference);
    }

    @Test
    void aForgedCopyOfAColleagueIsSeenAndTheHolderIsTold() {
        postman.bring(
                "lead+" + reference + "@baton.example",
                "From: Alex Winter <ae-1@baton.example>\nTo: lead+" + reference
                        + "@baton.example\nSubject: Discount " + reference + "\nMessage-ID: <f" + System.nanoTime()
                        + "@evil.example>\nAuthentication-Results: mx.baton.example; dmarc=fail\n"
                        + "Content-Type: text/plain\n\nGive them 90 %.\n");

        assertThat(onRecord()).doesNotContain("note.written", "message.sent");
        assertThat(new Caller(port, "manager-1")
                        .get("/leads/put-aside", "Accept", "text/html")
                        .body())
                .contains("Discount " + reference, "nothing proves it");
        assertThat(errandsOf("unproven-copy", reference.value())).isNotEmpty();
    }
}
