package org.batonrelay.correspondence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often people are told of what their clients write.
 *
 * @param atOnce so many messages of a lead within {@code every} are told one by one
 * @param every what comes beyond these is told together, once in this time
 */
@ConfigurationProperties("baton.messages")
record MessageSettings(
        @DefaultValue("5") int atOnce,
        @DefaultValue("PT15M") Duration every) {}
