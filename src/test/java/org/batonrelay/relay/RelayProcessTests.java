package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.team.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each way through the relay, seen from outside: who holds the baton, what is on the ledger, what mail went out. */
class RelayProcessTests extends RunningBaton {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int number = NUMBER.incrementAndGet();
    private final String client = "client@relay-" + number + ".example";

    @Autowired
    Relays relays;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    People people;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactLinks links;

    @Autowired
    Readinesses readinesses;

    @Test
    void aCapturedLeadIsHeldByMarketingOfferedToTheSdrsAndAnsweredAtOnce() {
        LeadReference reference = capture(null, true);

        assertThat(batons.get(reference).holder()).isEqualTo(Holder.group("marketing"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("relay")
                        .processInstanceBusinessKey(reference.value())
                        .variableValueEquals("holder", "group:marketing")
                        .count())
                .isEqualTo(1);
        assertThat(task(reference.value(), "takeBaton")).isNotNull();
        fire(reference.value(), "acknowledgeLead");
        assertThat(mailbox.latest(client, "we have your message").header("Auto-Submitted"))
                .startsWith("auto-");
        assertThat(types(reference))
                .startsWith("lead.captured", "holder.changed")
                .contains("lead.routed", "handoff.offered", "mail.sent");
    }

    @Test
    void aSecondContactOfTheSameOrganisationJoinsAndStartsNoSecondRelay() {
        LeadReference reference = capture(null, true);
        Relays.Captured second =
                byPage("website", () -> relays.capture(lead("colleague@relay-" + number + ".example", null, true)));

        assertThat(second.joined()).isTrue();
        assertThat(second.reference()).isEqualTo(reference);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("relay")
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isEqualTo(1);
        assertThat(types(reference)).contains("lead.joined");
        errandsContaining("\"" + reference + "\"").stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> management.executeJob(job.getId()));
        assertThat(mailbox.latest("marketing-1@baton.example", "got in touch again (" + reference + ")")
                        .text())
                .as("the holder hears who it was and what they wrote")
                .contains("Kim Client", "please call");
    }

