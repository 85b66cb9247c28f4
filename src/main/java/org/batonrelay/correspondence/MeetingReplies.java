package org.batonrelay.correspondence;

import org.batonrelay.deal.InvitationAnswers;
import org.batonrelay.lead.Contact;
import org.batonrelay.mail.IncomingMail;
import org.batonrelay.mail.IncomingMails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What calendar programs answer to invitations. */
@Component
@Transactional
class MeetingReplies {

    private final Matching matching;
    private final IncomingMails mails;
    private final InvitationAnswers answers;

    MeetingReplies(Matching matching, IncomingMails mails, InvitationAnswers answers) {
        this.matching = matching;
        this.mails = mails;
        this.answers = answers;
    }

    /** @return whether it was an answer to an invitation of ours; else it may still be a word of somebody's */
    boolean take(IncomingMail mail) {
        return matching.of(mail)
                .map(match -> {
                    Contact contact = match.sender() != null ? match.sender() : match.owner();
                    return contact != null && isTaken(mail, contact);
                })
                .orElse(false);
    }

    private boolean isTaken(IncomingMail mail, Contact contact) {
        return mail.attachments().stream()
                .filter(it -> it.type().toLowerCase(java.util.Locale.ROOT).startsWith("text/calendar"))
                .flatMap(it -> mails.content(mail.id(), it.number()).stream())
                .anyMatch(ics -> answers.take(contact.reference(), contact, ics));
    }
}
