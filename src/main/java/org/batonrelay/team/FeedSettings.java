package org.batonrelay.team;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param feed address of a calendar (iCalendar) of who is away, read every hour; null for none */
@ConfigurationProperties("baton.absences")
record FeedSettings(@Nullable URI feed) {}
