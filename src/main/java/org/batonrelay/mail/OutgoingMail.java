package org.batonrelay.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.batonrelay.engine.Outages;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that takes what we send; knocks at it no more often than needed while it is away. */
@Component
class OutgoingMail {

    private final JavaMailSender sender;
    private final Outages outages;

    OutgoingMail(JavaMailSender sender, Outages outages) {
        this.sender = sender;
        this.outages = outages;
    }

    /** @throws org.springframework.mail.MailException when it cannot be reached or refuses the mail */
    void take(MimeMessage mail) {
        String server = server();
        if (outages.isAway(server)) {
            throw new MailServerAway(server, null);
        }
        try {
            sender.send(mail);
        } catch (MailSendException e) {
            // Spring tells a failed connection by its cause; what went wrong with a mail has none
            if (e.getCause() instanceof MessagingException && sender instanceof JavaMailSenderImpl smtp) {
                outages.away(server, () -> answers(smtp));
                throw new MailServerAway(server, e);
            }
            throw e;
        }
        outages.answered(server);
    }

    /** What had to wait when Baton was stopped. */
    @EventListener(ApplicationReadyEvent.class)
    void lookAfterWhatWaits() {
        if (sender instanceof JavaMailSenderImpl smtp && outages.isWaitedFor(server())) {
            outages.away(server(), () -> answers(smtp));
        }
    }

    private static boolean answers(JavaMailSenderImpl smtp) {
        try {
            smtp.testConnection();
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private String server() {
        return sender instanceof JavaMailSenderImpl smtp
                ? "The mail server " + smtp.getHost() + ":" + smtp.getPort()
                : "The mail server";
    }
}
