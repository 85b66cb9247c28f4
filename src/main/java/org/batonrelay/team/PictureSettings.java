package org.batonrelay.team;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people look.
 *
 * @param people by their user ids; {@code baton.people.sdr-1.picture} is a file of this machine
 */
@ConfigurationProperties("baton")
record PictureSettings(@DefaultValue Map<String, Face> people) {

    record Face(@Nullable Path picture) {}
}
