package org.batonrelay.mail;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the house is called, where nobody in particular writes: it stands as the sender, and signs. */
@Component
public class HouseName {

    private final String name;

    /** @param name {@code baton.mail.name}; where it is not given the domain says it: {@code baton.example} is Baton */
    HouseName(@Value("${baton.mail.name:}") String name, @Value("${baton.mail.domain:localhost}") String domain) {
        this.name = name.isBlank() ? named(domain.split("\\.")[0]) : name.strip();
    }

    private static String named(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    public String value() {
        return name;
    }
}
