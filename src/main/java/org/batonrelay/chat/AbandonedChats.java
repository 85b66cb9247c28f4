package org.batonrelay.chat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes chats whose visitors never said who they are, and say nothing any more; whichever node comes to it. */
@Component
class AbandonedChats {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedChats.class);
    private static final int AT_A_TIME = 200;
    private static final String ABANDONED = " reference is null and started_at < :then and not exists"
            + " (select 1 from chat_message m where m.chat_id = chat.id and m.said_at >= :then)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ChatSettings settings;
    private final TransactionTemplate transaction;

    AbandonedChats(JdbcClient jdbc, Clock clock, ChatSettings settings, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** @return how many are gone */
    int forget() {
        OffsetDateTime then =
                OffsetDateTime.ofInstant(clock.instant().minus(settings.forgetAbandonedAfter()), ZoneOffset.UTC);
        List<String> abandoned = jdbc.sql("select id from chat where" + ABANDONED + " order by started_at fetch first "
                        + AT_A_TIME + " rows only")
                .param("then", then)
                .query(String.class)
                .list();
        abandoned.forEach(chat -> transaction.executeWithoutResult(tx -> forget(chat, then)));
        return abandoned.size();
    }

    /** Looked at again under its lock, by a question of its own: the visitor may be back just now. */
    private void forget(String chat, OffsetDateTime then) {
        jdbc.sql("select id from chat where id = :chat for update")
                .param("chat", chat)
                .query(String.class)
                .optional();
        boolean still = jdbc.sql("select id from chat where id = :chat and" + ABANDONED)
                .param("chat", chat)
                .param("then", then)
                .query(String.class)
                .optional()
                .isPresent();
        if (still) {
            for (String table : List.of("chat_message", "chat_guest", "chat_thread", "chat_code")) {
                jdbc.sql("delete from " + table + " where chat_id = :chat")
                        .param("chat", chat)
                        .update();
            }
            jdbc.sql("delete from chat where id = :chat").param("chat", chat).update();
        }
    }

    /** When: now and then, unless this node does no such work. */
    @Component
    @EnableScheduling
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static class Hours {

        private final AbandonedChats chats;

        Hours(AbandonedChats chats) {
            this.chats = chats;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
        void look() {
            int gone = chats.forget();
            if (gone > 0) {
                LOG.info("{} chats were forgotten whose visitors never said who they are.", gone);
            }
        }
    }
}
