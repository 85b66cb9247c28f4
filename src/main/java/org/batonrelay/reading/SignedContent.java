package org.batonrelay.reading;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mail within its own signature (S/MIME, {@code smime.p7m}): the mail is read, the signature is believed by nobody, so it
 * is not verified. BER as well as DER, since mail programs write either (RFC 5652, X.690).
 */
final class SignedContent {

    private static final byte[] SIGNED = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 7, 2};
    private static final int DEEPEST = 12;
    private static final int MOST = 20_000;
    private static final int OCTETS = 4;

    /** @param inner of a constructed value; else the value is between start and end */
    private record Value(int tag, int start, int end, int next, List<Value> inner) {}

    private final byte[] raw;
    private int seen;

    private SignedContent(byte[] raw) {
        this.raw = raw;
    }

    /** The mail that was signed; empty where this is something else, encrypted above all. */
    static Optional<byte[]> of(byte[] raw) {
        try {
            SignedContent content = new SignedContent(raw);
            Value info = content.value(0, raw.length, 0);
            if (!content.isSigned(info)) {
                return Optional.empty();
            }
            // ContentInfo, [0], SignedData: version, digest algorithms, then what was signed: its type, [0], the octets
            Value signed = info.inner().get(1).inner().get(0);
            Value octets = signed.inner().get(2).inner().get(1).inner().get(0);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.collect(octets, out);
            return Optional.of(out.toByteArray()).filter(it -> it.length > 0);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isSigned(Value info) {
        Value type = info.inner().get(0);
        return Arrays.equals(Arrays.copyOfRange(raw, type.start(), type.end()), SIGNED);
    }

    private void collect(Value octets, ByteArrayOutputStream out) {
        if (octets.inner().isEmpty() && (octets.tag() & 0x1f) == OCTETS) {
            out.write(raw, octets.start(), octets.end() - octets.start());
        }
        octets.inner().forEach(it -> collect(it, out));
    }

    private Value value(int from, int limit, int depth) {
        if (depth > DEEPEST || ++seen > MOST) {
            throw new IllegalArgumentException("no signed mail is built like this");
        }
        int at = from;
        int tag = raw[at++] & 0xff;
        if ((tag & 0x1f) == 0x1f) {
            throw new IllegalArgumentException("a tag that no signed mail has");
        }
        int length = raw[at++] & 0xff;
        boolean open = length == 0x80;
        if (length > 0x80) {
            int bytes = length & 0x7f;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = Math.addExact(Math.multiplyExact(length, 256), raw[at++] & 0xff);
            }
        }
        int end = open ? limit : Math.addExact(at, length);
        if (end > limit) {
            throw new IllegalArgumentException("broken off");
        }
        if ((tag & 0x20) == 0) {
            return new Value(tag, at, end, end, List.of());
        }
        List<Value> inner = new ArrayList<>();
        int start = at;
        while (at < end && !(open && raw[at] == 0 && raw[at + 1] == 0)) {
            Value part = value(at, end, depth + 1);
            inner.add(part);
            at = part.next();
        }
        return new Value(tag, start, at, open ? at + 2 : end, inner);
    }
}
