package org.batonrelay.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the house; the server it goes to is {@code spring.mail}.
 *
 * @param domain the house's mail domain; Message-IDs end with it
 * @param from the address that every mail comes from, {@code office@} the domain if it is not given
 * @param smtpPort where the built-in server takes mail; {@code imapPort}: where it is read
 */
@ConfigurationProperties("baton.mail")
public record MailSettings(
        @DefaultValue("localhost") String domain,
        @Nullable String from,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort) {

    String sender() {
        return from == null || from.isBlank() ? "office@" + domain : from;
    }
}
