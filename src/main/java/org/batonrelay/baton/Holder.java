package org.batonrelay.baton;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who has a baton, or is offered one: a person or a group. Written {@code ae-1} or {@code group:managers}. */
public record Holder(@JsonValue String value) {

    private static final String GROUP = "group:";

    public Holder {
        if (value.isBlank() || value.equals(GROUP)) {
            throw new IllegalArgumentException("a baton needs a holder");
        }
    }

    public static Holder person(String id) {
        return new Holder(id);
    }

    public static Holder group(String id) {
        return new Holder(GROUP + id);
    }

    public boolean isGroup() {
        return value.startsWith(GROUP);
    }

    /** The person's or the group's id. */
    public String id() {
        return isGroup() ? value.substring(GROUP.length()) : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
