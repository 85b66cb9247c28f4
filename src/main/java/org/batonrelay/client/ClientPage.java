package org.batonrelay.client;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one contact sees: only what was sent to them, and in words that need no knowledge of the house. Names and texts
 * are as people typed them; the page escapes them.
 *
 * @param holderName who looks after them today
 * @param summary the newest one sent to them, or null
 * @param answerAwaited whether their word on it is wanted
 * @param done what is kept, or no longer planned
 */
public record ClientPage(
        String contactName,
        String holderName,
        @Nullable Talk summary,
        boolean answerAwaited,
        List<Item> open,
        List<Item> done) {

    /**
     * @param state what has become of it, as the page's texts name it; null while it is open
     * @param confirmable whether the button to confirm is shown
     * @param correctable whether the form to put things right is shown
     */
    public record Talk(
            String id,
            int version,
            @Nullable String sentOn,
            String nextStepOn,
            List<Heading> headings,
            @Nullable String state,
            @Nullable String answeredOn,
            boolean confirmable,
            boolean correctable) {}

    public record Heading(String name, @Nullable String text) {}

    /** @param state as the page's texts name it */
    public record Item(String side, String what, String by, String state, LocalDate dueOn) {}
}
