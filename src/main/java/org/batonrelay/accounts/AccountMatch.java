package org.batonrelay.accounts;

import java.util.Locale;

/**
 * An account found for a lead, and why.
 *
 * @param directory which {@link AccountDirectory} knew it
 * @param by {@code domain} or {@code name}
 * @param on the domain or the name that matched
 */
public record AccountMatch(Account account, String directory, By by, String on) {

    public enum By {
        DOMAIN("mail domain"),
        NAME("name");

        private final String words;

        By(String words) {
            this.words = words;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For the card and the lead's page. */
    public String inWords() {
        return account.name() + " (matched by " + by.words + " " + on + ")";
    }
}
