package org.batonrelay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.batonrelay.HouseDay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** What is kept of chats, and what they show of our people. */
class KeptChatsTests extends TalkingVisitors {

    @Autowired
    private AbandonedChats abandoned;

    @Autowired
    private Portraits portraits;

    @Autowired
    private Chats chats;

    @Test
    void aChatThatIsElsewhereThanItWasFoundStaysThere() {
        chats.start("moved-on", "key-of-moved-on", Locale.ENGLISH);
        assertThatThrownBy(() -> chats.become("moved-on", Chat.Stage.PEOPLE, Chat.Stage.ENDED))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(chats.find("moved-on").orElseThrow().stage()).isEqualTo(Chat.Stage.ASKING);

        chats.become("moved-on", Chat.Stage.ASKING, Chat.Stage.PEOPLE);
        assertThat(chats.find("moved-on").orElseThrow().stage()).isEqualTo(Chat.Stage.PEOPLE);
    }

    @Test
    void aChatWhoseVisitorNeverSaidWhoTheyAreIsForgottenAndNoOther() {
        Visitor silent = begun();
        silent.say("Just looking.");
        Visitor back = begun();
        Visitor anna = known("Kept Chats");
        Visitor today = begun();
        isOld(silent);
        isOld(back);
        isOld(anna);
        back.say("Hello again.");

        while (abandoned.forget() > 0) {}

        assertThat(isKept(silent)).isFalse();
        assertThat(silent.say("Hello?").status()).isEqualTo(404);
        assertThat(isKept(back)).isTrue();
        assertThat(isKept(anna)).isTrue();
        assertThat(isKept(today)).isTrue();
    }

    @Test
    void showsThePictureThatTheClientsPageShowsUnderANameThatNobodyCanMakeUp() throws Exception {
        String address = portraits.addressOf("csm-1");
        HttpResponse<byte[]> picture = get(address);

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(address).doesNotContain("csm");
        assertThat(portraits.addressOf("ae-1")).isNull();
        assertThat(get("/api/chat/faces/csm-1").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private void isOld(Visitor visitor) {
        OffsetDateTime past = HouseDay.daysAgo(31);
        jdbc.sql("update chat set started_at = :past where id = :id")
                .param("past", past)
                .param("id", visitor.id)
                .update();
        jdbc.sql("update chat_message set said_at = :past where chat_id = :id")
                .param("past", past)
                .param("id", visitor.id)
                .update();
    }

    private boolean isKept(Visitor visitor) {
        return jdbc.sql("select count(*) from chat where id = :id")
                        .param("id", visitor.id)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
