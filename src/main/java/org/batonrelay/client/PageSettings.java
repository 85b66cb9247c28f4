package org.batonrelay.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a house puts on its clients' pages.
 *
 * @param links addresses that clients may want at hand, such as the help pages
 * @param questionsAnHour how many a contact may ask by the box on their page
 * @param lostLinksAnHour how many lost links anybody may ask for, all together
 */
@ConfigurationProperties("baton.page")
record PageSettings(
        @DefaultValue List<Link> links,
        @DefaultValue("10") int questionsAnHour,
        @DefaultValue("300") int lostLinksAnHour) {

    /** @param titleDe in German; the other one where there is none */
    record Link(String title, @Nullable String titleDe, String address) {

        String titleIn(String language) {
            return language.equals("de") && titleDe != null ? titleDe : title;
        }
    }
}
