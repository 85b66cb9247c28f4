package org.batonrelay.baton;

import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.mail.MailSent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every mail about a lead is on its ledger. */
@Component
class MailOnLedger {

    private final Ledger ledger;

    MailOnLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(MailSent mail) {
        if (mail.reference() != null) {
            ledger.append(NewEntry.of(new LeadReference(mail.reference()), EntryType.MAIL_SENT)
                    .with("mail", mail.template())
                    .with("to", mail.recipient())
                    .with("subject", mail.subject())
                    .with("messageId", mail.messageId()));
        }
    }
}
