package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.batonrelay.lead.MailedLead.Asked;
import org.batonrelay.mail.Understood;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks by a mail, as forms, lists and mail programs write it. Nothing runs beside it. */
class EnquiryMailTests {

    private static final String TO = "To: leads@baton.example\n";

    private final MailedLead leads = new MailedLead(
            new LeadRules(Clock.systemUTC()),
            new PublicMailProviders(),
            "baton.example",
            address -> address.endsWith("@reps.example"));

    private Optional<NewLead> asks(String mail) {
        return leads.read(Understood.mail(mail)).map(Asked::lead);
    }

    private List<NewLead> passedOn(String mail) {
        return leads.passedOn(Understood.mail(mail)).stream().map(Asked::lead).toList();
    }

    @Test
    void captureF1_theReplyAddressAsksWhereTheSenderIsNoReply() {
        NewLead lead = asks("From: noreply@form.example\nReply-To: Cy Dorn <cy@dorn.example>\n" + TO
                        + "Subject: New submission\n\nPrice list please, 40 users.\n")
                .orElseThrow();

        assertThat(lead.email()).isEqualTo("cy@dorn.example");
        assertThat(lead.name()).isEqualTo("Cy Dorn");
        assertThat(lead.organisation()).isEqualTo("Dorn");
        assertThat(lead.get(LeadField.MESSAGE)).contains("Price list please, 40 users.");
    }

    @ParameterizedTest
    @MethodSource("senders")
    void captureF2_everyProgramsSenderGivesWayToTheReplyAddress(String from) {
        NewLead lead = asks("From: " + from + "\nReply-To: Cy Dorn <cy@dorn.example>\n" + TO
                        + "Subject: Hello\n\nWe would like to see a demo.\n")
                .orElseThrow();

        assertThat(lead.email()).isEqualTo("cy@dorn.example");
    }

    static List<String> senders() {
        return List.of(
                "WordPress <wordpress@web.example>",
                "Website <info@web.example>",
                "Kontaktformular <web@baton.example>",
                "leads@baton.example",
                "Our Web Site <office@baton.example>",
                "Typeform <notifications@typeform.example>",
                "Formspree <submissions@formspree.example>",
                "no_reply@jotform.example",
                "\"Cy Dorn\" <forms-receipts-noreply@google.example>",
                "Squarespace <form-submission@squarespace.example>",
                "www-data <www-data@srv4.hoster.example>",
                "do-not-reply@hubspot.example",
                "Wix <no-reply@wix-site.example>",
                "TYPO3 <typo3@agentur.example>",
                "keine-antwort@formular.example");
    }

