package org.batonrelay.chat;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the bot knows of a visitor.
 *
 * @param words what they have said beside the three things that the bot asks for
 * @param asked which of the three the bot asked for last
 * @param misses how often in a row they answered that with something else
 */
record Known(
        @Nullable String name,
        @Nullable String email,
        @Nullable String organisation,
        @Nullable String words,
        @Nullable Asked asked,
        int misses) {

    static final Known NOTHING = new Known(null, null, null, null, null, 0);
    private static final int LONGEST_WORDS = 4000;

    enum Asked {
        NAME,
        EMAIL,
        ORGANISATION;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Asked of(@Nullable String id) {
            return id == null ? null : valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** What to ask for next; null when all is known. */
    @Nullable
    Asked missing() {
        if (name == null) {
            return Asked.NAME;
        }
        if (email == null) {
            return Asked.EMAIL;
        }
        return organisation == null ? Asked.ORGANISATION : null;
    }

    /** Whether a lead can be made of them though they have not told all. */
    boolean canBeReached() {
        return name != null && email != null;
    }

    Known with(Introduction told, String text) {
        return new Known(
                told.name() == null ? name : told.name(),
                told.email() == null ? email : told.email(),
                told.organisation() == null ? organisation : told.organisation(),
                told.more() ? add(text) : words,
                asked,
                told.isAnswer() ? 0 : misses + 1);
    }

    /** @param fields as in {@code POST /api/leads} */
    Known without(Set<String> fields) {
        return new Known(
                fields.contains("name") ? null : name,
                fields.contains("email") ? null : email,
                fields.contains("organisation") ? null : organisation,
                words,
                asked,
                0);
    }

    Known asking(@Nullable Asked next) {
        return new Known(name, email, organisation, words, next, misses);
    }

    private String add(String text) {
        String all = words == null ? text : words + "\n" + text;
        return all.length() <= LONGEST_WORDS ? all : all.substring(0, LONGEST_WORDS);
    }
}
