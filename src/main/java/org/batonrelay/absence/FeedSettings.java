package org.batonrelay.absence;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param feed address of a calendar (iCalendar) of who is away, read every hour; null or blank for none */
@ConfigurationProperties("baton.absences")
record FeedSettings(@Nullable String feed) {}
