package org.batonrelay.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promises;
import org.batonrelay.handoff.Handoffs;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.notice.Recipient;
import org.batonrelay.relay.ALead;
import org.batonrelay.summary.ASummary;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answering an offer from mail or phone: by the link that each receiver has been sent. */
class OfferPageTests extends RunningBaton {

    @Autowired
    ASummary summaries;

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Facts facts;

    @Autowired
    Promises promises;

    @Autowired
    Offers offers;

    @Autowired
    OfferLinks links;

    @Autowired
    Handoffs handoffs;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsTheCardAndTheAnswersAndChangesNothingByIt() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        HttpResponse<String> shown = new Caller(port, "ae-1").get(page);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Anna Berg", "a quicker start", "Sam Rivers", "I take the baton", "Return it", "Not ours")
                .contains("Information is missing");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(offers.open(new LeadReference(lead))).isPresent();
        assertThat(task(lead, "takeBaton").getAssignee()).isNull();
    }

    @Test
    void peopleP11_beginsWithTheClientsWordsAndEndsWithWhatIsUnknown() {
        LeadReference reference = aLead.unknownHeldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(reference, "Demo", LocalDate.of(2027, 1, 4));
        facts.say(reference, "message", "We lose leads between our teams.", "website");
        facts.say(reference, "knows", "our price list", "sdr-1");
        facts.say(reference, "spokenWith", "nobody", "sdr-1");
        facts.say(reference, "meeting", "Mon 4 Jan 2027, 10:00 CET", "sdr-1");
        promises.make(reference, null, "Send the price list", "us", "sdr-1", LocalDate.of(2027, 1, 3));
        confirmed(reference);
        String lead = start(reference, "sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        assertThat(mailTo("ae-1", lead, "is offered to you").text())
                .containsSubsequence(
                        "We lose leads between our teams.",
                        "version 1, confirmed",
                        "Current situation: Two plants",
                        "Send the price list",
                        "Meeting: Mon 4 Jan 2027, 10:00 CET",
                        "Not known yet:")
                .doesNotContain("unknown");
        assertThat(new Caller(port, "ae-1").get(page).body())
                .containsSubsequence(
                        "We lose leads between our teams.",
                        "version 1, confirmed",
                        "Two plants",
                        "Send the price list",
                        "Mon 4 Jan 2027, 10:00 CET",
                        "our price list",
                        "unknown");
    }

    private void confirmed(LeadReference reference) {
        summaries.confirmed(reference, "Two plants", "A demonstration");
    }

    @Test
    void takesTheBatonForWhomTheLinkWasSentTo() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        HttpResponse<String> answer = answer("ae-1", page, Map.of("decision", "accept"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(holder(lead)).isEqualTo("ae-1");
        assertThat(last(lead, EntryType.HANDOFF_ACCEPTED).actor()).isEqualTo("ae-1");
        assertThat(new Caller(port, "ae-1").get(page).body()).contains("You have taken it");
    }

    @Test
    void worksOnce() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);
        answer("ae-1", page, Map.of("decision", "not-ours"));

        HttpResponse<String> again = late("ae-1", page);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("You said that it belongs to somebody else");
        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void asksForTheReasonOfAReturnAndTakesNoneWithout() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        HttpResponse<String> refused =
                answer("ae-1", page, Map.of("decision", "return", "returnNote", "Who <decides>?"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("What is wrong with it", "Who &lt;decides&gt;?");
        assertThat(task(lead, "takeBaton").getAssignee()).isNull();
        answer(
                "ae-1",
                page,
                Map.of("decision", "return", "returnReason", "information-missing", "returnNote", "Who decides?"));

        assertThat(last(lead, EntryType.HANDOFF_RETURNED).detail())
                .containsEntry("by", "ae-1")
                .containsEntry("reason", "information-missing")
                .containsEntry("note", "Who decides?");
        assertThat(task(lead, "prepareBrief").getAssignee()).isEqualTo("sdr-1");
    }

    @Test
    void asksTheCsmFromWhenOperationsAreReady() {
        LeadReference reference = aLead.heldBy("ae-1", Leg.DEAL);
        batons.agreeNextStep(reference, "Kick-off", LocalDate.of(2027, 1, 4));
        String lead = start(reference, "ae-to-csm", "csm-1");
        String page = link("csm-1", lead);

        assertThat(new Caller(port, "csm-1").get(page).body()).contains("name=\"readyOn\"");
        assertThat(answer("csm-1", page, Map.of("decision", "accept")).statusCode())
                .isEqualTo(409);
        answer("csm-1", page, Map.of("decision", "accept", "readyOn", "2027-02-01"));

        assertThat(holder(lead)).isEqualTo("csm-1");
    }

    @Test
    void doesNotActForSomebodyElse() {
        String lead = offered("sdr-to-ae", "group:ae");
        String forwarded = link("ae-1", lead);

        assertThat(new Caller(port, "ae-2").get(forwarded).statusCode()).isEqualTo(403);
        assertThat(new Caller(port, "ae-2").get(forwarded).body())
                .contains("sent to somebody else")
                .doesNotContain("Anna Berg");
        String own = link("ae-2", lead);
        Caller other = new Caller(port, "ae-2");
        assertThat(other.submit(own, forwarded, Map.of("decision", "accept")).statusCode())
                .isEqualTo(403);

        assertThat(offers.open(new LeadReference(lead))).isPresent();
        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void actsForWhoeverOfAGroupTakesUpTheMailToItsOneAddress() {
        String lead = offered("sdr-to-ae", "group:ae");
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();
        String page = URI.create(links.pageOf(offer, Recipient.group("ae"))).getPath();

        assertThat(new Caller(port, "sdr-2").get(page).statusCode()).isEqualTo(403);
        answer("ae-2", page, Map.of("decision", "accept"));

        assertThat(holder(lead)).isEqualTo("ae-2");
        assertThat(new Caller(port, "ae-1").get(page).body()).contains("Robin Hayes was faster");
    }

    @Test
    void asksEverybodyToLogInAndTakesNoAnswerFromAnotherSite() throws Exception {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        HttpResponse<String> stranger = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(new Caller(port, "ae-1")
                        .post(page, Map.of("decision", "accept"))
                        .statusCode())
                .isEqualTo(403);

        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void saysWhoWasFaster() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);
        String other = link("ae-2", lead);
        answer("ae-2", other, Map.of("decision", "accept"));

        assertThat(new Caller(port, "ae-1").get(page).body()).contains("Robin Hayes was faster");
        assertThat(late("ae-1", page).statusCode()).isEqualTo(409);

        assertThat(holder(lead)).isEqualTo("ae-2");
    }

    @Test
    void saysWhoLooksAtItWhileItIsClaimed() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);
        as("ae-2", () -> tasks.claim(task(lead, "takeBaton").getId(), "ae-2"));

        assertThat(new Caller(port, "ae-1").get(page).body()).contains("Robin Hayes was faster and looks at it");
        assertThat(task(lead, "takeBaton").getAssignee()).isEqualTo("ae-2");
    }

    @Test
    void isDeadOnceTheOfferIsRecalled() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        handoffs.recall(new LeadReference(lead), "sdr-1");

        HttpResponse<String> shown = new Caller(port, "ae-1").get(page);
        assertThat(shown.statusCode()).isEqualTo(410);
        assertThat(shown.body()).contains("Sam Rivers has recalled it");
    }

    @Test
    void isDeadOnceAManagerHasGivenTheBatonToSomebodyElse() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);
        fire(lead, "batonStalled");

        complete(
                "manager-1",
                lead,
                "unblockBaton",
                Map.of("unblockDecision", "reassign", "newReceiver", "sales-support-1"));

        assertThat(new Caller(port, "ae-1").get(page).body()).contains("Jordan Pierce has given it to somebody else");
        assertThat(late("ae-1", page).statusCode()).isEqualTo(409);
        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void isDeadOnceTheBatonIsDropped() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        fire(lead, "dropDue");

        assertThat(new Caller(port, "ae-1").get(page).body()).contains("Nobody took it in time");
        assertThat(holder(lead)).isEqualTo("group:manager");
    }

    @Test
    void expires() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);
        Caller caller = new Caller(port, "ae-1");
        caller.get(page);
        jdbc.sql("update offer_link set expires_at = :then where offer_id = :offer")
                .param("then", OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                .param(
                        "offer",
                        offers.open(new LeadReference(lead)).orElseThrow().id())
                .update();

        assertThat(caller.get(page).body()).contains("has had its time").doesNotContain("I take the baton");
        assertThat(late("ae-1", page).statusCode()).isEqualTo(409);

        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void opensNothingByATokenThatWeNeverMade() {
        assertThat(new Caller(port, "ae-1").get("/offers/abc").statusCode()).isEqualTo(404);
        assertThat(new Caller(port, "ae-1").get("/offers/" + "a".repeat(3000)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        String lead = offered("sdr-to-ae", "group:ae");
        String token = link("ae-1", lead).substring("/offers/".length());

        assertThat(jdbc.sql("select token_hash from offer_link")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotContain(token);
    }

    @Test
    void carriesTheSameLinkInAReminder() {
        String lead = offered("sdr-to-ae", "group:ae");
        String page = link("ae-1", lead);

        fire(lead, "reminderDue");
        sendMails(lead);

        assertThat(mailTo("ae-1", lead, "still waits").text()).contains(page);
    }

    // --- how the tests speak

    @Test
    void p4_aPartnersLinkSaysNothingOfTheLeadOnceTheOfferHasComeBack() {
        String lead = offered("sdr-to-ae", "group:partner");
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();
        String page =
                URI.create(links.pageOf(offer, Recipient.group("partner"))).getPath();
        Caller partner = new Caller(port, "partner-1");
        assertThat(partner.get(page).body()).contains(lead).doesNotContain("Anna Berg", "Sam Rivers");

        fire(lead, "dropDue");

        HttpResponse<String> ended = partner.get(page);
        assertThat(ended.statusCode()).isEqualTo(410);
        assertThat(ended.body()).contains("not offered to you any more").doesNotContain(lead, "Sam Rivers");
        assertThat(answer("partner-1", page, Map.of("decision", "accept")).statusCode())
                .isBetween(400, 499);
        assertThat(batons.get(new LeadReference(lead)).holder().id()).isEqualTo("sdr-1");
    }

    private String offered(String exchange, String receiver) {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", LocalDate.of(2027, 1, 4));
        return start(lead, exchange, receiver);
    }

    private String start(LeadReference reference, String exchange, String receiver) {
        Map<String, Object> variables = aLead.variables(reference);
        variables.put("exchange", exchange);
        variables.put("giver", variables.get("holder"));
        variables.put("receiver", receiver);
        runtime.startProcessInstanceByKey("handoff", reference.value(), variables);
        return reference.value();
    }

    /** Sends the mails that wait, and reads the link out of this person's. */
    private String link(String person, String lead) {
        sendMails(lead);
        return URI.create(mailTo(person, lead, "is offered to you").link("/offers/"))
                .getPath();
    }

    private HttpResponse<String> answer(String person, String page, Map<String, String> fields) {
        return new Caller(port, person).submit(page, page, fields);
    }

    /** Accepts by a page that stands open since before, with its token. */
    private HttpResponse<String> late(String person, String page) {
        String open = link(person, offered("sdr-to-ae", person));
        return new Caller(port, person).submit(open, page, Map.of("decision", "accept"));
    }

    private void sendMails(String lead) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private Mailbox.Mail mailTo(String person, String lead, String subject) {
        return mailbox.of(person + "@baton.example").stream()
                .filter(mail -> lead.equals(mail.header("X-Baton-Lead")))
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mail to " + person + ": " + subject));
    }

    private String holder(String lead) {
        return batons.get(new LeadReference(lead)).holder().value();
    }

    private LedgerEntry last(String lead, EntryType type) {
        return ledger.of(new LeadReference(lead)).stream()
                .filter(entry -> entry.type() == type)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
