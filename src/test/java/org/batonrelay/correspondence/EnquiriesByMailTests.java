package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.batonrelay.RunningBaton;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Postman;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail to leads@, over SMTP and IMAP, as forms, lists and reps send it. */
class EnquiriesByMailTests extends RunningBaton {

    private static final String LEADS = "leads@baton.example";

    @Autowired
    private Postman postman;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Leads leads;

    @Autowired
    private Notes notes;

    @Autowired
    private JdbcClient jdbc;

    private void arrives(String headersAndText) {
        postman.bring(
                LEADS,
                "Message-ID: <" + UUID.randomUUID() + "@client.example>\nTo: " + LEADS + "\n" + headersAndText + "\n");
    }

    private LeadReference leadOf(String address) {
        return contacts.withAddress(address).stream()
                .map(Contact::reference)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no lead of " + address));
    }

    private void errands(String name) {
        errandsBeginning(name + "\n").stream().forEach(job -> management.executeJob(job.getId()));
    }

    private List<String> aside(String subject) {
        return jdbc.sql("select why from incoming_mail where state = 'aside' and subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    @Test
    void captureF1_anEnquiryFromNoReplyIsALeadOfItsReplyAddress() {
        arrives("From: noreply@form.example\nReply-To: Cy Dorn <cy@f-one.example>\nSubject: New enquiry\n"
                + "Auto-Submitted: auto-generated\n\nPrice list please, 40 users.");

        assertThat(contacts.main(leadOf("cy@f-one.example"))).map(Contact::name).hasValue("Cy Dorn");
    }

    /** Many forms send without a word of which program they are. */
    @Test
    void captureF1_aFormThatSaysNothingOfItselfButNoReplyIsALeadAsWell() {
        arrives("From: Our Site <no-reply@site.example>\nReply-To: omar@f-one-b.example\nSubject: New submission\n\n"
                + "Name\nOmar Said\n\nEmail\nomar@f-one-b.example\n\nComments\nWe want a demo next week.");
        arrives(
                "From: Webseite <noreply@werk.example>\nSubject: Anfrage über das Kontaktformular\n"
                        + "Content-Type: text/plain; charset=utf-8\n\n"
                        + "Vorname: Ute\nNachname: Grün\nFirma: Grün Bau GmbH\nE-Mail: ute@f-one-c.example\nIhre Nachricht: Bitte um Rückruf.");

        assertThat(contacts.main(leadOf("omar@f-one-b.example")))
                .map(Contact::name)
                .hasValue("Omar Said");
        assertThat(contacts.main(leadOf("ute@f-one-c.example")))
                .map(Contact::name)
                .hasValue("Ute Grün");
    }

    @Test
    void captureF2_twoPeopleByOneFormAreTwoLeadsWhoAreEachThanked() {
        for (String who : List.of("ann@f-two-a.example", "bo@f-two-b.example")) {
            arrives("From: WordPress <wordpress@web.example>\nReply-To: " + who
                    + "\nSubject: Contact\n\nPlease tell us more.");
        }
        LeadReference ann = leadOf("ann@f-two-a.example");
        LeadReference bo = leadOf("bo@f-two-b.example");
        assertThat(ann).isNotEqualTo(bo);
        fire(ann.value(), "acknowledgeLead");
        fire(bo.value(), "acknowledgeLead");

        assertThat(mailbox.of("ann@f-two-a.example")).hasSize(1);
        assertThat(mailbox.of("bo@f-two-b.example")).hasSize(1);
        assertThat(contacts.withAddress("wordpress@web.example")).isEmpty();
        assertThat(mailbox.of("wordpress@web.example")).isEmpty();
    }

    @Test
    void captureF3_theFormsOwnFieldsFillTheLeadAndWhatIsUnclearIsToldToManagers() {
        arrives(
                "From: WordPress <wordpress@web.example>\nSubject: Contact\n\nName: Cy Dorn\nE-mail: cy@f-three.example\n"
                        + "Company: F Three Ltd\nPhone: +49 30 1\nMessage: 40 users");
        assertThat(leads.get(leadOf("cy@f-three.example")).organisation()).isEqualTo("F Three Ltd");
        assertThat(contacts.main(leadOf("cy@f-three.example")))
                .map(Contact::phone)
                .hasValue("+49 30 1");

        arrives("From: WordPress <wordpress@web.example>\nSubject: Nobody knows who\n\nSomebody would like a demo.");
        assertThat(aside("Nobody knows who")).singleElement().asString().contains("beyond doubt who is asking");
        arrives("From: noreply@web.example\nSubject: Nobody knows who either\n\nSomebody would like a demo.");
        assertThat(aside("Nobody knows who either")).hasSize(1);
        assertThat(errandsOf("enquiry-aside", "\"Nobody knows who\"")).isNotEmpty();
        assertThat(errandsOf("enquiry-aside", "\"Nobody knows who either\"")).isNotEmpty();
        errands("enquiry-aside");
    }

    @Test
    void captureF4_throughTheHousesOwnGroupItIsALead() {
        arrives("From: Kim Via <kim@f-four.example>\nSubject: Interested\nList-ID: <leads.baton.example>\n"
                + "Precedence: list\nList-Unsubscribe: <mailto:leads+unsubscribe@baton.example>\n\nPlease call.");
        assertThat(leadOf("kim@f-four.example")).isNotNull();

        arrives(
                "From: News <news@f-four-news.example>\nSubject: Offers of the week\nList-ID: <news.f-four-news.example>\n"
                        + "List-Unsubscribe: <https://f-four-news.example/u>\n\nBuy.");
        assertThat(contacts.withAddress("news@f-four-news.example")).isEmpty();
        assertThat(aside("Offers of the week")).hasSize(1);
    }

    @Test
    void captureF5_theOriginalSenderIsTheLead() {
        arrives("From: \"'Kim Via' via Leads\" <leads@baton.example>\nReply-To: Kim Via <kim@f-five.example>\n"
                + "X-Original-Sender: kim@f-five.example\nList-ID: <leads.baton.example>\nPrecedence: list\n"
                + "Subject: Interested\n\nPlease call.");

        assertThat(contacts.main(leadOf("kim@f-five.example")))
                .map(Contact::name)
                .hasValue("Kim Via");
    }

    @Test
    void captureF6_aRepsForwardIsALeadOfTheClientThatTheRepHasFound() {
        arrives("From: Sam Rivers <sdr-1@baton.example>\nSubject: Fwd: Interested\n\nMet them at the fair.\n\n"
                + "---------- Forwarded message ---------\nFrom: Kim Park <kim@f-six.example>\nDate: Mon, 30 Nov 2026\n"
                + "Subject: Interested\nTo: <sdr-1@baton.example>\n\nWe need forty seats.");
        LeadReference reference = leadOf("kim@f-six.example");

        assertThat(leads.get(reference).capturedBy()).isEqualTo("sdr-1");
        assertThat(notes.of(reference)).extracting(Note::text).containsExactly("Met them at the fair.");
        assertThat(contacts.withAddress("sdr-1@baton.example")).isEmpty();
    }

    @Test
    void captureF6_aForwardThatDoesNotTellTheClientIsAnsweredWithWhatToDo() {
        arrives(
                "From: Sam Rivers <sdr-1@baton.example>\nSubject: Fwd: Who was that\n\nFrom: Kim Park\nSent: Monday\nTo: Sam\n"
                        + "Subject: Who was that\n\nWe need forty seats.");
        assertThat(aside("Fwd: Who was that")).hasSize(1);
        errands("forward-unclear");

        assertThat(mailbox.latest("sdr-1@baton.example", "No lead was made of your mail")
                        .text())
                .contains("Forward the client's own mail");
    }
}
