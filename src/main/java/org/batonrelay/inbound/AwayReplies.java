package org.batonrelay.inbound;

import java.time.LocalDate;
import org.batonrelay.baton.Batons;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Matching;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.summary.ClientAway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Automatic answers: on record, and never taken for a word of the client's. */
@Component
@Transactional
class AwayReplies {

    private static final int EXCERPT = 300;

    private final Matching matching;
    private final ClientAway away;
    private final Batons batons;
    private final Ledger ledger;

    AwayReplies(Matching matching, ClientAway away, Batons batons, Ledger ledger) {
        this.matching = matching;
        this.away = away;
        this.batons = batons;
        this.ledger = ledger;
    }

    void take(IncomingMail mail) {
        if (mail.saysAway()) {
            note(mail);
        }
    }

    private void note(IncomingMail mail) {
        matching.of(mail).ifPresent(match -> {
            // a machine often answers from another address than the one it answers for
            Contact contact = match.sender() != null ? match.sender() : match.owner();
            if (contact != null) {
                note(contact, mail);
            }
        });
    }

    private void note(Contact contact, IncomingMail mail) {
        @Nullable LocalDate back = mail.awayUntil();
        ledger.append(NewEntry.of(contact.reference(), EntryType.AWAY_NOTED)
                .by("client:" + contact.email())
                .leg(batons.get(contact.reference()).leg().id())
                .with("from", contact.name())
                .with("until", back == null ? null : back.toString())
                .with("subject", mail.subject())
                .with("text", Correspondence.cut(mail.said().isBlank() ? mail.text() : mail.said(), EXCERPT)));
        if (back != null) {
            away.until(contact, back);
        }
    }
}
