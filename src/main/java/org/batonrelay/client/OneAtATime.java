package org.batonrelay.client;

import org.batonrelay.lead.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two clicks at once of one contact are answered one after the other, on however many nodes. */
@Component
class OneAtATime {

    private final JdbcClient jdbc;

    OneAtATime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends, nobody else gets past this for the same contact. */
    void waitFor(Contact contact) {
        jdbc.sql("select id from contact where id = :id for update")
                .param("id", contact.id())
                .query(String.class)
                .optional();
    }
}
