package org.batonrelay.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.Outages;
import org.batonrelay.notice.ASlack.Call;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Where people are told, in which form, when, and how often. */
class NoticesTests extends RunningBaton {

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Outages outages;

    @Autowired
    List<Channel> channels;

    @Autowired
    AddressBook addresses;

    private final String key = "test:" + UUID.randomUUID();

    @AfterEach
    void slackIsWell() {
        ASlack.SHARED.answer(200);
    }

    // --- when

    @Test
    void holdsANoticeBackUntilItsReaderWorksAgainAndThenTellsItOnce() {
        person("night-1", "night-watch");

        tell(notice("night-1"));
        tell(notice("night-1"));
        assertThat(mails("night-1")).isEmpty();
        assertThat(heldJobs()).hasSize(1);
        assertThat(heldJobs().get(0).getDuedate()).isAfter(Instant.now());

        move("night-1", "night-watch", "day-and-night");
        management.executeJob(heldJobs().get(0).getId());
        assertThat(mails("night-1")).hasSize(1);
        assertThat(mails("night-1").get(0).text()).contains("Somebody <b> wrote");
        tell(notice("night-1"));
        assertThat(mails("night-1")).hasSize(1);
        move("night-1", "day-and-night", "night-watch");
    }

    @Test
    void holdsNothingBackThatCannotWait() {
        person("night-2", "night-watch");

        tell(notice("night-2").atOnce());

        assertThat(mails("night-2")).hasSize(1);
        assertThat(heldJobs()).isEmpty();
    }

    // --- how often

    @Test
    void tellsNobodyTwiceUnderOneKey() {
        tell(notice("ae-1"));
        tell(notice("ae-1"));

        assertThat(mails("ae-1")).hasSize(1);
    }

    @Test
    void makesNobodyHearTwiceThatAnothersChatWasDown() {
        person("hook-1", "mixed");
        person("mixed-2", "mixed");
        ASlack.SHARED.answer(500);

        assertThatThrownBy(() -> tell(notice("group:mixed")))
                .hasMessageContaining("answered 500")
                .hasMessageNotContaining("secret");
        assertThat(mails("mixed-2")).hasSize(1);
        ASlack.SHARED.answer(200);
        tell(notice("group:mixed"));

        assertThat(mails("mixed-2")).hasSize(1);
        tell(notice("group:mixed"));
        // the one that was refused, and the one that was not
        assertThat(ASlack.SHARED.calls("/services/T0/B0/secret", key)).hasSize(2);
    }

    /** The step behind it lost a race, say, and is done again. */
    @Test
    void saysNothingTwiceThatAChatHasTakenWhateverBecomesOfTheStep() {
        person("hook-1", "mixed");
        person("team-1", "mixed-teams");
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(step -> {
                for (Channel channel : channels) {
                    Stream.of("group:partner", "hook-1", "team-1")
                            .flatMap(to -> addresses.readersOf(Recipient.of(to)).stream())
                            .filter(channel::reaches)
                            .filter(reader -> !(channel instanceof MailChannel))
                            .forEach(reader -> channel.tell(notice("group:partner"), reader));
                }
                step.setRollbackOnly();
            });
        }

