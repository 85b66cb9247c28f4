package org.batonrelay.relay;

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
}
