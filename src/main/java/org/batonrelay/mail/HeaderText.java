package org.batonrelay.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;

/** Makes of a header's value, however broken, a line that can be read. */
final class HeaderText {

    /** A line longer than this is no text for anybody. */
    private static final int LONGEST_RAW = 20_000;

    private HeaderText() {}

    /** Decoded, without line breaks and control characters, no longer than {@code longest} characters. */
    static String oneLine(@Nullable String raw, int longest) {
        if (raw == null) {
            return "";
        }
        String unfolded = MimeUtility.unfold(cut(raw, LONGEST_RAW));
        try {
            return cut(Escape.oneLine(MimeUtility.decodeText(unfolded)), longest);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            // a charset nobody knows: the header as it stands says more than nothing
            return cut(Escape.oneLine(unfolded), longest);
        }
    }

    /** The first {@code longest} characters, none of them halved. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
