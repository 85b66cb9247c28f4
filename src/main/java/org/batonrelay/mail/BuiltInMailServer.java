package org.batonrelay.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * A mail server inside Baton, so that it can be tried on a machine with nothing else: it takes every mail, lets
 * anybody read any box, on this machine only, and forgets all when Baton stops.
 */
@Configuration(proxyBeanMethods = false)
@Profile("default")
@ConditionalOnProperty("baton.mail.server")
class BuiltInMailServer {

    private static final String THIS_MACHINE = "127.0.0.1";

    /** Runs from the moment it is made, before anything can send. */
    @Bean(destroyMethod = "stop")
    GreenMail mailServer(MailSettings settings, HouseAddresses ours) {
        GreenMail server = new PromptMailServer(
                new ServerSetup(settings.smtpPort(), THIS_MACHINE, ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(settings.imapPort(), THIS_MACHINE, ServerSetup.PROTOCOL_IMAP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        try {
            server.start();
        } catch (IllegalStateException e) {
            throw new MailPortTaken(settings, e);
        }
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler(new CatchAllMailbox(users, ours, settings));
        return server;
    }
}
