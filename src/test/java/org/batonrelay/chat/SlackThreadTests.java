package org.batonrelay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batonrelay.Caller;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HolderTeams;
import org.batonrelay.engine.Errands;
import org.batonrelay.notice.Recipient;
import org.batonrelay.notice.Slack;
import org.batonrelay.notice.SlackMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A chat and its thread in Slack: the same in the same order on both sides. Slack itself is played. */
class SlackThreadTests extends TalkingVisitors {

    private final List<String> thread = new ArrayList<>();
    private final Slack slack = mock(Slack.class);
    private SlackThread bridge;

    @Autowired
    Chats chats;

    @Autowired
    Threads threads;

    @Autowired
    SlackAnswers answers;

    @Autowired
    OnDuty duty;

    @Autowired
    Batons batons;

    @Autowired
    HolderTeams teams;

    @Autowired
    Errands errands;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void slackListens() {
        when(slack.isConnected()).thenReturn(true);
        when(slack.channelOf(Recipient.group("sdr"))).thenReturn(Optional.of("C-SDR"));
        when(slack.say(anyString(), anyString(), anyString(), any(), any())).thenAnswer(call -> {
            thread.add(call.getArgument(4) + ": " + call.getArgument(2));
            String ts = call.getArgument(3) == null ? "root-" + System.nanoTime() : "reply";
            return new Slack.Posted(call.getArgument(1), ts);
        });
        bridge = new SlackThread(chats, threads, slack, duty, batons, teams, errands, "https://our.example");
    }

    @Test
    void bothSidesHaveEverythingInOrder() {
        Visitor anna = known("Slack A");
        carry(anna);
        assertThat(thread.get(0)).contains("Anna Berg of Slack A", "is in the chat on our website");
        assertThat(thread).element(2).isEqualTo("Anna Berg (visitor): I'm Anna Berg from Slack A");

        anna.say("Are you there?");
        carry(anna);
        writes(anna, "sdr-1", "Yes &lt;3, see <https://our.example/start|our start>");
        new Caller(port, "manager-1").postJson("/api/leads/" + leadOf(anna) + "/chat", "{\"text\": \"And so am I\"}");
        carry(anna);
        carry(anna);

        assertThat(anna.said())
                .endsWith(
                        "visitor: Are you there?\nperson: Yes <3, see https://our.example/start\nperson: And so am I");
        assertThat(thread)
                .endsWith("Anna Berg (visitor): Are you there?", "Jordan Pierce: And so am I")
                .noneMatch(it -> it.contains("Yes"));
    }

    @Test
    void notesAndStrangersWordsNeverReachTheVisitor() {
        Visitor anna = known("Slack B");
        carry(anna);

        writes(anna, "sdr-1", "note: our lowest price is 7");
        writes(anna, "legal-1", "I may not see this lead");
        writes(anna, null, "I am nobody here");

        assertThat(anna.said()).doesNotContain("lowest", "may not see", "nobody");
        assertThat(new Caller(port, "sdr-1")
                        .get("/api/leads/" + leadOf(anna) + "/chat")
                        .body())
                .contains("our lowest price is 7")
                .doesNotContain("may not see");
    }

    /** What the errands bring, one message each, until nothing is left. */
    private void carry(Visitor visitor) {
        for (int before = -1; before < thread.size(); ) {
            before = thread.size();
            transaction.executeWithoutResult(tx -> {
                threads.open(visitor.id);
                bridge.run(visitor.id);
            });
        }
    }

    private void writes(Visitor visitor, String person, String text) {
        String root = jdbc.sql("select ts from chat_thread where chat_id = :id")
                .param("id", visitor.id)
                .query(String.class)
                .single();
        answers.said(new SlackMessage("C-SDR", root, "1.2", "U1", person, text));
    }
}
