package org.batonrelay.reading;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of a part, whatever its sender says of its encoding. */
final class PartText {

    /** No person writes more; what is longer is cut. */
    private static final int LONGEST_BYTES = 1024 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PartText() {}

    static String of(Part part) {
        byte[] bytes = bytes(part);
        Charset told = charset(part);
        return (told == null ? guess(bytes) : decode(bytes, told))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "");
    }

    /** What can be decoded; where the encoding is broken, the part as it stands. */
    private static byte[] bytes(Part part) {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(LONGEST_BYTES);
        } catch (IOException | MessagingException | RuntimeException e) {
            return raw(part);
        }
    }

    private static byte[] raw(Part part) {
        try (InputStream raw = part instanceof MimeMessage mail
                ? mail.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return raw.readNBytes(LONGEST_BYTES);
        } catch (IOException | MessagingException | RuntimeException e) {
            return new byte[0];
        }
    }

    private static @Nullable Charset charset(Part part) {
        try {
            String told = new ContentType(part.getContentType()).getParameter("charset");
            return told == null ? null : named(told.strip());
        } catch (MessagingException | RuntimeException e) {
            return null;
        }
    }

    private static Charset named(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName(MimeUtility.javaCharset(name));
    }

    private static String decode(byte[] bytes, Charset told) {
        try {
            return told.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return guess(bytes);
        }
    }

    /** UTF-8 does not happen by accident; everything else is read as Western European. */
    static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }
}
