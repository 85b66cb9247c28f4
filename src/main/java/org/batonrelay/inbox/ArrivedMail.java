package org.batonrelay.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.batonrelay.reading.HeaderText;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the server has handed it over, before it is understood.
 *
 * @param id the same for the same Message-ID; for a mail that has none, the same for the same content
 * @param raw the headers only, where the mail is bigger than we take
 * @param whole whether all of it is in {@code raw}
 */
record ArrivedMail(String id, String messageId, String sender, String subject, long size, byte[] raw, boolean whole) {

    /** What mail servers add on the way: two copies of a mail differ in it. */
    private static final String[] ADDED_ON_THE_WAY = {"Received", "Return-Path", "Delivered-To", "X-Original-To"};

    /** As much is kept of a mail that is too big; its headers are shorter. */
    private static final int LONGEST_HEADERS = 256 * 1024;

    /** Reads no more than {@code limit} bytes, whatever the server says of the size. */
    static ArrivedMail read(InputStream mail, long announced, int limit) throws IOException, MessagingException {
        byte[] raw = mail.readNBytes(announced > limit ? LONGEST_HEADERS : limit + 1);
        boolean whole = raw.length <= limit && announced <= limit;
        InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(raw), true);
        String messageId = messageId(headers, raw);
        return new ArrivedMail(
                hash(messageId),
                messageId,
                HeaderText.oneLine(headers.getHeader("From", null), 400),
                HeaderText.oneLine(headers.getHeader("Subject", null), 500),
                Math.max(announced, raw.length),
                whole ? raw : Arrays.copyOf(raw, endOfHeaders(raw)),
                whole);
    }

    private static String messageId(InternetHeaders headers, byte[] raw) {
        String told = firstOf(headers.getHeader("Message-ID"));
        if (told != null && !told.isBlank()) {
            return HeaderText.cut(told.replaceAll("[\\s\\p{Cntrl}]+", ""), 1000);
        }
        for (String header : ADDED_ON_THE_WAY) {
            headers.removeHeader(header);
        }
        MessageDigest content = sha256();
        headers.getAllHeaderLines().asIterator().forEachRemaining(line -> content.update(line.getBytes(UTF_8)));
        content.update(raw, endOfHeaders(raw), raw.length - endOfHeaders(raw));
        return "<" + HexFormat.of().formatHex(content.digest(), 0, 16) + "@no-message-id.invalid>";
    }

    private static @Nullable String firstOf(String @Nullable [] values) {
        return values == null ? null : values[0];
    }

    private static int endOfHeaders(byte[] raw) {
        int lineStart = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\n') {
                if (i == lineStart || (i == lineStart + 1 && raw[lineStart] == '\r')) {
                    return i + 1;
                }
                lineStart = i + 1;
            }
        }
        return Math.min(raw.length, LONGEST_HEADERS);
    }

    private static String hash(String messageId) {
        byte[] hash = sha256().digest(messageId.getBytes(UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is always there", e);
        }
    }
}
