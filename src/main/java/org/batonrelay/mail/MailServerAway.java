package org.batonrelay.mail;

import org.batonrelay.engine.Away;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** The mail server could not be reached, so it has not taken anything. */
class MailServerAway extends MailSendException implements Away {

    MailServerAway(String server, @Nullable Throwable cause) {
        super(Away.sentence(server) + "; the mail goes as soon as it answers.", cause);
    }
}
