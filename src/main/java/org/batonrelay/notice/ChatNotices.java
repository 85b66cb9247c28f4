package org.batonrelay.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was said in chat channels. */
@Repository
@Transactional
class ChatNotices {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChatNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that can still change. */
    record Said(String key, String reader, String title, Slack.Posted posted) {}

    /** Names for ever what is said to somebody. */
    static String key(Notice notice, Reader reader) {
        return "notice:" + reader.recipient() + ":" + notice.key();
    }

    @Transactional(readOnly = true)
    boolean isSaid(Notice notice, Reader reader) {
        return jdbc.sql("select count(*) from chat_notice where notice_key = :key and reader = :reader")
                        .param("key", notice.key())
                        .param("reader", reader.recipient().toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param posted where it hangs; null where it cannot be found again */
    void add(Notice notice, Reader reader, String title, Slack.@Nullable Posted posted) {
        jdbc.sql("insert into chat_notice (notice_key, reader, topic, title, channel, message_ts, told_at)"
                        + " values (:key, :reader, :topic, :title, :channel, :ts, :now)")
                .param("key", notice.key())
                .param("reader", reader.recipient().toString())
                .param("topic", notice.topic())
                .param("title", title)
                .param("channel", posted == null ? null : posted.channel())
                .param("ts", posted == null ? null : posted.ts())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    List<Said> standing(String topic) {
        return jdbc.sql("select * from chat_notice where topic = :topic and replaced = false and message_ts is not null"
                        + " order by told_at")
                .param("topic", topic)
                .query((row, number) -> new Said(
                        row.getString("notice_key"),
                        row.getString("reader"),
                        row.getString("title"),
                        new Slack.Posted(row.getString("channel"), row.getString("message_ts"))))
                .list();
    }

    void replaced(Said said) {
        jdbc.sql("update chat_notice set replaced = true where notice_key = :key and reader = :reader")
                .param("key", said.key())
                .param("reader", said.reader())
                .update();
    }
}
