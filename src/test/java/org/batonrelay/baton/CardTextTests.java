package org.batonrelay.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardTextTests {

    @Test
    void leavesNoMarkupInWhatStrangersWrote() {
        Map<String, Object> card = CardText.harmless(Map.of(
                "facts",
                Map.of("needs", "![p](http://evil/p.png)", "message", "<img src=x>"),
                "notes",
                List.of("# Big")));

        assertThat(card.toString())
                .doesNotContain("![", "<img", "# Big")
                .contains("&#33;&#91;p&#93;(http://evil/p.png)");
    }

    @Test
    void leavesPlainWordsTruthAndTitlesAsTheyAre() {
        Map<String, Object> card = Map.of(
                "organisation",
                "Ben & Sons",
                "flags",
                List.of("only one contact on the client's side"),
                "flagged",
                true,
                "contact",
                Map.of("email", "anna_b+x@acme.com"),
                "offer",
                Map.of("passReason", "R&D is away"));

        assertThat(CardText.harmless(card)).isEqualTo(card);
    }

    /** Baton's own lines, which follow, would be drawn into their list or heading. */
    @Test
    void mailR7_linesThatBeginAListBeginNone() {
        Map<String, Object> card = CardText.harmless(Map.of(
                "text", "We need:\n1. a test\n 2) a price\n- a date\n+ Sam\n---\nVersion 1.5 - soon\n===\n    code"));

        assertThat(card.get("text"))
                .isEqualTo("We need:\n1&#46; a test\n&#160;2&#41; a price\n&#45; a date\n&#43; Sam\n&#45;--\n"
                        + "Version 1.5 - soon\n&#61;==\n&#160;&#160;&#160;&#160;code");
        assertThat(CardText.harmless(Map.of("email", "-", "phone", "+49 30", "budget", "1.5 - 2")))
                .isEqualTo(Map.of("email", "-", "phone", "+49 30", "budget", "1.5 - 2"));
    }
}
