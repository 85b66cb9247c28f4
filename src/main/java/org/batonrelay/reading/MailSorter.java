package org.batonrelay.reading;

import jakarta.mail.Part;
import java.util.Optional;
import java.util.regex.Pattern;
import org.batonrelay.mail.HouseAddresses;
import org.batonrelay.mail.SentMails;
import org.batonrelay.reading.IncomingMail.Sort;
import org.springframework.stereotype.Component;

/**
 * Tells what kind of mail it is. The order matters: a delivery failure is automatic too, and quotes what we sent; an
 * answer to an invitation is sent by a program, but on behalf of a person.
 */
@Component
public class MailSorter {

    private static final Pattern METHOD_ANSWER = Pattern.compile("(?im)^method:\\s*(reply|counter)\\s*$");

    private final SentMails sent;
    private final HouseAddresses ours;

    public MailSorter(SentMails sent, HouseAddresses ours) {
        this.sent = sent;
        this.ours = ours;
    }

    /**
     * @param failure what it says of a failed delivery
     * @param said the new part of its text
     */
    Sort sort(OpenedMail mail, Optional<DeliveryFailure> failure, String said) {
        if (failure.isPresent()) {
            return Sort.BOUNCE;
        }
        if (isOurs(mail.headers())) {
            return Sort.OWN;
        }
        if (answersInvitation(mail)) {
            return Sort.INVITATION_ANSWER;
        }
        return AutomaticAnswer.sort(written(mail), said);
    }

    /** As it was before the house's own list put its marks on it. */
    OpenedMail written(OpenedMail mail) {
        return OwnList.brought(mail.headers(), ours) ? OwnList.takenOff(mail) : mail;
    }

    /** Whoever has a mail of ours can send us its headers again; nobody acts on such a mail. */
    private boolean isOurs(MailHeaders headers) {
        return headers.messageIds("Message-ID").stream().anyMatch(sent::hasSent);
    }

    private static boolean answersInvitation(OpenedMail mail) {
        return mail.parts()
                .first("text/calendar", "application/ics")
                .map(MailSorter::isReply)
                .orElse(false);
    }

    private static boolean isReply(Part calendar) {
        return METHOD_ANSWER.matcher(PartText.of(calendar)).find();
    }
}