    @Test
    void captureF2_aPersonWhoWantsAnswersElsewhereStaysWhoTheyAre() {
        assertThat(asks("From: Kim Park <kim.park@client.example>\nReply-To: Office <office@client-group.example>\n"
                        + TO + "Subject: Offer\n\nPlease send an offer.\n"))
                .map(NewLead::email)
                .contains("kim.park@client.example");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void captureF3_theFieldsOfAFormSayWhoAsks(String body) {
        NewLead lead = asks("From: WordPress <wordpress@web.example>\n" + TO + "Subject: Contact\n"
                        + (body.startsWith("<")
                                ? "Content-Type: text/html; charset=utf-8\n"
                                : "Content-Type: text/plain; charset=utf-8\n")
                        + "\n" + body)
                .orElseThrow();

        assertThat(lead.email()).isEqualTo("cy@dorn.example");
        assertThat(lead.name()).isEqualTo("Cy Dorn");
        assertThat(lead.organisation()).isEqualTo("Dorn Ltd");
        assertThat(lead.get(LeadField.PHONE)).isIn(null, "+49 30 123456");
        assertThat(lead.get(LeadField.MESSAGE)).contains("40 users").doesNotContain("sent from");
    }

    static List<String> forms() {
        return List.of(
                "Name: Cy Dorn\nE-mail: cy@dorn.example\nCompany: Dorn Ltd\nMessage: Price list please, 40 users.\n",
                """
                From: Cy Dorn <cy@dorn.example>
                Subject: Prices

                Message Body:
                Price list please,

                40 users.

                Company: Dorn Ltd

                --
                This e-mail was sent from a contact form on Web (https://web.example)
                """,
                """
                Neue Anfrage über das Kontaktformular

                Anrede: Herr
                Ihr Name*: Cy Dorn
                Ihre Firma: Dorn Ltd
                Ihre E-Mail-Adresse (Pflichtfeld): cy@dorn.example
                Telefon: +49 30 123456
                Ihre Nachricht:
                Bitte eine Preisliste für 40 users.
                """,
                """
                Vorname: Cy
                Nachname: Dorn
                Firmenname: Dorn Ltd
                E-Mail: cy@dorn.example
                Nachricht: 40 users
                IP-Adresse: 198.51.100.7
                """,
                """
                Hey there, you have a new form submission.

                name:
                Cy Dorn

                email:
                cy@dorn.example

                company:
                Dorn Ltd

                message:
                40 users

                Submitted 09:30 AM - 01 December 2026
                """,
                """
                First name
                Cy

                Last name
                Dorn

                Work email
                cy@dorn.example

                Company name
                Dorn Ltd

                How can we help you?
                We have 40 users
                """,
                """
                <p>New entry</p><table><tr><td><b>Name</b></td><td>Cy Dorn</td></tr>
                <tr><td><b>Email</b></td><td><a href="mailto:cy@dorn.example">cy@dorn.example</a></td></tr>
                <tr><td><b>Company</b></td><td>Dorn Ltd</td></tr>
                <tr><td><b>Message</b></td><td>40 users</td></tr></table>
                """,
                """
                <table><tr><td colspan=2><strong>Name</strong></td></tr><tr><td>&nbsp;</td><td>Cy Dorn</td></tr>
                <tr><td colspan=2><strong>Email</strong></td></tr><tr><td>&nbsp;</td><td><a href='mailto:cy@dorn.example'>cy@dorn.example</a></td></tr>
                <tr><td colspan=2><strong>Company</strong></td></tr><tr><td>&nbsp;</td><td>Dorn Ltd</td></tr>
                <tr><td colspan=2><strong>Comments or questions</strong></td></tr><tr><td>&nbsp;</td><td>40 users</td></tr></table>
                """,
                """
                *Nom complet :* Cy Dorn
                *Adresse e-mail :* cy@dorn.example
                *Entreprise :* Dorn Ltd
                *Votre message :* 40 users
                """);
    }

    @Test
    void captureF3_whatIsNotBeyondDoubtIsNobodys() {
        String form = "From: WordPress <wordpress@web.example>\n" + TO + "Subject: Contact form\n";
        assertThat(asks(form + "\nSomebody is interested, but left nothing.\n")).isEmpty();
        assertThat(asks(form + "\nBetween a@one.example and b@two.example there is a question.\n"))
                .isEmpty();
        assertThat(asks(form + "Reply-To: ann@one.example\n\nName: Bo\nE-mail: bo@two.example\nMessage: Hi\n")
                        .map(NewLead::email))
                .isNotEqualTo(Optional.of("bo@two.example"));
        assertThat(asks("From: noreply@shop.example\nReply-To: support@shop.example\n" + TO
                        + "Subject: Your invoice\n\nPaid. Questions? support@shop.example\n"))
                .isEmpty();
    }

    @Test
    void captureF3_aSignatureWithLabelsIsTheSendersOwn() {
        NewLead lead = asks("From: Kim Park <kim@client.example>\n" + TO
                        + "Subject: Prices\n\nHello,\n\nwhat does it cost for 20 people?\n\nKim Park\nTel: +49 30 1\n"
                        + "E-Mail: office@holding.example\n")
                .orElseThrow();

        assertThat(lead.email()).isEqualTo("kim@client.example");
    }

    @Test
    void captureF4_theHousesOwnListMarksNobodysEnquiryAsANewsletter() {
        IncomingMail mail = Understood.mail(
                "From: Kim Via <kim@via.example>\n" + TO
                        + "Subject: Interested\nList-ID: <leads.baton.example>\nPrecedence: list\n"
                        + "Mailing-list: list leads@baton.example; contact leads+owners@baton.example\n"
                        + "List-Post: <https://groups.google.com/a/baton.example/group/leads/post>, <mailto:leads@baton.example>\n"
                        + "List-Unsubscribe: <mailto:googlegroups-manage+123+unsubscribe@googlegroups.com>\n\nPlease call us.\n");

        assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
        assertThat(leads.read(mail).map(it -> it.lead().email())).contains("kim@via.example");
    }

    @Test
    void captureF4_aNewsletterStaysOneAlsoThroughTheOwnList() {
        IncomingMail foreign = Understood.mail(
                "From: News <news@shop.example>\nReply-To: team@shop-mail.example\n" + TO
                        + "Subject: Offers\nList-Unsubscribe: <https://shop.example/u>\nList-Id: <news.shop.example>\n\nBuy this. Contact: a@b.example\n");
        assertThat(foreign.onlySeemsAutomatic()).isTrue();
        assertThat(leads.read(foreign)).isEmpty();
        IncomingMail brought = Understood.mail("From: News <news@shop.example>\n" + TO
                + "Subject: Offers\nList-ID: <leads.baton.example>\nPrecedence: list\n"
                + "List-Unsubscribe: <https://shop.example/u>\n\nBuy this.\n");
        assertThat(brought.onlySeemsAutomatic()).isTrue();
    }

    @Test
    void captureF5_theOriginalSenderAsksWhereTheListHasPutItselfInFront() {
        IncomingMail mail = Understood.mail("From: \"'Kim Via' via Leads\" <leads@baton.example>\n"
                + "Reply-To: Kim Via <kim@via.example>\nX-Original-Sender: kim@via.example\n" + TO
                + "Subject: Interested\nList-ID: <leads.baton.example>\nPrecedence: list\n\nPlease call us.\n");
        assertThat(mail.sort()).isEqualTo(Sort.HUMAN);
        assertThat(mail.fromIsProven()).isFalse();
        NewLead lead = leads.read(mail).orElseThrow().lead();
        assertThat(lead.email()).isEqualTo("kim@via.example");
        assertThat(lead.name()).isEqualTo("Kim Via");

        assertThat(
                        asks(
                                "From: Kim Via via Leads <leads@lists.baton.example>\nReply-To: Kim Via <kim@via.example>\n"
                                        + TO
                                        + "Subject: Interested\nList-Id: Leads <leads.lists.baton.example>\nPrecedence: list\n\nPlease call.\n"))
                .map(NewLead::email)
                .contains("kim@via.example");
        assertThat(asks("From: \"'WordPress' via Leads\" <leads@baton.example>\nReply-To: Cy <cy@dorn.example>\n"
                        + "X-Original-From: WordPress <wordpress@web.example>\n" + TO
                        + "Subject: Form\nList-ID: <leads.baton.example>\n\nPrices please.\n"))
                .map(NewLead::email)
                .contains("cy@dorn.example");
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void captureF6_theForwardedMailsSenderAsks(String mail) {
        List<NewLead> asked = passedOn("From: Sam <sam@reps.example>\n" + TO + mail);

        assertThat(asked).extracting(NewLead::email).containsExactly("kim@client.example");
        assertThat(asked.get(0).name()).isEqualTo("Kim Park");
        assertThat(asked.get(0).get(LeadField.MESSAGE)).contains("forty seats").doesNotContain("FYI");
    }

    static List<String> forwards() {
        String utf8 = "Content-Type: text/plain; charset=utf-8\n";
        return List.of(
                "Subject: Fwd: Interested\n\nFYI\n\n---------- Forwarded message ---------\nFrom: Kim Park <kim@client.example>\n"
                        + "Date: Mon, 30 Nov 2026 at 10:00\nSubject: Interested\nTo: <sam@reps.example>\n\n\nWe need forty seats.\n",
                "Subject: WG: Interesse\n" + utf8
                        + "\nFYI\n\n________________________________\nVon: Kim Park <kim@client.example>\n"
                        + "Gesendet: Montag, 30. November 2026 10:00\nAn: Sam <sam@reps.example>\nBetreff: Interesse\n\nforty seats bitte\n",
                "Subject: FW: Interested\n\nFYI\n\n-----Original Message-----\nFrom: Kim Park [mailto:kim@client.example]\n"
                        + "Sent: Monday, November 30, 2026 10:00 AM\nTo: Sam\nSubject: Interested\n\nWe need forty seats.\n",
                "Subject: Fwd: Interested\n\nFYI\n\nBegin forwarded message:\n\n> From: Kim Park <kim@client.example>\n"
                        + "> Subject: Interested\n> Date: 30 November 2026 at 10:00:00 CET\n> To: sam@reps.example\n> \n> We need forty seats.\n",
                "Subject: Fwd: Interested\n\nFYI\n\n-------- Forwarded Message --------\nSubject: \tInterested\nDate: \tMon, 30 Nov 2026 10:00:00 +0100\n"
                        + "From: \tKim Park <kim@client.example>\nTo: \tsam@reps.example\n\nWe need forty seats.\n",
                "Subject: TR: Demande\n" + utf8
                        + "\nFYI\n\nDe : Kim Park <kim@client.example>\nEnvoyé : lundi 30 novembre 2026 10:00\n"
                        + "À : Sam <sam@reps.example>\nObjet : Demande\n\nforty seats\n",
                "Subject: Fwd: Fwd: Interested\n\nFYI\n\n*From:* Dana <dana@reps.example>\n*Sent:* Monday\n*To:* Sam\n*Subject:* Fwd\n\n"
                        + "FYI as well\n\n*From:* Kim Park <kim@client.example>\n*Sent:* Sunday\n*To:* Dana <dana@reps.example>\n"
                        + "*Subject:* Interested\n\nWe need forty seats.\n",
                "Subject: Interested\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nFYI\n--x\n"
                        + "Content-Type: message/rfc822\n\nFrom: Kim Park <kim@client.example>\nTo: sam@reps.example\n"
                        + "Subject: Interested\n\nWe need forty seats.\n--x--\n",
                "Subject: Fwd: Form\n\nFYI\n\n---------- Forwarded message ---------\nFrom: WordPress <wordpress@web.example>\n"
                        + "Date: Mon\nSubject: Form\nTo: <sam@reps.example>\n\nName: Kim Park\nE-mail: kim@client.example\nMessage: forty seats\n",
                "Subject: Form\nReply-To: Kim Park <kim@client.example>\n\nWe need forty seats.\n",
                "Subject: New lead from the fair\n\nName: Kim Park\nE-mail: kim@client.example\nCompany: Client\nMessage: forty seats\n");
    }

    @Test
    void captureF6_aForwardWithoutTheClientsAddressSaysNobody() {
        assertThat(
                        passedOn(
                                "From: Sam <sam@reps.example>\n" + TO
                                        + "Subject: Fwd: Interested\n\nFrom: Kim Park\nSent: Monday\nTo: Sam\nSubject: Interested\n\nWe need forty seats.\n"))
                .isEmpty();
        assertThat(passedOn("From: Sam <sam@reps.example>\n" + TO + "Subject: Hello\n\nIs this address working?\n"))
                .isEmpty();
    }
}
