package org.batonrelay.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a list stand for letters. A byte order mark tells; without one, what is valid UTF-8 is UTF-8, and
 * the rest is what spreadsheets in Western Europe write (Windows-1252), unless the sender has named another.
 *
 * @param mark how many bytes of byte order mark come first
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SAMPLE = 4096;

    static TextEncoding of(Path file, @Nullable Charset declared) throws IOException {
        byte[] start = start(file);
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(start, 0xFF, 0xFE, 0, 0) || begins(start, 0, 0, 0xFE, 0xFF)) {
            return new TextEncoding(Charset.forName("UTF-32"), 0); // which reads the mark itself
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (begins(start, 'P', 'K', 3, 4) || begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableList("This is an Excel workbook, not a CSV file. In Excel, save it as"
                    + " \"CSV UTF-8 (comma delimited)\", and send that file.");
        }
        return new TextEncoding(unmarked(file, start, declared), 0);
    }

    private static Charset unmarked(Path file, byte[] start, @Nullable Charset declared) throws IOException {
        int even = zeros(start, 0);
        int odd = zeros(start, 1);
        if (even + odd > 0) {
            if (odd > start.length / 4 && even == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (even > start.length / 4 && odd == 0) {
                return StandardCharsets.UTF_16BE;
            }
            throw new UnreadableList("This is no text file. Send the list as CSV.");
        }
        if (isUtf8(file)) {
            return StandardCharsets.UTF_8;
        }
        return declared == null || declared.equals(StandardCharsets.UTF_8) ? WESTERN : declared;
    }

    /** In pieces: the file may be large. */
    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer letters = CharBuffer.allocate(64 * 1024);
        try (InputStream from = Files.newInputStream(file)) {
            boolean last = false;
            while (!last) {
                int read = from.read(bytes.array(), bytes.position(), bytes.remaining());
                last = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                if (strict.decode(bytes, letters, last).isError()) {
                    return false;
                }
                bytes.compact();
                letters.clear();
            }
        }
        return true;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream from = Files.newInputStream(file)) {
            return from.readNBytes(SAMPLE);
        }
    }

    private static boolean begins(byte[] start, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
