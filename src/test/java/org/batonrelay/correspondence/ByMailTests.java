package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.lead.Contact;
import org.batonrelay.mail.Postman;
import org.batonrelay.summary.Summary;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
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
        management.createJobQuery().list().stream()
                .filter(job -> String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw())
                        .startsWith(name + "\n"))
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** What a mail program makes of Reply: address, subject, In-Reply-To and the quoted text. */
    private void reply(Mail to, String from, String said) {
        String address = to.header("Reply-To").replaceAll("(?s).*<|>.*", "");
        String quoted = "> " + to.text().replace("\n", "\n> ");
        postman.bring(
                address,
                "From: " + from + "\nTo: " + address + "\nSubject: " + encoded("Re: " + to.subject())
                        + "\nMessage-ID: <"
                        + java.util.UUID.randomUUID() + "@client.example>\nIn-Reply-To: " + to.header("Message-ID")
                        + "\nReferences: " + to.header("Message-ID")
                        + "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + said
                        + "\n\nOn Tue, 1 Dec 2026 at 10:00, Sam Rivers <office@baton.example> wrote:\n" + quoted
                        + "\n");
    }

    private static String encoded(String subject) {
        try {
            return MimeUtility.encodeText(subject, "UTF-8", "Q");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClientConfirmsByReplying() {
        sends();
        reply(
                mailbox.latest(anna.email(), "please confirm"),
                "Anna Ash <" + anna.email() + ">",
                "Hello Sam,\n\nconfirmed, thank you.\n\nBest regards\nAnna");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    @Test
    void aClientWhoDoubtsIsAskedAboutAndNotMisread() {
        sends();
        reply(
                mailbox.latest(anna.email(), "please confirm"),
                "Anna Ash <" + anna.email() + ">",
                "All correct, only we have three plants.");
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(isOpen("sortAnswer")).isTrue();
    }

    @Test
    void clientAndRepTalkByMailAlone() {
        sends();
        confirms(anna);
        Mail thanks = mailbox.latest(anna.email(), "please confirm");
        postman.bring(
                "office@baton.example",
                "From: Anna Ash <" + anna.email() + ">\nTo: office@baton.example\nSubject: The price\nMessage-ID: <q"
                        + System.nanoTime() + "@client.example>\nContent-Type: text/plain\n\nWhat does it cost?\n");
        errands(MessageNotice.NAME);
        reply(
                mailbox.latest("sdr-1@baton.example", "The price (" + reference + ")"),
                "Sam Rivers <sdr-1@baton.example>",
                "About as much as a car.");
        errands(AnswerLetter.NAME);
        Mail answer = mailbox.latest(anna.email(), "Re: The price");

        assertThat(answer.text()).contains("About as much as a car.").doesNotContain("reply+", "Re: Anna");
        assertThat(answer.header("In-Reply-To")).contains("@client.example").isNotEqualTo(thanks.header("Message-ID"));
        reply(answer, "Anna Ash <" + anna.email() + ">", "Thank you, we take it.");
        errands(MessageNotice.NAME);
        assertThat(mailbox.latest("sdr-1@baton.example", "Re: The price (" + reference + ")")
                        .text())
                .contains("Thank you, we take it.");
    }

    @Test
    void aFailureMessageLeadsToAnotherAddress() {
        sends();
        Mail lost = mailbox.latest(anna.email(), "please confirm");
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
        assertThat(management.createJobQuery().list())
                .anyMatch(job -> String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw())
                        .contains("unproven-copy\n" + reference));
    }
}
