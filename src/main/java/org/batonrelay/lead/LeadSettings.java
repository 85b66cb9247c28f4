package org.batonrelay.lead;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl where clients reach us, without a slash at the end
 * @param secret what the tokens in clients' links are made with; a change makes every link invalid
 * @param secretFile where the default profile keeps the secret it has made
 * @param linkLife how long a client's link opens after the last mail that carried it
 * @param language in which the house writes to whoever has not shown theirs: {@code en} or {@code de}
 */
@ConfigurationProperties("baton")
public record LeadSettings(
        @DefaultValue("http://127.0.0.1:8080") String baseUrl,
        @Nullable String secret,
        @DefaultValue("./data/secret") Path secretFile,
        @DefaultValue("180d") Duration linkLife,
        @DefaultValue("en") String language,
        @DefaultValue Mail mail) {

    /**
     * @param domain what our addresses end in
     * @param replyPrefix what the addresses that answers come back to begin with
     */
    public record Mail(
            @DefaultValue("baton.example") String domain,
            @DefaultValue("reply") String replyPrefix) {}
}
