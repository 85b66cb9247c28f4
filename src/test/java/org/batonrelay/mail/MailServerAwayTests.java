package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.batonrelay.FreePorts;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.AnOutage;
import org.batonrelay.engine.Outages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that is away for a while. */
class MailServerAwayTests extends RunningBaton {

    @Autowired
    private Outages outages;

    @Autowired
    private AnOutage outage;

    private final int port = FreePorts.next();
    private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    private OutgoingMail outgoing;

    @BeforeEach
    void theServerIsAway() {
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        outgoing = new OutgoingMail(smtp, outages);
    }

    @Test
    void engineT9_whatWaitsGoesAsSoonAsTheServerAnswers() {
        assertThatThrownBy(this::send)
                .isInstanceOf(MailServerAway.class)
                .hasMessage("The mail server 127.0.0.1:" + port
                        + " cannot be reached; the mail goes as soon as it answers.");
        String job = outage.jobThatWaitsFor("The mail server 127.0.0.1:" + port);
        assertThat(outage.isDue(job)).as("put off").isFalse();
        outage.look();
        assertThat(outage.isDue(job)).as("still away").isFalse();

        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            assertThatThrownBy(this::send).as("nobody knocks but the look").isInstanceOf(MailServerAway.class);
            outage.look();

            assertThat(outage.isDue(job)).isTrue();
            send();
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
            outage.forget(job);
        }
    }

    private void send() {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setTo("anna@client.example");
        mail.setText("Hello");
        var message = smtp.createMimeMessage();
        mail.copyTo(new org.springframework.mail.javamail.MimeMailMessage(message));
        outgoing.take(message);
    }
}
