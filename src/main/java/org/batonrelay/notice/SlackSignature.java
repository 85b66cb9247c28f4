package org.batonrelay.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a call was signed by Slack, and lately (docs.slack.dev, "Verifying requests from Slack"). */
@Component
class SlackSignature {

    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final NoticeSettings settings;
    private final Clock clock;

    SlackSignature(NoticeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean isOf(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        return timestamp != null
                && signature != null
                && timestamp.matches("\\d{1,12}")
                && isLately(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                // takes as long for a good guess as for a bad one
                && MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.UTF_8),
                        ("v0=" + sign(timestamp, body)).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isLately(Instant at) {
        return Duration.between(at, clock.instant()).abs().compareTo(LATELY) <= 0;
    }

    private String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            String secret = String.valueOf(settings.slack().signingSecret());
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
