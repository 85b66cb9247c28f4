package org.batonrelay.mail;

import org.batonrelay.mail.IncomingMail.Sort;
import org.springframework.stereotype.Component;

/** Tells what kind of mail it is. The order matters: a delivery failure is automatic too, and quotes what we sent. */
@Component
class MailSorter {

    Sort sort(OpenedMail mail) {
        if (mail.headers().first("Content-Type").contains("report")) {
            return Sort.BOUNCE;
        }
        if (mail.headers().first("Auto-Submitted").startsWith("auto")) {
            return Sort.AUTOMATIC;
        }
        return Sort.HUMAN;
    }
}
