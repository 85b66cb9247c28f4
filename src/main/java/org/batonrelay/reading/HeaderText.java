package org.batonrelay.reading;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.batonrelay.mail.Escape;
import org.jspecify.annotations.Nullable;

/** Makes of a header's value, however broken, a line that can be read. */
public final class HeaderText {

    /** A line longer than this is no text for anybody. */
    private static final int LONGEST_RAW = 20_000;

    private HeaderText() {}

    /** Decoded, without line breaks and control characters, no longer than {@code longest} characters. */
    public static String oneLine(@Nullable String raw, int longest) {
        if (raw == null) {
            return "";
        }
        String unfolded = MimeUtility.unfold(utf8(cut(raw, LONGEST_RAW)));
        try {
            return cut(Escape.oneLine(MimeUtility.decodeText(unfolded)), longest);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            // a charset nobody knows: the header as it stands says more than nothing
            return cut(Escape.oneLine(unfolded), longest);
        }
    }

    /** Many programs write UTF-8 into a header without saying so; as that it is no other charset by accident. */
    private static String utf8(String raw) {
        if (raw.chars().allMatch(c -> c < 0x80) || raw.chars().anyMatch(c -> c > 0xff)) {
            return raw;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }

    /** The first {@code longest} characters, none of them halved. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
