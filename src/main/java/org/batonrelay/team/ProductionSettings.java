package org.batonrelay.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Before anything starts in production: are all settings there that nobody but the operator can know? */
class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String INBOX = "baton.mail.inbox.";
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("spring.datasource.url", "the PostgreSQL database, jdbc:postgresql://host/name");
        NEEDED.put("spring.datasource.username", "who may use the database");
        NEEDED.put("spring.datasource.password", "that user's password");
        NEEDED.put("spring.mail.host", "the mail server that takes Baton's mail");
        NEEDED.put("baton.base-url", "the address under which people and clients reach Baton");
        NEEDED.put("baton.secret", "at least 32 random characters that the clients' links follow from");
        NEEDED.put("baton.mail.domain", "the house's mail domain");
        NEEDED.put(INBOX + "host", "the IMAP server where clients' answers arrive; or " + INBOX + "enabled=false");
        NEEDED.put(INBOX + "user", "whose mailbox it is");
        NEEDED.put(INBOX + "password", "that mailbox's password");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        if (!settings.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        boolean readsMail = settings.getProperty(INBOX + "enabled", Boolean.class, true);
        List<String> missing = NEEDED.keySet().stream()
                .filter(name -> readsMail || !name.startsWith(INBOX))
                .filter(name -> !StringUtils.hasText(settings.getProperty(name)))
                .map(name -> name + " (" + NEEDED.get(name) + ")")
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettings(
                    "Baton does not start, because nobody has told it " + String.join(", ", missing) + ".");
        }
        String database = settings.getRequiredProperty("spring.datasource.url");
        if (!database.startsWith("jdbc:postgresql:")) {
            throw new MissingSettings("Baton does not start, because in production spring.datasource.url must name a"
                    + " PostgreSQL database (jdbc:postgresql://host/name).");
        }
    }

    static final class MissingSettings extends RuntimeException {

        MissingSettings(String sentence) {
            super(sentence);
        }
    }
}
