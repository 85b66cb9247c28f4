package org.batonrelay.client;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Message;
import org.batonrelay.lead.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients ask by the box on their page; it goes to today's holder. */
@Component
@Transactional
class Questions {

    enum Receipt {
        STORED,
        /** The same form for the second time: it was one question. */
        ASKED_BEFORE,
        TOO_MANY
    }

    private final JdbcClient jdbc;
    private final Correspondence correspondence;
    private final OneAtATime oneAtATime;
    private final HourlyLimit limit;
    private final PageSettings settings;
    private final Clock clock;

    Questions(
            JdbcClient jdbc,
            Correspondence correspondence,
            OneAtATime oneAtATime,
            HourlyLimit limit,
            PageSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.correspondence = correspondence;
        this.oneAtATime = oneAtATime;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param form the id of the form that was sent in; one form is one question, however often it is sent */
    public Receipt ask(Contact contact, String form, String text) {
        oneAtATime.waitFor(contact);
        if (isAsked(form)) {
            return Receipt.ASKED_BEFORE;
        }
        if (!limit.mayTry("question", contact.id(), settings.questionsAnHour(), Integer.MAX_VALUE)) {
            return Receipt.TOO_MANY;
        }
        Message message = correspondence.received(contact.reference(), contact, Channel.PAGE, text, null, null);
        jdbc.sql("insert into client_question (form_id, contact_id, message_id, asked_at)"
                        + " values (:form, :contact, :message, :now)")
                .param("form", form)
                .param("contact", contact.id())
                .param("message", message.id())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return Receipt.STORED;
    }

    private boolean isAsked(String form) {
        return jdbc.sql("select count(*) from client_question where form_id = :form")
                        .param("form", form)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
