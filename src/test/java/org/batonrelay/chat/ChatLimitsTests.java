package org.batonrelay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.batonrelay.Mailbox;
import org.batonrelay.lead.Contact;
import org.junit.jupiter.api.Test;

/** What strangers may try with the chat, over real HTTP. */
class ChatLimitsTests extends TalkingVisitors {

    @Test
    void aMegabyteIsRefused() {
        Visitor anna = begun();

        Visitor.Answer answer = anna.say("x".repeat(1_000_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 4,000 characters");
        assertThat(anna.say("x".repeat(4001)).status()).isEqualTo(400);
        assertThat(anna.say(" \n ").status()).isEqualTo(400);
        assertThat(anna.post("/api/chat/" + anna.id + "/messages", "{\"text\": ")
                        .status())
                .isEqualTo(400);
        assertThat(anna.messages()).hasSize(1);
    }

    @Test
    void aHundredASecondAreTooMany() {
        Visitor hasty = begun();
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        List<Visitor.Answer> answers = IntStream.range(0, 100)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> hasty.say("word " + number), crowd))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        crowd.shutdown();

        assertThat(answers).extracting(Visitor.Answer::status).containsOnly(201, 429);
        assertThat(answers)
                .filteredOn(it -> it.status() == 429)
                .hasSizeGreaterThan(40)
                .allSatisfy(it -> assertThat(it.headers().get("retry-after")).matches("[1-9]\\d*"));
        assertThat(hasty.get("/api/chat").status()).isEqualTo(200);
        assertThat(begun().say("Anna Berg").status()).isEqualTo(201);
    }

    @Test
    void nobodyBeginsChatsWithoutEnd() {
        Visitor hasty = new Visitor(port);

        assertThat(IntStream.range(0, 14).map(number -> hasty.begin().status())).contains(201, 429);
    }

    @Test
    void aWrongKeyAndAWrongIdAreAnsweredAlike() {
        Visitor anna = known("Key A");
        Visitor other = begun();
        String path = "/api/chat/" + anna.id;

        Visitor.Answer wrongKey = other.get(path + "/messages");
        Visitor.Answer wrongId = other.get("/api/chat/" + "A".repeat(22) + "/messages");

        assertThat(wrongKey.status()).isEqualTo(404);
        assertThat(wrongId.status()).isEqualTo(404);
        assertThat(wrongKey.body().replace(anna.id, ""))
                .isEqualTo(wrongId.body().replace("A".repeat(22), ""));
        assertThat(other.post(path + "/messages", "{\"text\": \"x\"}").status()).isEqualTo(404);
        assertThat(other.post(path + "/remember", "").status()).isEqualTo(404);
        try (Visitor.Listening deaf = other.listenAt(path + "/events")) {
            assertThat(deaf.status).isEqualTo(404);
        }
        try (Visitor.Listening byAddress = new Visitor(port).listenAt(path + "/events?key=" + anna.key)) {
            assertThat(byAddress.status).isEqualTo(200);
        }
    }

    @Test
    void onlyConfiguredWebsitesMayUseIt() {
        Visitor page =
                new Visitor(port).with("Origin", "https://elsewhere.example").with("Sec-Fetch-Site", "cross-site");

        assertThat(page.post("/api/chat", "").status()).isEqualTo(403);
        assertThat(page.get("/api/chat").status()).isEqualTo(403);
        assertThat(new Visitor(port).get("/chat.js").status()).isEqualTo(200);
    }

    @Test
    void markupAndStrangeCharactersAreText() {
        Visitor anna = known("Text A");
        String markup = "<img src=x onerror=alert(1)><script>alert(2)</script> {{7*7}} ${7*7}";

        anna.say(markup + "\u202e\u0000");

        assertThat(anna.messages().get(5).get("text").asText()).isEqualTo(markup);
    }

    @Test
    void aBrowserIsRememberedOnlyForWhoeverReadsTheMail() {
        Visitor anna = known("Browser A");
        assertThat(anna.post("/api/chat/" + anna.id + "/remember", "").status()).isEqualTo(202);
        run(CodeLetter.NAME.value(), anna.id);
        Contact contact = contacts.main(leadOf(anna)).orElseThrow();
        String code = codes("anna@browser-a.example").get(0);

        assertThat(prove(anna, code.equals("000000") ? "000001" : "000000").status())
                .isEqualTo(400);
        Visitor.Answer proven = prove(anna, code);
        assertThat(proven.status()).isEqualTo(200);
        String token = proven.json().get("token").asText();
        assertThat(prove(anna, code).status()).isEqualTo(400);
        assertThat(jdbc.sql("select token_hash from chat_browser where contact_id = :id")
                        .param("id", contact.id())
                        .query(String.class)
                        .single())
                .isNotEqualTo(token);

        Visitor again = new Visitor(port).with("Chat-Browser", token);
        assertThat(again.get("/api/chat/remembered").json().get("name").asText())
                .isEqualTo("Anna Berg");
        assertThat(again.begin().body()).contains("Welcome back, Anna Berg");
        again.say("It is me again");
        assertThat(leadOf(again)).isEqualTo(leadOf(anna));

        assertThat(again.call("DELETE", "/api/chat/remembered", "").status()).isEqualTo(204);
        assertThat(again.get("/api/chat/remembered").status()).isEqualTo(404);
    }

    @Test
    void aCodeIsTriedFiveTimesAndNoMailboxIsFilled() {
        Visitor anna = known("Browser B");
        anna.post("/api/chat/" + anna.id + "/remember", "");
        anna.post("/api/chat/" + anna.id + "/remember", "");
        run(CodeLetter.NAME.value(), anna.id);
        List<String> codes = codes("anna@browser-b.example");
        assertThat(codes).hasSize(1);

        for (int i = 0; i < 5; i++) {
            prove(anna, "nonsense");
        }

        assertThat(prove(anna, codes.get(0)).status()).isEqualTo(400);
    }

    private List<String> codes(String address) {
        return mailbox.of(address).stream()
                .map(Mailbox.Mail::subject)
                .filter(it -> it.endsWith("is your code for our chat"))
                .map(it -> it.substring(0, 6))
                .toList();
    }

    private static Visitor.Answer prove(Visitor visitor, String code) {
        return visitor.post("/api/chat/" + visitor.id + "/remember/code", "{\"code\": \"%s\"}".formatted(code));
    }
}