        assertThat(ASlack.SHARED.calls("/api/chat.postMessage", key)).hasSize(1);
        assertThat(ASlack.SHARED.calls("/services/T0/B0/secret", key)).hasSize(1);
        assertThat(ASlack.SHARED.calls("/workflows/secret", key)).hasSize(1);
    }

    // --- where

    @Test
    void writesToAGroupsSlackChannelWithButtonsThatComeBackToUs() {
        tell(notice("group:partner").with(new Notice.Button("I take it", "take-it", "offer-1")));

        List<Call> calls = ASlack.SHARED.calls("/api/chat.postMessage", key);
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).authorization()).isEqualTo("Bearer xoxb-known-to-every-test");
        assertThat(calls.get(0).contentType()).isEqualTo("application/json;charset=UTF-8");
        JsonNode message = calls.get(0).body();
        assertThat(message.path("channel").asText()).isEqualTo("C0PARTNER");
        assertThat(message.path("text").asText()).contains("got in touch again");
        JsonNode words = message.path("blocks").path(0);
        assertThat(words.path("type").asText()).isEqualTo("section");
        assertThat(words.path("text").path("type").asText()).isEqualTo("mrkdwn");
        assertThat(words.path("text").path("text").asText())
                .contains("Somebody &lt;b&gt; wrote")
                .doesNotContain("\\");
        JsonNode button = message.path("blocks").path(1).path("elements").path(0);
        assertThat(button.path("action_id").asText()).isEqualTo("take-it");
        assertThat(button.path("value").asText()).isEqualTo("offer-1");
        assertThat(button.path("text").path("type").asText()).isEqualTo("plain_text");
    }

    @Test
    void replacesInSlackWhatHasSettledItself() {
        tell(notice("group:partner").replaceable("topic:" + key));

        notices.replace("topic:" + key, "Taken by <Kim>.");
        notices.replace("topic:" + key, "Taken by nobody else.");

        List<Call> calls = ASlack.SHARED.calls("/api/chat.update", key);
        assertThat(calls).hasSize(1);
        JsonNode update = calls.get(0).body();
        assertThat(update.path("channel").asText()).isEqualTo("C0RESOLVED");
        assertThat(update.path("ts").asText()).startsWith("1700000000.");
        assertThat(update.path("blocks")).hasSize(1);
        assertThat(update.path("blocks").path(0).path("text").path("text").asText())
                .endsWith("Taken by &lt;Kim&gt;.");
    }

    @Test
    void writesByASlackWebhookWithLinksInItsSentences() {
        person("hook-1", "mixed");

        tell(Notice.of(key, "leg-stalled", Recipient.person("hook-1"))
                .showing(Map.of("organisation", key, "task", "https://baton.example/task", "page", "https://x/y")));

        JsonNode message =
                ASlack.SHARED.calls("/services/T0/B0/secret", key).get(0).body();
        assertThat(message.path("text").asText()).contains("is stalled");
        assertThat(message.path("blocks").toString())
                .contains("<https://baton.example/task|Wait, give it to somebody else, or take it yourself>");
    }

    /** Nobody of ours hears of a click there: what the channel can do by itself is to open a page. */
    @Test
    void writesByASlackWebhookAButtonForALineThatIsALink() {
        person("hook-1", "mixed");

        tell(notice("hook-1"));

        JsonNode button = ASlack.SHARED
                .calls("/services/T0/B0/secret", key)
                .get(0)
                .body()
                .path("blocks")
                .path(1)
                .path("elements")
                .path(0);
        assertThat(button.path("text").path("text").asText()).isEqualTo("Everything about the lead");
        assertThat(button.path("url").asText()).isEqualTo("https://baton.example/leads/northwind-0001");
    }

    @Test
    void writesToTeamsByAnAdaptiveCard() {
        person("team-1", "mixed-teams");

        tell(Notice.of(key, "baton-escalated", Recipient.person("team-1"))
                .showing(Map.of(
                        "organisation", key, "link", "https://baton.example/task", "needs", "[x](http://evil)")));

        JsonNode message = ASlack.SHARED.calls("/workflows/secret", key).get(0).body();
        assertThat(message.path("type").asText()).isEqualTo("message");
        JsonNode attachment = message.path("attachments").path(0);
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.path("content").path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(attachment.path("content").path("body").path(0).path("text").asText())
                .contains("a baton is stalled");
        assertThat(attachment.path("content").path("body").toString()).doesNotContain("](http://evil)");
        assertThat(attachment
                        .path("content")
                        .path("actions")
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("Action.OpenUrl");
        assertThat(attachment
                        .path("content")
                        .path("actions")
                        .path(0)
                        .path("url")
                        .asText())
                .isEqualTo("https://baton.example/task");
    }

    @Test
    void keepsSecretsOutOfWhatIsLogged() {
        assertThat(new NoticeSettings.Where(null, null, "https://hooks/secret", null, null, true).toString())
                .doesNotContain("secret");
        assertThat(new NoticeSettings.SlackAccess("xoxb-secret", "secret", "", "").toString())
                .doesNotContain("secret");
        assertThatThrownBy(() -> new Webhooks(org.springframework.web.client.RestClient.builder(), outages)
                        .post("Slack", "http://127.0.0.1:1/secret", "token", Map.of()))
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    // --- how the tests speak

    private Notice notice(String to) {
        return Notice.of(key, "lead-touched", Recipient.of(to))
                .about("northwind-0001")
                .showing(Map.of(
                        "organisation", key,
                        "reference", "northwind-0001",
                        "who", "Kim",
                        "message", "Somebody <b> wrote",
                        "page", "https://baton.example/leads/northwind-0001"));
    }

    private void tell(Notice notice) {
        transaction.executeWithoutResult(status -> notices.tell(notice));
    }

    private List<Mailbox.Mail> mails(String person) {
        return mailbox.of(person + "@baton.example").stream()
                .filter(mail -> mail.subject().contains(key))
                .toList();
    }

    private List<Job> heldJobs() {
        return errandsContaining(key);
    }

    private void person(String id, String group) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName("Nico");
            user.setLastName("Vega");
            user.setEmail(id + "@baton.example");
            identity.saveUser(user);
        }
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createUserQuery().userId(id).memberOfGroup(group).count() == 0) {
            identity.createMembership(id, group);
        }
    }

    private void move(String person, String from, String to) {
        person(person, to);
        identity.deleteMembership(person, from);
    }
}
