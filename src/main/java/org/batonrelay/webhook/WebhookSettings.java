package org.batonrelay.webhook;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.batonrelay.ledger.EntryType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who is told what; nobody unless they are named. A secret is one, so no record here tells it to a log. */
@ConfigurationProperties("baton")
record WebhookSettings(@DefaultValue Map<String, Hook> webhooks) {

    private static final String SECRET = "whsec_";

    WebhookSettings {
        webhooks.forEach((name, hook) -> hook.check("baton.webhooks." + name));
    }

    /**
     * @param url where it is posted to
     * @param secret {@code whsec_} and 24 to 64 bytes in Base64, which both sides know
     * @param types of the ledger, such as {@code handoff.accepted}, {@code handoff.*} or {@code *}
     * @param privateAddress whether the url may lead into the house's own network
     */
    record Hook(
            URI url,
            String secret,
            @DefaultValue List<String> types,
            @DefaultValue("false") boolean privateAddress) {

        boolean wants(EntryType type) {
            return types.stream().anyMatch(pattern -> fits(pattern, type.id()));
        }

        byte[] key() {
            return Base64.getDecoder().decode(secret.substring(SECRET.length()));
        }

        private static boolean fits(String pattern, String type) {
            return pattern.equals("*")
                    || pattern.equals(type)
                    || pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
        }

        private void check(String property) {
            if (url.getHost() == null || !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
                throw new IllegalArgumentException(property + ".url is no address such as https://crm.example/baton");
            }
            if (!hasSecret()) {
                throw new IllegalArgumentException(
                        property + ".secret is none: whsec_ and 24 to 64 random bytes in Base64");
            }
            types.stream()
                    .filter(pattern -> Arrays.stream(EntryType.values()).noneMatch(type -> fits(pattern, type.id())))
                    .findFirst()
                    .ifPresent(pattern -> {
                        throw new IllegalArgumentException(property + ".types: the ledger has no '" + pattern
                                + "'; write handoff.accepted, handoff.* or *");
                    });
        }

        private boolean hasSecret() {
            try {
                return secret.startsWith(SECRET) && key().length >= 24 && key().length <= 64;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "Hook[" + url.getHost() + "]";
        }
    }
}
