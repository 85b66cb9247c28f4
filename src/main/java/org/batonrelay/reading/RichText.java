package org.batonrelay.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text in RTF, also of one that Outlook has made of a page and packed (MS-OXRTFCP, MS-OXRTFEX). */
final class RichText {

    private static final int PACKED = 0x75465A4C;
    private static final int LONGEST = 4 * 1024 * 1024;

    /** What every packed text may refer to before it has said anything. */
    private static final byte[] KNOWN =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
                            + "\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
                            + "\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Pattern TOKEN = Pattern.compile(
            "\\\\([a-z]{1,32})(-?\\d{1,10})? ?|\\\\'([0-9a-fA-F]{2})|\\\\([^a-z])|([{}])|([^\\\\{}\\r\\n]+)|[\\r\\n]+");

    private static final Set<String> UNSEEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "header",
            "footer",
            "object",
            "themedata",
            "listtable");

    private static final Pattern BREAKS = Pattern.compile("(?i)<(br|/p|/div|/tr|/li|/h\\d|hr)\\b");

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private RichText() {}

    /** The text as it was before it was packed; empty where it cannot be unpacked. */
    static String unpack(byte[] packed) {
        if (packed.length < 16) {
            return "";
        }
        ByteBuffer head = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int size = Math.min(head.getInt(4), LONGEST);
        if (head.getInt(8) != PACKED) {
            return new String(packed, 16, packed.length - 16, WINDOWS);
        }
        byte[] window = new byte[4096];
        System.arraycopy(KNOWN, 0, window, 0, KNOWN.length);
        int end = KNOWN.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 16;
        while (at < packed.length && out.size() < size) {
            int flags = packed[at++] & 0xff;
            for (int bit = 0; bit < 8 && out.size() < size; bit++, flags >>= 1) {
                if ((flags & 1) == 0) {
                    if (at >= packed.length) {
                        return out.toString(WINDOWS);
                    }
                    out.write(packed[at]);
                    window[end++ & 4095] = packed[at++];
                    continue;
                }
                if (at + 1 >= packed.length) {
                    return out.toString(WINDOWS);
                }
                int reference = (packed[at] & 0xff) << 8 | packed[at + 1] & 0xff;
                at += 2;
                int from = reference >> 4;
                if (from == (end & 4095)) {
                    return out.toString(WINDOWS);
                }
                for (int i = 0; i < (reference & 15) + 2; i++) {
                    byte copied = window[from++ & 4095];
                    out.write(copied);
                    window[end++ & 4095] = copied;
                }
            }
        }
        return out.toString(WINDOWS);
    }

    /** What of it is read. */
    static String of(String rtf) {
        StringBuilder text = new StringBuilder();
        Deque<Boolean> groups = new ArrayDeque<>();
        boolean unseen = false;
        boolean onlyRtf = false;
        boolean tag = false;
        int skip = 0;
        Matcher token = TOKEN.matcher(HeaderText.cut(rtf, LONGEST));
        while (token.find()) {
            String word = token.group(1);
            String bracket = token.group(5);
            String plain = token.group(6) != null ? token.group(6) : null;
            if ("{".equals(bracket)) {
                groups.push(unseen);
            } else if ("}".equals(bracket)) {
                unseen = !groups.isEmpty() && groups.pop();
                tag = false;
            } else if (word != null && word.equals("htmlrtf")) {
                onlyRtf = !"0".equals(token.group(2));
            } else if (word != null && word.equals("htmltag")) {
                tag = true;
            } else if ("*".equals(token.group(4)) || word != null && UNSEEN.contains(word)) {
                unseen = true;
            } else if (tag && plain != null && BREAKS.matcher(plain).find()) {
                text.append('\n');
            } else if (unseen || onlyRtf) {
                continue;
            } else if (word != null && word.equals("u") && token.group(2) != null) {
                text.append((char) Integer.parseInt(token.group(2)));
                skip = 1;
            } else if (token.group(3) != null) {
                if (skip > 0) {
                    skip--;
                } else {
                    text.append(new String(new byte[] {(byte) Integer.parseInt(token.group(3), 16)}, WINDOWS));
                }
            } else if (word != null) {
                text.append(words(word));
            } else if (token.group(4) != null) {
                text.append(
                        token.group(4).equals("~") ? " " : token.group(4).matches("[\\\\{}]") ? token.group(4) : "");
            } else if (plain != null) {
                text.append(plain, Math.min(skip, plain.length()), plain.length());
                skip = 0;
            }
        }
        return text.toString().replaceAll("\\n{3,}", "\n\n").strip();
    }

    private static String words(String control) {
        return switch (control) {
            case "par", "line", "row", "sect", "page" -> "\n";
            case "tab", "cell" -> " ";
            case "lquote", "rquote" -> "'";
            case "ldblquote", "rdblquote" -> "\"";
            case "endash" -> "–";
            case "emdash" -> "—";
            case "bullet" -> "•";
            default -> "";
        };
    }
}
