package org.batonrelay.lead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Knows the mail domains that anybody can have an address at ({@code public-mail-providers.txt}). */
@Component
public class PublicMailProviders {

    private static final Pattern ANY_COUNTRY = Pattern.compile("\\.([a-z]{2,4}|(co|com|net)\\.[a-z]{2})$");

    private final Set<String> listed;

    PublicMailProviders() {
        try {
            listed = new ClassPathResource("public-mail-providers.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The domain by which people of one organisation are known; empty at a public provider. */
    public Optional<String> ownDomain(MailAddress address) {
        for (String domain = address.domain(); domain.contains("."); domain = parent(domain)) {
            if (listed.contains(domain)
                    || listed.contains(ANY_COUNTRY.matcher(domain).replaceFirst(".*"))) {
                return Optional.empty();
            }
        }
        return Optional.of(address.domain());
    }

    private static String parent(String domain) {
        return domain.substring(domain.indexOf('.') + 1);
    }
}
