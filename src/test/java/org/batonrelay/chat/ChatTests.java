package org.batonrelay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A visitor chats, over real HTTP. */
class ChatTests extends TalkingVisitors {

    private static final String INTERNAL = "(?i)\\b(baton|relay|leg|exchange|handoff|departure)\\b";

    @Autowired
    Leads leads;

    @Autowired
    Facts facts;

    @Autowired
    GoneVisitors gone;

    @Autowired
    Chats chats;

    @Test
    void threeMessagesStartOneLeadWithAllThree() {
        Visitor anna = new Visitor(port);
        Visitor.Answer begun = anna.begin();
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.headers()).containsEntry("location", "/api/chat/" + anna.id);
        assertThat(begun.json().get("messages").get(0).get("text").asText()).contains("what is your name");

        assertThat(anna.say("I'm Anna Berg").status()).isEqualTo(201);
        anna.say("anna@chat-a.example");
        Visitor.Answer last = anna.say("Chat A GmbH");

        LeadReference reference = leadOf(anna);
        assertThat(reference.value()).isEqualTo("chat-a-0001");
        assertThat(contacts.main(reference)).hasValueSatisfying(it -> {
            assertThat(it.name()).isEqualTo("Anna Berg");
            assertThat(it.email()).isEqualTo("anna@chat-a.example");
        });
        assertThat(leads.get(reference).organisation()).isEqualTo("Chat A GmbH");
        assertThat(leads.get(reference).source()).isEqualTo("chat");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .processDefinitionKey("relay")
                        .count())
                .isEqualTo(1);
        assertThat(last.json().get("messages").get(1).get("text").asText())
                .contains("Thank you, Anna Berg", "Sales development")
                .doesNotContainPattern(INTERNAL);
    }

    @Test
    void oneMessageWithAllIsEnough() {
        Visitor anna = begun();

        anna.say("Hi, I'm Anna Berg from Chat B, anna@chat-b.example. We lose leads between our teams.");

        LeadReference reference = leadOf(anna);
        assertThat(leads.get(reference).organisation()).isEqualTo("Chat B");
        assertThat(facts.of(reference).get("message")).contains("We lose leads between our teams.");
    }

    @Test
    void theFirstWordsAreTheLeadsMessage() {
        Visitor anna = begun();
        anna.say("Do you work with hospitals?");
        assertThat(anna.said()).endsWith("What is your name?");
        anna.say("Anna Berg");
        anna.say("anna@chat-c.example");
        anna.say("Chat C");

        assertThat(facts.of(leadOf(anna)).get("message")).contains("Do you work with hospitals?");
    }

    @Test
    void answersInTheLanguageOfTheBrowser() {
        Visitor jan = new Visitor(port).with("Accept-Language", "de-AT,de;q=0.9,en;q=0.1");

        assertThat(jan.begin().body()).contains("Wie heißen Sie?");
        assertThat(jan.say("Ich heiße Jan Maier").body()).contains("Vielen Dank, Jan Maier.", "E-Mail-Adresse");
        jan.say("jan@chat-d.example");
        assertThat(jan.say("Chat D").body()).contains("weitergegeben");
        assertThat(contacts.main(leadOf(jan))).map(Contact::language).hasValue("de");
    }

    @Test
    void asksKindlyAgainForAnAddressThatIsNone() {
        Visitor anna = begun();
        anna.say("Anna Berg");

        assertThat(anna.say("anna@chat").body()).contains("“anna@chat” is not a complete e-mail address");
        anna.say("Chat E");
        anna.say("anna@chat-e.example");
        anna.say("Chat E");

        assertThat(leads.get(leadOf(anna)).organisation()).isEqualTo("Chat E");
    }

    @Test
    void asksAgainForWhatTheHouseCannotTake() {
        Visitor anna = begun();
        anna.say("Anna Berg");
        anna.say("anna@" + "x".repeat(64) + ".example");
        assertThat(anna.say("Chat F").body()).contains("Which e-mail address reaches you?");

        anna.say("anna@chat-f.example");

        assertThat(leadOf(anna).value()).startsWith("chat-f-");
    }

    @Test
    void anOrganisationInTheRelayIsJoined() {
        Visitor anna = known("Chat G");
        Visitor bob = begun();
        bob.say("I'm Bob Stone from Chat G, bob@chat-g.example");

        assertThat(leadOf(bob)).isEqualTo(leadOf(anna));
        assertThat(types(leadOf(anna))).contains(EntryType.LEAD_JOINED, EntryType.LEAD_TOUCHED);
        assertThat(bob.said()).doesNotContain("anna@chat-g.example");
    }

    @Test
    void aStrangerIsNotToldWhoLooksAfterAClient() {
        Visitor first = begun();
        first.say("I'm Anna Berg from Chat Q, anna@chat-q.example");
        LeadReference reference = leadOf(first);
        complete("sdr-1", reference.value(), "takeBaton", Map.of("decision", "accept"));
        String holder =
                identity.createUserQuery().userId("sdr-1").singleResult().getLastName();

        Visitor stranger = begun();
        stranger.say("I'm Eve Adams from Chat Q, eve@chat-q.example");

        assertThat(leadOf(stranger)).isEqualTo(reference);
        assertThat(stranger.said())
                .contains("passed this on to Sales development")
                .doesNotContain(holder);
    }

    @Test
    void manyMessagesAtOnceStartOneLead() {
        Visitor anna = begun();
        List<CompletableFuture<Visitor.Answer>> sent = IntStream.range(0, 8)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> anna.say("I'm Anna Berg from Chat H, anna@chat-h.example")))
                .toList();

        assertThat(sent).allSatisfy(it -> assertThat(it.join().status()).isEqualTo(201));
        assertThat(jdbc.sql("select count(*) from lead where organisation = 'Chat H'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(types(leadOf(anna))).doesNotContain(EntryType.LEAD_JOINED);
        assertThat(anna.messages())
                .extracting(it -> it.get("id").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsSaidLaterIsOnTheTimeline() {
        Visitor anna = known("Chat I");

        anna.say("One more thing: <b>we are 40 people</b>");

        assertThat(ledger.of(leadOf(anna)))
                .filteredOn(it -> it.type() == EntryType.MESSAGE_RECEIVED)
                .singleElement()
                .satisfies(it -> assertThat(it.detail())
                        .containsEntry("channel", "chat")
                        .containsEntry("text", "One more thing: <b>we are 40 people</b>"));
    }

    @Test
    void visitorsAndRepsWriteInOrderAndLive() {
        Visitor anna = known("Chat J");
        Caller rep = new Caller(port, "manager-1");
        String chat = "/api/leads/" + leadOf(anna) + "/chat";
        try (Visitor.Listening listening = anna.listen()) {
            assertThat(listening.status).isEqualTo(200);
            listening.next(5);

            rep.postJson(chat, "{\"text\": \"Good morning\"}");
            assertThat(listening.next().text()).isEqualTo("Good morning");
            anna.say("Good morning to you");
            assertThat(listening.next().text()).isEqualTo("Good morning to you");
        }
        JsonNode ours = rep.read(rep.get(chat)).get("messages");
        assertThat(ours.findValuesAsText("text")).endsWith("Good morning", "Good morning to you");
        assertThat(anna.messages().get(5).get("name").asText()).isEqualTo("Jordan Pierce");
    }

    @Test
    void goesOnBehindTheLastEventThatWasHeard() {
        Visitor anna = known("Chat K");
        anna.say("One");
        anna.say("Two");

        try (Visitor.Listening listening = anna.listen("Last-Event-ID", "5")) {
            assertThat(listening.next(2)).extracting(Visitor.Event::text).containsExactly("One", "Two");
        }
    }

    @Test
    void keepsTheOrderWhenAllWriteAtOnce() {
        Visitor anna = known("Chat L");
        Caller rep = new Caller(port, "manager-1");
        String chat = "/api/leads/" + leadOf(anna) + "/chat";
        try (Visitor.Listening listening = anna.listen("Last-Event-ID", "5")) {
            List<CompletableFuture<?>> sent = IntStream.range(0, 12)
                    .<CompletableFuture<?>>mapToObj(number -> CompletableFuture.runAsync(() -> {
                        if (number % 2 == 0) {
                            anna.say("visitor " + number);
                        } else {
                            rep.postJson(chat, "{\"text\": \"rep %d\"}".formatted(number));
                        }
                    }))
                    .toList();
            List<Visitor.Event> heard = listening.next(12);
            sent.forEach(CompletableFuture::join);

            assertThat(heard).extracting(it -> Long.valueOf(it.id())).isSorted().doesNotHaveDuplicates();
            assertThat(heard)
                    .extracting(Visitor.Event::text)
                    .containsExactlyElementsOf(anna.messages().stream()
                            .skip(5)
                            .map(it -> it.get("text").asText())
                            .toList());
        }
    }

    @Test
    void answersWithinTwoSeconds() {
        Visitor anna = begun();
        anna.say("Anna Berg");
        anna.say("anna@chat-m.example");
        long before = System.nanoTime();

        Visitor.Answer answer = anna.say("Chat M");

        assertThat(answer.json().get("messages")).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just me, I am a freelancer",
                "none",
                "privat",
                "n/a",
                "No company",
                "I'm self-employed",
                "-",
                "keine",
                "Nur ich, bin selbständig",
                "private person",
                "I am a freelance designer",
                "Ich habe keine Firma"
            })
    void captureT1_whoBelongsToNoOrganisationHasNone(String answer) {
        Visitor kim = begun();
        kim.say("Kim Park");
        kim.say("kim" + Math.abs(answer.hashCode()) + "@gmail.com");
        assertThat(kim.say(answer).body()).contains("Thank you, Kim Park");

        LeadReference reference = leadOf(kim);
        assertThat(reference.value()).startsWith("lead-");
        assertThat(leads.get(reference).organisation()).isEmpty();
        assertThat(facts.of(reference)).doesNotContainKey(Facts.LOOKS_LIKE);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .processDefinitionKey("relay")
                        .variableValueEquals("organisation", "")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void captureT1_thePersonIsShownWhereNobodyHasNamedAnOrganisation() {
        Visitor kim = begun();
        kim.say("I'm Kim Parkinson, kim.parkinson@gmail.com, freelancer");
        LeadReference reference = leadOf(kim);

        assertThat(leads.shownAs(reference)).isEqualTo("Kim Parkinson");
        assertThat(leads.organisationOf(reference)).isEqualTo("organisation unknown");
        assertThat(new Caller(port, "manager-1")
                        .get("/leads/" + reference, "Accept", "text/html")
                        .body())
                .contains("Kim Parkinson, organisation unknown");
        JsonNode found =
                new Caller(port, "manager-1").read(new Caller(port, "manager-1").get("/api/leads?q=" + reference));
        assertThat(found.get("leads").get(0).get("organisation").asText()).isEmpty();
        assertThat(found.get("leads").get(0).get("contact").asText()).isEqualTo("Kim Parkinson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No Limits GmbH", "Private Equity Partners", "Freelancer.com", "Privatbank"})
    void captureT1_anOrganisationThatOnlySoundsLikeNoneIsOne(String answer) {
        Visitor kim = begun();
        kim.say("Kim Park");
        kim.say("kim@sounds" + Math.abs(answer.hashCode()) + ".example");
        kim.say(answer);

        assertThat(leads.get(leadOf(kim)).organisation()).isEqualTo(answer);
    }

    @Test
    void captureT2_aVisitorWhoLeavesNameAndAddressIsALeadWithinMinutesAndJoinsItWhenTheyAreBack() {
        Visitor kim = begun();
        kim.say("Do you work with hospitals?");
        kim.say("Kim Park");
        kim.say("kim@left-early.example");
        assertThat(chats.find(kim.id).orElseThrow().reference()).isNull();
        assertThat(management.createJobQuery().list().stream()
                        .filter(job -> String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw())
                                .equals("gone-visitor\n" + kim.id))
                        .map(job -> job.getDuedate().toInstant()))
                .isNotEmpty()
                .allSatisfy(due -> assertThat(due).isBefore(Instant.now().plus(Duration.ofMinutes(10))));
        gone.run(kim.id);
        assertThat(chats.find(kim.id).orElseThrow().reference())
                .as("still here")
                .isNull();

        quietForTenMinutes(kim);
        gone.run(kim.id);
        gone.run(kim.id);

        LeadReference reference = leadOf(kim);
        assertThat(contacts.main(reference)).map(Contact::email).hasValue("kim@left-early.example");
        assertThat(facts.of(reference).get("message")).contains("hospitals");
        kim.say("I am back");
        assertThat(leadOf(kim)).isEqualTo(reference);
        assertThat(types(reference)).contains(EntryType.MESSAGE_RECEIVED);
    }

    @Test
    void captureT2_whoHasNoValidAddressYetIsNoLead() {
        Visitor kim = begun();
        kim.say("Kim Park");
        kim.say("kim@left");
        quietForTenMinutes(kim);
        gone.run(kim.id);

        assertThat(chats.find(kim.id).orElseThrow().reference()).isNull();
    }

    private void quietForTenMinutes(Visitor visitor) {
        jdbc.sql("update chat_message set said_at = :then where chat_id = :id")
                .param("then", HouseDay.now().minusMinutes(10))
                .param("id", visitor.id)
                .update();
    }
}