    @Test
    void nobodyCallsBeforeTheDateTheClientGave() {
        LeadReference reference = capture(HouseDay.today().plusDays(30), true);

        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.WAITING);
        assertThat(openTasks(reference)).isEmpty();
        fire(reference.value(), "waitUntilContactDate");
        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.RUNNING);
        assertThat(task(reference.value(), "takeBaton")).isNotNull();
    }

    @Test
    void anSdrWhoFindsAClientKeepsThemWithoutAnExchange() {
        LeadReference reference = start("sdr-1", Map.of("keepIt", true));

        assertThat(batons.get(reference).holder()).isEqualTo(Holder.person("sdr-1"));
        assertThat(batons.get(reference).leg()).isEqualTo(Leg.QUALIFICATION);
        assertThat(task(reference.value(), "qualifyLead").getAssignee()).isEqualTo("sdr-1");
        assertThat(types(reference)).doesNotContain("handoff.offered");
    }

    @Test
    void aFinderWhoHandsOnNamesTheReceiver() {
        LeadReference reference = start(
                "sdr-1",
                Map.of(
                        "keepIt",
                        false,
                        "handTo",
                        "sdr-2",
                        "source",
                        "event",
                        "knows",
                        "our stand",
                        "spokenWith",
                        "Pat",
                        "needs",
                        "a pilot"));

        assertThat(batons.get(reference).holder()).isEqualTo(Holder.group("marketing"));
        complete("sdr-2", reference.value(), "takeBaton", Map.of("decision", "accept"));
        assertThat(batons.get(reference).holder()).isEqualTo(Holder.person("sdr-2"));
    }

    @Test
    void aReceiverWhoDoesNotExistIsRefusedOnTheFormAndNothingStarts() {
        long before = runtime.createProcessInstanceQuery().count();

        assertThatThrownBy(() -> start("sdr-1", Map.of("keepIt", false, "handTo", "nobody-9")))
                .hasMessageContaining("there is no person called nobody-9");
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void anAeWhoFoundTheClientRunsTheDealWithoutPassingItToThemselves() {
        LeadReference reference = start("ae-1", Map.of("keepIt", true));
        qualify("ae-1", reference);

        assertThat(batons.get(reference).leg()).isEqualTo(Leg.DEAL);
        assertThat(task(reference.value(), "workDeal").getAssignee()).isEqualTo("ae-1");
    }

    @Test
    void b2_notNowSleepsHeldByMarketingAndWakesOnItsDateWithItsHistory() {
        LeadReference reference = recycled();
        List<String> before = types(reference);

        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.RECYCLED);
        assertThat(batons.get(reference).holder()).isEqualTo(Holder.group("marketing"));
        fire(reference.value(), "tellMarketingOfRecycling");
        assertThat(mailbox.latest("marketing-1@baton.example", reference.value())
                        .text())
                .contains("budget comes next year");
        fire(reference.value(), "recycleDateReached");
        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.RUNNING);
        assertThat(task(reference.value(), "takeBaton")).isNotNull();
        assertThat(types(reference))
                .as("the same lead, recycled and not lost")
                .startsWith(before.toArray(String[]::new))
                .contains("relay.recycled")
                .doesNotContain("relay.closed");
        assertThat(contacts.of(reference)).hasSize(1);
        complete("sdr-2", reference.value(), "takeBaton", Map.of("decision", "accept"));
        assertThat(task(reference.value(), "qualifyLead").getAssignee()).isEqualTo("sdr-2");
    }

    @Test
    void b2_aNewContactWakesARecycledLead() {
        LeadReference reference = recycled();
        byPage("website", () -> relays.capture(lead(client, null, true)));

        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.RUNNING);
        assertThat(task(reference.value(), "takeBaton")).isNotNull();
    }

    @Test
    void aLeadThatWillNeverBuyIsClosedAndMarketingHearsWhy() {
        LeadReference reference = start("sdr-1", Map.of("keepIt", true));
        String token = linkOf(reference);
        complete("sdr-1", reference.value(), "qualifyLead", Map.of("outcome", "disqualified", "reason", "a student"));

        assertClosed(reference, "a student", token);
    }

    @Test
    void aLostDealIsClosedWithItsReason() {
        LeadReference reference = start("ae-1", Map.of("keepIt", true));
        qualify("ae-1", reference);
        String token = linkOf(reference);
        complete("ae-1", reference.value(), "workDeal", Map.of("dealDecision", "lost", "lostReason", "too dear"));

        assertClosed(reference, "too dear", token);
    }

    @Test
    void aManagerClosesARelayFromAnywhereAndNothingOfItStaysAlive() {
        LeadReference reference = capture(null, true);
        String token = linkOf(reference);
        byPage("manager-1", () -> {
            relays.close(reference, "a competitor's trick");
            return null;
        });

        assertClosed(reference, "a competitor's trick", token);
        assertThatThrownBy(() -> relays.close(reference, "again"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is closed already");
    }

    @Test
    void peopleP3_aLaterStartIsTheFirstThingTheIntroductionSaysAndNoStaleInvitationFollows() {
        LeadReference reference = start("ae-1", Map.of("keepIt", true));
        qualify("ae-1", reference);
        LocalDate told = HouseDay.today().plusDays(9);
        readinesses.say(reference, "csm-1", told);
        complete("ae-1", reference.value(), "workDeal", Map.of("dealDecision", "won"));
        LocalDate later = HouseDay.today().plusDays(40);
        prepareIfAsked("ae-1", reference);
        complete("csm-1", reference.value(), "takeBaton", Map.of("decision", "accept", "readyOn", later.toString()));
        fire(reference.value(), "introduceReceiver");
        List<String> subjects =
                mailbox.of(client).stream().map(Mailbox.Mail::subject).toList();
        assertThat(subjects).filteredOn(it -> it.contains("please meet")).hasSize(1);
        assertThat(subjects).noneMatch(it -> it.contains("your start"));
        assertThat(mailbox.latest(client, "please meet").text().replaceAll("\\s+", " "))
                .contains("before anything else: our team can start with Relay ")
                .contains("on " + WrittenDates.day(later) + ". Until now we had named " + WrittenDates.day(told) + ".")
                .contains("From today on ");
        fire(reference.value(), "inviteToMeeting");
        assertThat(mailbox.of(client).stream().map(Mailbox.Mail::subject).toList())
                .as("nobody is invited to a meeting of a deal that is won already")
                .hasSize(subjects.size());
        assertThat(mailbox.latest(client, "please meet").from().getPersonal())
                .isEqualTo(people.person("ae-1").orElseThrow().name());
    }

    @Test
    void peopleP1_theFirstDayThatAClientHearsIsNewsAndNoExcuse() {
        LeadReference reference = start("ae-1", Map.of("keepIt", true));
        qualify("ae-1", reference);
        batons.agreeNextStep(reference, "Sign the contract", HouseDay.today().plusDays(11));
        complete("ae-1", reference.value(), "workDeal", Map.of("dealDecision", "won"));
        LocalDate ready = HouseDay.today().plusDays(14);
        prepareIfAsked("ae-1", reference);
        complete("csm-1", reference.value(), "takeBaton", Map.of("decision", "accept", "readyOn", ready.toString()));
        fire(reference.value(), "introduceReceiver");

        String text = mailbox.latest(client, "please meet").text().replaceAll("\\s+", " ");
        assertThat(text)
                .contains("We can start on " + WrittenDates.day(ready) + ".")
                .doesNotContain("later")
                .doesNotContain("before anything else");
    }

    @Test
    void peopleP5_theButtonOfTheFirstMailIsWhatItsReaderWantsAndTheHouseSigns() {
        LeadReference reference = capture(null, true);
        fire(reference.value(), "acknowledgeLead");

        Mailbox.Mail first = mailbox.latest(client, "we have your message");
        String page = links.pageOf(contacts.main(reference).orElseThrow());
        assertThat(first.html().split("class=\"button\"", -1)).as("one button").hasSize(2);
        assertThat(first.html()).containsPattern("<a [^>]*href=\"" + Pattern.quote(page) + "\"[^>]*class=\"button\"");
        assertThat(first.text())
                .containsSubsequence(
                        "two times that suit you", "Kind regards", "Example Ltd", "No more automatic mails");
        assertThat(first.from().getPersonal()).isEqualTo("Example Ltd");
        assertThat(first.header("Auto-Submitted")).isEqualTo("auto-replied");
    }

    private String linkOf(LeadReference reference) {
        String page = links.pageOf(contacts.main(reference).orElseThrow());
        String token = page.substring(page.lastIndexOf('/') + 1);
        assertThat(links.open(token)).isPresent();
        return token;
    }

    private void assertClosed(LeadReference reference, String reason, String token) {
        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.CLOSED);
        assertThat(openTasks(reference)).isEmpty();
        assertThat(links.open(token))
                .as("the client's link opens nothing any more")
                .isEmpty();
        fire(reference.value(), "tellMarketing");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
        assertThat(mailbox.latest("marketing-1@baton.example", reference.value())
                        .subject())
                .contains(reason);
        LedgerEntry last = ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.RELAY_CLOSED)
                .findFirst()
                .orElseThrow();
        assertThat(last.detail()).containsEntry("reason", reason);
    }

    private LeadReference recycled() {
        LeadReference reference = capture(null, true);
        complete("sdr-1", reference.value(), "takeBaton", Map.of("decision", "accept"));
        complete(
                "sdr-1",
                reference.value(),
                "qualifyLead",
                Map.of(
                        "outcome", "recycle",
                        "recycleOn", HouseDay.today().plusDays(90).toString(),
                        "reason", "budget comes next year",
                        "notAsAdvertised", "the advert promised a free pilot"));
        return reference;
    }

    private void qualify(String person, LeadReference reference) {
        complete(
                person,
                reference.value(),
                "qualifyLead",
                Map.of("outcome", "qualified", "meetingOn", HouseDay.today().plusDays(5) + "T10:30+00:00"));
        complete(
                person,
                reference.value(),
                "writeSummary",
                Map.of(
                        "currentSituation",
                        "Leads are lost between teams.",
                        "nextSteps",
                        "Meet and go through the offer.",
                        "nextStepOn",
                        HouseDay.today().plusDays(5).toString(),
                        "announced",
                        true));
    }

    private void prepareIfAsked(String giver, LeadReference reference) {
        if (openTasks(reference).contains("prepareBrief")) {
            complete(
                    giver,
                    reference.value(),
                    "prepareBrief",
                    new FormFiller(new java.util.Random(1), Map.of()).fill("prepare-brief-ae-to-csm"));
        }
    }

    private LeadReference capture(LocalDate notBefore, boolean wantsContact) {
        return byPage(
                "website",
                () -> relays.capture(lead(client, notBefore, wantsContact)).reference());
    }

    private NewLead lead(String email, LocalDate notBefore, boolean wantsContact) {
        return NewLead.of("Kim Client", email, "Relay " + number + " Ltd")
                .with(LeadField.MESSAGE, "We would like to hear more: please call.")
                .with(LeadField.CONTACT_NOT_BEFORE, notBefore)
                .with(LeadField.WANTS_CONTACT, wantsContact);
    }

    private LeadReference start(String person, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.putIfAbsent("name", "Kim Client");
        form.putIfAbsent("email", client);
        form.putIfAbsent("organisation", "Relay " + number + " Ltd");
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("relay")
                .latestVersion()
                .singleResult()
                .getId();
        return as(
                person,
                () -> new LeadReference(engine.getFormService()
                        .submitStartForm(definition, form)
                        .getBusinessKey()));
    }

    private List<String> types(LeadReference reference) {
        return ledger.of(reference).stream().map(entry -> entry.type().id()).toList();
    }

    private List<String> openTasks(LeadReference reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }
}
