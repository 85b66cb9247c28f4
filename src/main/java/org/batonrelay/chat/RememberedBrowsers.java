package org.batonrelay.chat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The browsers in which a client is known again, for us to see and to forget: one of them may have been sold or stolen. */
@Repository
@Transactional
public class RememberedBrowsers {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    RememberedBrowsers(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int of(Contact contact) {
        return jdbc.sql("select count(*) from chat_browser where contact_id = :contact and expires_at > :now")
                .param("contact", contact.id())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** From now on they are strangers there, who prove themselves anew by a code. */
    public void forget(Contact contact, String by) {
        int known = jdbc.sql("delete from chat_browser where contact_id = :contact")
                .param("contact", contact.id())
                .update();
        if (known > 0) {
            ledger.append(NewEntry.of(contact.reference(), EntryType.BROWSER_FORGOTTEN)
                    .by(by)
                    .with("contact", contact.name())
                    .with("browsers", known));
        }
    }
}
