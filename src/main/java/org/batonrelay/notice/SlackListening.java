package org.batonrelay.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes on what people write in threads, each message once: Slack tells it again until it has been answered. */
@Component
class SlackListening {

    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Slack slack;
    private final ObjectProvider<SlackEvents> listeners;

    SlackListening(JdbcClient jdbc, Clock clock, Slack slack, ObjectProvider<SlackEvents> listeners) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.slack = slack;
        this.listeners = listeners;
    }

    @Transactional
    public void take(JsonNode sent) {
        JsonNode event = sent.path("event");
        if (isSaidByAPersonInAThread(event) && isNew(sent.path("event_id").asText())) {
            String user = event.path("user").asText();
            SlackMessage message = new SlackMessage(
                    event.path("channel").asText(),
                    event.path("thread_ts").asText(),
                    event.path("ts").asText(),
                    user,
                    slack.person(user).map(Person::id).orElse(null),
                    event.path("text").asText());
            listeners.forEach(listener -> listener.said(message));
        }
    }

    private static boolean isSaidByAPersonInAThread(JsonNode event) {
        return event.path("type").asText().equals("message")
                && event.path("subtype").isMissingNode()
                && event.path("bot_id").isMissingNode()
                && event.hasNonNull("user")
                && event.hasNonNull("thread_ts");
    }

    private boolean isNew(String id) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean known = id.isEmpty()
                || id.length() > 100
                || jdbc.sql("select count(*) from slack_event where id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single()
                        > 0;
        if (known) {
            return false;
        }
        jdbc.sql("delete from slack_event where taken_at < :then")
                .param("then", now.minus(REMEMBERED))
                .update();
        // told twice at the same time, one of them fails here, and Slack tells it once more
        jdbc.sql("insert into slack_event (id, taken_at) values (:id, :now)")
                .param("id", id)
                .param("now", now)
                .update();
        return true;
    }
}
