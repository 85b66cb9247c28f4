package org.batonrelay.reading;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.mail.PageText;

/**
 * What Outlook packs into {@code winmail.dat} (MS-OXTNEF): the text of the mail and its files. As much as can be read; a
 * file that breaks off gives what came before.
 *
 * <p>Long because the format is read in one go, attribute by attribute.
 */
final class Tnef {

    /** @param name as its sender calls it */
    record File(String name, byte[] content) {}

    private static final int SIGNATURE = 0x223E9F78;
    private static final int OEM_CODE_PAGE = 0x00069007;
    private static final int BODY = 0x0002800C;
    private static final int MAIL_PROPERTIES = 0x00069003;
    private static final int NEXT_FILE = 0x00069002;
    private static final int FILE_NAME = 0x00018010;
    private static final int FILE_CONTENT = 0x0006800F;
    private static final int FILE_PROPERTIES = 0x00069005;
    private static final int MOST_PROPERTIES = 2_000;

    private static final int PR_BODY = 0x1000;
    private static final int PR_RTF = 0x1009;
    private static final int PR_HTML = 0x1013;
    private static final int PR_LONG_FILE_NAME = 0x3707;

    private Charset charset = Charset.forName("windows-1252");
    private String plain = "";
    private String page = "";
    private String rtf = "";
    private final List<File> files = new ArrayList<>();

    private Tnef() {}

    /** Empty where it is none. */
    static Optional<Tnef> read(byte[] raw) {
        ByteBuffer in = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        if (raw.length < 6 || in.getInt() != SIGNATURE) {
            return Optional.empty();
        }
        Tnef tnef = new Tnef();
        try {
            in.getShort();
            while (in.remaining() > 9) {
                in.get();
                int attribute = in.getInt();
                tnef.take(attribute, slice(in, in.getInt()));
                in.getShort();
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // broken off: what was read so far stays
        }
        return Optional.of(tnef);
    }

    /** As plain text; empty where it has none. */
    String text() {
        if (!plain.isBlank()) {
            return plain;
        }
        return page.isBlank() ? rtf : PageText.of(page);
    }

    List<File> files() {
        return files.stream().filter(it -> it.content().length > 0).toList();
    }

    private void take(int attribute, ByteBuffer value) {
        switch (attribute) {
            case OEM_CODE_PAGE -> charset = charset(value.getInt());
            case BODY -> plain = text(bytes(value), charset);
            case MAIL_PROPERTIES -> takeWords(properties(value));
            case NEXT_FILE -> files.add(new File("unnamed", new byte[0]));
            case FILE_NAME -> file(text(bytes(value), charset), null);
            case FILE_CONTENT -> file(null, bytes(value));
            case FILE_PROPERTIES -> {
                byte[] name = properties(value).get(PR_LONG_FILE_NAME);
                if (name != null) {
                    file(new String(name, StandardCharsets.UTF_8), null);
                }
            }
            default -> {}
        }
    }

    private void file(
            @org.jspecify.annotations.Nullable String name, byte @org.jspecify.annotations.Nullable [] content) {
        if (!files.isEmpty()) {
            File last = files.remove(files.size() - 1);
            files.add(new File(name == null ? last.name() : name, content == null ? last.content() : content));
        }
    }

    private void takeWords(Map<Integer, byte[]> properties) {
        byte[] words = properties.get(PR_BODY);
        byte[] html = properties.get(PR_HTML);
        byte[] rich = properties.get(PR_RTF);
        plain = words == null ? plain : new String(words, StandardCharsets.UTF_8);
        page = html == null ? page : PartText.guess(html);
        rtf = rich == null ? rtf : RichText.of(RichText.unpack(rich));
    }

    /** Texts as UTF-8, everything else as it stands; numbers are left out. */
    private Map<Integer, byte[]> properties(ByteBuffer in) {
        Map<Integer, byte[]> found = new HashMap<>();
        int count = Math.min(in.getInt(), MOST_PROPERTIES);
        try {
            for (int i = 0; i < count; i++) {
                property(in, found);
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // what was read so far stays
        }
        return found;
    }

    private void property(ByteBuffer in, Map<Integer, byte[]> found) {
        int type = in.getShort() & 0xffff;
        int id = in.getShort() & 0xffff;
        if (id >= 0x8000) {
            skip(in, 16);
            if (in.getInt() == 1) {
                skip(in, padded(in.getInt()));
            } else {
                in.getInt();
            }
        }
        boolean several = (type & 0x1000) != 0;
        int kind = type & 0xfff;
        boolean variable = kind == 0x1e || kind == 0x1f || kind == 0x102 || kind == 0x0d;
        int values = several || variable ? Math.min(in.getInt(), MOST_PROPERTIES) : 1;
        for (int i = 0; i < values; i++) {
            if (!variable) {
                skip(in, size(kind));
                continue;
            }
            int length = in.getInt();
            byte[] value = bytes(slice(in, length));
            skip(in, Math.min(padded(length) - length, in.remaining()));
            found.putIfAbsent(
                    id,
                    switch (kind) {
                        case 0x1e -> text(value, charset).getBytes(StandardCharsets.UTF_8);
                        case 0x1f -> text(value, StandardCharsets.UTF_16LE).getBytes(StandardCharsets.UTF_8);
                        default -> value;
                    });
        }
    }

    private static int size(int kind) {
        return switch (kind) {
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 4;
        };
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }

    private static ByteBuffer slice(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        skip(in, length);
        return part;
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return bytes;
    }

    private static String text(byte[] bytes, Charset charset) {
        return new String(bytes, charset).replaceAll("\0+\\z", "");
    }

    private static Charset charset(int codePage) {
        String name = codePage == 65001 ? "UTF-8" : "windows-" + codePage;
        return Charset.isSupported(name)
                ? Charset.forName(name)
                : Charset.isSupported("Cp" + codePage)
                        ? Charset.forName("Cp" + codePage)
                        : Charset.forName("windows-1252");
    }
}
