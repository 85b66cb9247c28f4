package org.batonrelay.mail;

import org.springframework.stereotype.Component;

/**
 * Sends letters. Call it from an asynchronous step: it speaks SMTP inside the caller's transaction and throws when the
 * server does not take the mail, so that the step is retried and nothing is marked sent.
 */
@Component
public class Post {

    /**
     * Sends unless a letter of this key has been sent. Publishes {@link MailSent} in the caller's transaction.
     *
     * @return the Message-ID
     */
    public String send(Letter letter) {
        throw new UnsupportedOperationException("mail helper");
    }
}
