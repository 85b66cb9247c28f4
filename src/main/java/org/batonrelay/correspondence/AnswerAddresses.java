package org.batonrelay.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The address from which one of us answers a client's message out of their own mail program: unguessable, one for each
 * message and reader, and never shown to the client, so that nobody else can answer in that name.
 */
@Repository
public class AnswerAddresses {

    /** @param person a user id, or a group's id where the group has an address of its own */
    public record Answering(String messageId, String person) {}

    private static final int BYTES = 20;
    private static final int LONGEST_TOKEN = 100;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final String prefix;
    private final String domain;

    AnswerAddresses(
            JdbcClient jdbc,
            @Value("${baton.mail.reply-prefix:reply}") String prefix,
            @Value("${baton.mail.domain}") String domain) {
        this.jdbc = jdbc;
        this.prefix = prefix;
        this.domain = domain;
    }

    /** A new address for this reader of this message. */
    String make(Message message, String person) {
        String token = HexFormat.of().formatHex(bytes());
        jdbc.sql("insert into answer_address (token_hash, message_id, person) values (:hash, :message, :person)")
                .param("hash", hash(token))
                .param("message", message.id())
                .param("person", person)
                .update();
        return prefix + "+" + token + "@" + domain;
    }

    Optional<Answering> find(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return jdbc.sql("select message_id, person from answer_address where token_hash = :hash")
                .param("hash", hash(token.toLowerCase(Locale.ROOT)))
                .query((row, number) -> new Answering(row.getString(1), row.getString(2)))
                .optional();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hash(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
