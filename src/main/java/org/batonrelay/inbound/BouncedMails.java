package org.batonrelay.inbound;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails of ours have come back, and have not gone again. */
@Repository
class BouncedMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    BouncedMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing for one that is known to have come back: several servers may report the same mail. */
    void add(String mailKey, String contactId) {
        boolean known = jdbc.sql("select count(*) from bounced_mail where mail_key = :key and contact_id = :contact")
                        .param("key", mailKey)
                        .param("contact", contactId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql("insert into bounced_mail (mail_key, contact_id, bounced_at) values (:key, :contact, :now)")
                    .param("key", mailKey)
                    .param("contact", contactId)
                    .param("now", now())
                    .update();
        }
    }

    /** Oldest first. */
    List<String> waitingFor(String contactId) {
        return jdbc.sql("select mail_key from bounced_mail where contact_id = :contact and sent_again_at is null"
                        + " order by bounced_at, mail_key")
                .param("contact", contactId)
                .query(String.class)
                .list();
    }

    void markSentAgain(String mailKey, String contactId) {
        jdbc.sql("update bounced_mail set sent_again_at = :now where mail_key = :key and contact_id = :contact")
                .param("now", now())
                .param("key", mailKey)
                .param("contact", contactId)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
