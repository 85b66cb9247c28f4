package org.batonrelay.accounts;

import java.time.Clock;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Directories beside the house's own, which is asked first. They are off until they are set up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SalesforceSettings.class)
class AccountDirectories {

    @Bean
    @Order(1)
    @ConditionalOnProperty("baton.salesforce.url")
    SalesforceAccounts salesforceAccounts(SalesforceSettings settings, People people, Clock clock) {
        return new SalesforceAccounts(
                new SalesforceCalls(
                        told("url", settings.url()),
                        told("client-id", settings.clientId()),
                        told("client-secret", settings.clientSecret()),
                        settings.timeout()),
                new SalesforceQuery(settings.namedField(), settings.segmentField()),
                people,
                clock);
    }

    private static String told(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Accounts are to be looked up in Salesforce (baton.salesforce.url), but"
                    + " baton.salesforce." + setting + " is empty.");
        }
        return value;
    }
}
