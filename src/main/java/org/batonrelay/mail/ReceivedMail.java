package org.batonrelay.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the built-in server has it.
 *
 * @param box the address whose box it lies in; with {@code uid} it names the mail
 */
record ReceivedMail(
        String box,
        long uid,
        Instant at,
        String from,
        String to,
        @Nullable String replyTo,
        String subject,
        @Nullable String text,
        @Nullable String html,
        List<Enclosure> enclosures) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH);

    /** @param number where it stands among the mail's enclosures, from 0 */
    record Enclosure(int number, String name, byte[] content) {}

    /** When it came, by the clock of this machine, which is also its reader's. */
    public String received() {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
