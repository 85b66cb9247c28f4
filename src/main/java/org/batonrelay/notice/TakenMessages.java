package org.batonrelay.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a chat has taken, on record in a transaction of its own that waits for nobody: whatever becomes of the step that
 * has said it, whoever repeats the step does not say it again.
 */
@Component
class TakenMessages {

    /** Where a message hangs when the chat does not tell. */
    static final Slack.Posted SOMEWHERE = new Slack.Posted("", "");

    /** What was taken and could not be put on record, because the database was away. */
    private final Map<String, Slack.Posted> unrecorded = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    TakenMessages(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param key names this message for ever
     * @param say asks the chat, and throws when it does not take it
     * @return where it hangs, said now or before
     */
    Slack.Posted once(String key, Supplier<Slack.Posted> say) {
        return find(key).orElseGet(() -> {
            Slack.Posted known = unrecorded.get(key);
            Slack.Posted posted = known == null ? say.get() : known;
            unrecorded.put(key, posted);
            apart.executeWithoutResult(status -> add(key, posted));
            unrecorded.remove(key);
            return posted;
        });
    }

    private Optional<Slack.Posted> find(String key) {
        return jdbc.sql("select channel, message_ts from taken_message where message_key = :key")
                .param("key", key)
                .query((row, number) -> new Slack.Posted(row.getString("channel"), row.getString("message_ts")))
                .optional();
    }

    private void add(String key, Slack.Posted posted) {
        jdbc.sql("insert into taken_message (message_key, channel, message_ts, taken_at)"
                        + " values (:key, :channel, :ts, :now)")
                .param("key", key)
                .param("channel", posted.channel())
                .param("ts", posted.ts())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
