package org.batonrelay.accounts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The look-up of accounts in Salesforce, which is off as long as there is no address.
 *
 * @param url the address of the house's own domain there: {@code https://acme.my.salesforce.com}
 * @param clientId of a connected app that may use the client credentials flow
 * @param timeout how long a lead waits for the answer at most; then it is taken in without
 * @param namedField the field of Account that is true for a named one, such as {@code Named_Account__c}
 * @param segmentField the field of Account that says the segment
 */
@ConfigurationProperties("baton.salesforce")
record SalesforceSettings(
        @Nullable String url,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("2s") Duration timeout,
        @Nullable String namedField,
        @Nullable String segmentField) {}
