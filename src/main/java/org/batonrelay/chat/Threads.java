package org.batonrelay.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which chat goes on in which thread in Slack, and how far it has come there. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Threads {

    /** @param channel null until the thread has begun; {@code sent} the number of the last message that is there */
    record Thread(
            String chat, @Nullable String channel, @Nullable String ts, long sent) {}

    private final JdbcClient jdbc;

    Threads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String chat) {
        int known = jdbc.sql("select count(*) from chat_thread where chat_id = :chat")
                .param("chat", chat)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into chat_thread (chat_id, sent) values (:chat, 0)")
                    .param("chat", chat)
                    .update();
        }
    }

    /** Two that bring messages there at once do it one after the other; visitors need not wait for Slack. */
    Optional<Thread> lock(String chat) {
        return jdbc.sql("select * from chat_thread where chat_id = :chat for update")
                .param("chat", chat)
                .query((row, number) -> new Thread(
                        row.getString("chat_id"), row.getString("channel"), row.getString("ts"), row.getLong("sent")))
                .optional();
    }

    void begin(String chat, String channel, String ts) {
        jdbc.sql("update chat_thread set channel = :channel, ts = :ts where chat_id = :chat")
                .param("channel", channel)
                .param("ts", ts)
                .param("chat", chat)
                .update();
    }

    void sent(String chat, long number) {
        jdbc.sql("update chat_thread set sent = :number where chat_id = :chat")
                .param("number", number)
                .param("chat", chat)
                .update();
    }

    Optional<String> chatOf(String channel, String ts) {
        return jdbc.sql("select chat_id from chat_thread where channel = :channel and ts = :ts")
                .param("channel", channel)
                .param("ts", ts)
                .query(String.class)
                .optional();
    }

    /** This message was written there, and need not be brought there. */
    void wasWrittenThere(ChatMessage message) {
        jdbc.sql("update chat_message set from_slack = true where chat_id = :chat and number = :number")
                .param("chat", message.chat())
                .param("number", message.number())
                .update();
    }

    /** The next message that is not there yet. */
    Optional<ChatMessage> next(Thread thread) {
        return jdbc.sql("select * from chat_message where chat_id = :chat and number > :sent and from_slack = false"
                        + " order by number limit 1")
                .param("chat", thread.chat())
                .param("sent", thread.sent())
                .query(Chats.MESSAGES)
                .optional();
    }
}
