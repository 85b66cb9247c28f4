package org.batonrelay.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, before it is written.
 *
 * @param key names this one mail for ever ({@code summary:<id>:<contact>}); its Message-ID follows from it, and a key
 *     that has been sent is not sent again
 * @param template the name of {@code forms/mails/<template>.<language>.md}
 * @param model the values the template shows; every one is escaped
 * @param reference the lead's reference, or null for a mail about none
 * @param fromName the name shown as sender, usually the holder's
 * @param replyTo an address, or null
 * @param automatic whether no person wrote it: it then says so (RFC 3834)
 * @param answers the key of the mail it continues, or the Message-ID of one that has come in; or null
 */
public record Letter(
        String key,
        String template,
        Locale language,
        String toName,
        String toAddress,
        Map<String, Object> model,
        @Nullable String reference,
        @Nullable String fromName,
        @Nullable String replyTo,
        boolean automatic,
        @Nullable String answers,
        List<Attachment> attachments) {

    /** What its template shows as {@code stop}, and mail programs as a button of their own. */
    static final String STOP = "stop";

    /** Whether its template shows what it says of something enclosed; without that it is a whole letter all the same. */
    public static final String ENCLOSED = "enclosed";

    /** The same letter without what it encloses: an invitation is not true for ever. */
    Letter bare() {
        return new Letter(
                key, template, language, toName, toAddress, model, reference, fromName, replyTo, automatic, answers,
                List.of());
    }

    /** Whether it says enough without what it encloses. */
    boolean isWhole() {
        return attachments.isEmpty() || model.containsKey(ENCLOSED);
    }

    /** What it says when it encloses nothing. */
    Map<String, Object> modelWithoutEnclosed() {
        Map<String, Object> less = new HashMap<>(model);
        less.computeIfPresent(ENCLOSED, (name, was) -> false);
        return less;
    }

    /** The same letter, with the page where its reader stops automatic mail. */
    Letter stoppedAt(String page) {
        Map<String, Object> more = new HashMap<>(model);
        more.put(STOP, page);
        return new Letter(
                key,
                template,
                language,
                toName,
                toAddress,
                more,
                reference,
                fromName,
                replyTo,
                automatic,
                answers,
                attachments);
    }

    /** @param type a content type with its parameters, such as {@code text/calendar; method=REQUEST; charset=UTF-8} */
    public record Attachment(String name, String type, byte[] content) {}
}
