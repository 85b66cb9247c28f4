package org.batonrelay.correspondence;

import java.util.Optional;
import org.batonrelay.inbox.IncomingMails;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.reading.IncomingMail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mail that brought a message, whole: with the signature, the small print and the quotes that its text leaves out. */
@Component
@Transactional(readOnly = true)
public class WholeMails {

    private final Messages messages;
    private final IncomingMails mails;

    WholeMails(Messages messages, IncomingMails mails) {
        this.messages = messages;
        this.mails = mails;
    }

    /** Its text, written by a stranger; empty for one of another lead, not of a client, or in no mail. */
    public Optional<String> textOf(LeadReference reference, String messageId) {
        return messages.find(messageId)
                .filter(it -> it.reference().equals(reference) && it.direction() == Message.Direction.FROM_CLIENT)
                .filter(it -> it.mailId() != null)
                .flatMap(it -> mails.find(String.valueOf(it.mailId())))
                .map(IncomingMail::text);
    }
}
