package org.batonrelay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;
import org.junit.jupiter.api.Test;

/** What people of the house do in a chat, over real HTTP. */
class LeadChatsTests extends TalkingVisitors {

    @Test
    void whoeverMaySeeTheLeadMayFollowAndWrite() {
        Visitor anna = known("Rep A");
        String chat = chatOf(anna);

        assertThat(new Caller(port, "sdr-1").get(chat).statusCode()).isEqualTo(200);
        assertThat(new Caller(port, "manager-1").get(chat).statusCode()).isEqualTo(200);
        assertThat(new Caller(port, "legal-1").get(chat).statusCode()).isEqualTo(404);
        assertThat(new Caller(port, "partner-1")
                        .postJson(chat, "{\"text\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Caller(port, "manager-1")
                        .get("/api/leads/nobody-0001/chat")
                        .statusCode())
                .isEqualTo(404);

        Caller sdr = new Caller(port, "sdr-1");
        assertThat(sdr.postJson(chat, "{\"text\": \"Hello <Anna>\"}").statusCode())
                .isEqualTo(201);
        assertThat(anna.said()).endsWith("person: Hello <Anna>");
        assertThat(ledger.of(leadOf(anna)))
                .filteredOn(it -> it.type() == EntryType.MESSAGE_SENT)
                .singleElement()
                .extracting(LedgerEntry::actor)
                .isEqualTo("sdr-1");
    }

    @Test
    void privateNotesNeverReachTheVisitor() {
        Visitor anna = known("Rep B");
        Caller rep = new Caller(port, "manager-1");
        String secret = "our lowest price is 7";
        try (Visitor.Listening live = anna.listen()) {
            live.next(5);
            rep.postJson(chatOf(anna), "{\"text\": \"%s\", \"private\": true}".formatted(secret));
            rep.postJson(chatOf(anna) + "/colleagues", "{\"person\": \"ae-1\", \"text\": \"%s\"}".formatted(secret));
            rep.postJson(chatOf(anna), "{\"text\": \"Good morning\"}");

            Visitor.Event next = live.next();
            assertThat(next.text()).isEqualTo("Good morning");
            assertThat(next.id()).isEqualTo("6");
        }
        try (Visitor.Listening again = anna.listen()) {
            assertThat(again.next(6).toString()).doesNotContain("lowest");
        }
        assertThat(List.of(
                        anna.get("/api/chat/" + anna.id + "/messages").body(),
                        anna.say("Thanks").body(),
                        anna.get("/api/chat").body(),
                        anna.get("/api/chat/" + anna.id).body(),
                        anna.get("/api/chat/remembered").body()))
                .allSatisfy(it -> assertThat(it).doesNotContain("lowest", "ae-1"));
        JsonNode ours = rep.read(rep.get(chatOf(anna))).get("messages");
        assertThat(ours.findValuesAsText("text")).contains(secret);
    }

    @Test
    void aColleagueWhoIsBroughtInIsToldAndFollowsThisChatOnly() {
        Visitor anna = known("Rep C");
        Caller expert = new Caller(port, "sales-support-1");
        assertThat(expert.get(chatOf(anna)).statusCode()).isEqualTo(404);

        assertThat(new Caller(port, "sdr-1")
                        .postJson(
                                chatOf(anna) + "/colleagues",
                                "{\"person\": \"sales-support-1\", \"text\": \"Can you say how we import?\"}")
                        .statusCode())
                .isEqualTo(204);
        run(InvitationNotice.NAME.value(), anna.id);

        assertThat(mailbox.latest("sales-support-1@baton.example", "asks you to join the chat with Anna Berg of Rep C")
                        .text())
                .contains("Can you say how we import?", "/leads/" + leadOf(anna) + "/conversation");
        assertThat(expert.postJson(chatOf(anna), "{\"text\": \"By CSV\"}").statusCode())
                .isEqualTo(201);
        assertThat(anna.said()).endsWith("person: By CSV");
        assertThat(expert.get("/api/leads/" + leadOf(anna)).statusCode()).isEqualTo(404);
    }

    @Test
    void repsChatOnAPageThatNeedsNoScript() {
        Visitor anna = known("Rep H");
        String page = "/leads/" + leadOf(anna) + "/conversation";
        Caller rep = new Caller(port, "sdr-1");

        rep.submit(page, page, Map.of("text", "Hello <b>Anna</b>", "how", "say"));
        rep.submit(page, page, Map.of("text", "she seems in a hurry", "how", "note"));

        assertThat(rep.get(page).body())
                .contains("Anna Berg", "anybody may have typed it")
                .doesNotContain("<script");
        assertThat(rep.get(page + "/messages").body())
                .contains("Hello &lt;b&gt;Anna&lt;/b&gt;", "she seems in a hurry", "among us");
        assertThat(anna.said()).endsWith("person: Hello <b>Anna</b>").doesNotContain("hurry");
        assertThat(new Caller(port, "legal-1").get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerGoesToWhoeverHasSpokenLast() {
        Visitor anna = known("Rep I");
        Visitor bob = begun();
        bob.say("I'm Bob Stone from Rep I, bob@rep-i.example");
        anna.say("Still here");

        new Caller(port, "manager-1").postJson(chatOf(anna), "{\"text\": \"So am I\"}");

        assertThat(anna.said()).endsWith("person: So am I");
        assertThat(bob.said()).doesNotContain("So am I", "Still here");
    }

    @Test
    void nobodyIsBroughtInWhoDoesNotWorkHere() {
        Visitor anna = known("Rep D");

        assertThat(new Caller(port, "manager-1")
                        .postJson(chatOf(anna) + "/colleagues", "{\"person\": \"nobody-9\"}")
                        .body())
                .contains("There is nobody here called nobody-9");
    }

    @Test
    void anEndedChatSaysSoAndGoesOnWithTheNextWord() {
        Visitor anna = known("Rep E");
        Caller rep = new Caller(port, "manager-1");

        assertThat(rep.postJson(chatOf(anna) + "/end", "{}").statusCode()).isEqualTo(204);
        assertThat(anna.said()).contains("Jordan Pierce has ended this conversation");
        assertThat(state(anna, rep)).isEqualTo("ended");

        anna.say("One more question");
        assertThat(state(anna, rep)).isEqualTo("people");
    }

    private String state(Visitor visitor, Caller rep) {
        return rep.read(rep.get(chatOf(visitor)))
                .get("chats")
                .get(0)
                .get("state")
                .asText();
    }

    @Test
    void repsHearLiveAndGoOnBehindTheLastEvent() {
        Visitor anna = known("Rep F");
        LeadReference reference = leadOf(anna);
        Visitor rep = new Visitor(port)
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString("sdr-1:sdr-1".getBytes()));
        String last;
        try (Visitor.Listening live = rep.listenAt("/api/leads/" + reference + "/chat/events")) {
            assertThat(live.next(5).get(4).text()).contains("I have passed this on");
            anna.say("Are you there?");
            Visitor.Event next = live.next();
            assertThat(next.text()).isEqualTo("Are you there?");
            last = next.id();
        }
        anna.say("Hello?");
        try (Visitor.Listening again =
                rep.listenAt("/api/leads/" + reference + "/chat/events", "Last-Event-ID", last)) {
            assertThat(again.next().text()).isEqualTo("Hello?");
        }
    }

    @Test
    void thoseItIsOfferedToAreToldOnceABurst() {
        Visitor anna = known("Rep G");
        anna.say("Hello?");
        anna.say("Anybody?");

        assertThat(waiting("chat-waiting", anna.id)).hasSize(1);
    }

    private String chatOf(Visitor visitor) {
        return "/api/leads/" + leadOf(visitor) + "/chat";
    }
}
