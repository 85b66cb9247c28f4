package org.batonrelay.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.batonrelay.engine.WaitingErrands;
import org.batonrelay.inbox.Inbox;
import org.batonrelay.inbox.TakeMail;
import org.camunda.bpm.engine.ManagementService;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Brings mails in as other people's servers do, and has them taken, which otherwise happens every few seconds. */
@Component
public class Postman {

    private final JavaMailSenderImpl smtp;
    private final Inbox inbox;
    private final WaitingErrands errands;
    private final ManagementService management;

    Postman(JavaMailSenderImpl smtp, Inbox inbox, WaitingErrands errands, ManagementService management) {
        this.smtp = smtp;
        this.inbox = inbox;
        this.errands = errands;
        this.management = management;
    }

    /** Sends a mail, headers and all as written here, to this address, and has everything taken that lies there. */
    public void bring(String to, String raw) {
        send(to, raw.replaceAll("\\R", "\r\n").getBytes(StandardCharsets.UTF_8));
        takeAll();
    }

    public void send(String to, byte[] raw) {
        send(to, raw, null);
    }

    /** As a mail server that has failed to deliver sends it: from nobody, so that no failure is answered by another. */
    public void sendFromNobody(String to, byte[] raw) {
        send(to, raw, "<>");
    }

    private void send(String to, byte[] raw, @Nullable String envelopeFrom) {
        try (Transport transport = smtp.getSession().getTransport("smtp")) {
            transport.connect("127.0.0.1", smtp.getPort(), "anybody", "any");
            SMTPMessage mail = new SMTPMessage(smtp.getSession(), new ByteArrayInputStream(raw));
            mail.setEnvelopeFrom(envelopeFrom);
            transport.sendMessage(mail, new Address[] {new InternetAddress(to)});
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail to " + to + " cannot be sent", e);
        }
    }

    /** Takes what lies in the mailbox, and runs the errands that act on it. */
    public void takeAll() {
        inbox.takeAll();
        errands.beginning(TakeMail.NAME + "\n").forEach(job -> management.executeJob(job.getId()));
    }
}
