package org.batonrelay.notice;

/** Whom a notice is for: a person of the house, or a group. Written {@code ae-1} or {@code group:sdr}. */
public record Recipient(String id, boolean isGroup) {

    private static final String GROUP = "group:";

    public static Recipient person(String id) {
        return new Recipient(id, false);
    }

    public static Recipient group(String id) {
        return new Recipient(id, true);
    }

    public static Recipient of(String written) {
        return written.startsWith(GROUP) ? group(written.substring(GROUP.length())) : person(written);
    }

    @Override
    public String toString() {
        return isGroup ? GROUP + id : id;
    }
}
