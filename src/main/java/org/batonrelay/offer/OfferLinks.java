package org.batonrelay.offer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.handoff.Offer;
import org.batonrelay.lead.HouseSecret;
import org.batonrelay.notice.Recipient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links by which an offer is answered from mail or phone. A token follows from offer, reader and the house's secret,
 * so that a reminder carries the same one; only its hash is kept.
 */
@Repository
@Transactional
class OfferLinks {

    /** How long an offer that is never dropped can be answered by its link. */
    private static final Duration LONG = Duration.ofDays(30);

    private static final int LONGEST_TOKEN = 100;

    private static final RowMapper<OfferLink> ROWS =
            RecordRows.of(OfferLink.class).reading("reader", Recipient::of);

    private final JdbcClient jdbc;
    private final HouseSecret secret;
    private final Clock clock;
    private final String baseUrl;

    OfferLinks(JdbcClient jdbc, HouseSecret secret, Clock clock, @Value("${baton.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** The absolute address of this reader's page of the offer; makes the link when it is asked for first. */
    String pageOf(Offer offer, Recipient reader) {
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secret.derive("offer:" + offer.id() + ":" + reader));
        if (open(token).isEmpty()) {
            Instant end = offer.dropAt() == null ? clock.instant().plus(LONG) : offer.dropAt();
            jdbc.sql("insert into offer_link (token_hash, offer_id, reader, expires_at)"
                            + " values (:hash, :offer, :reader, :end)")
                    .param("hash", hash(token))
                    .param("offer", offer.id())
                    .param("reader", reader.toString())
                    .param("end", OffsetDateTime.ofInstant(end, ZoneOffset.UTC))
                    .update();
        }
        return baseUrl + "/offers/" + token;
    }

    /** What this token leads to, also when it leads there no more; empty for one that we never made. */
    Optional<OfferLink> open(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return jdbc.sql("select offer_link.*, used_at is not null as used from offer_link where token_hash = :hash")
                .param("hash", hash(token))
                .query(ROWS)
                .optional();
    }

    boolean isExpired(OfferLink link) {
        return !clock.instant().isBefore(link.expiresAt());
    }

    /** Once, whoever else has it on their screen. */
    void use(OfferLink link) {
        jdbc.sql("update offer_link set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("hash", link.tokenHash())
                .update();
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
