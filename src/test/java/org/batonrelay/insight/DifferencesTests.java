package org.batonrelay.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.batonrelay.insight.Differences.Piece;
import org.junit.jupiter.api.Test;

/** E4: old and new of a heading, word by word. */
class DifferencesTests {

    @Test
    void tellsTheWordsThatWentAndThoseThatCame() {
        assertThat(Differences.between("Start in March, decision in January.", "Start in April, decision in January."))
                .containsExactly(
                        new Piece("same", "Start in "),
                        new Piece("gone", "March"),
                        new Piece("new", "April"),
                        new Piece("same", ", decision in January."));
    }

    @Test
    void takesNothingForAnEmptyText() {
        assertThat(Differences.between(null, "A second vendor")).containsExactly(new Piece("new", "A second vendor"));
        assertThat(Differences.between("A second vendor", null)).containsExactly(new Piece("gone", "A second vendor"));
    }

    @Test
    void keepsLineBreaksAndWhateverPeopleWrite() {
        assertThat(Differences.between("a\nb", "a\n<b>"))
                .containsExactly(
                        new Piece("same", "a\n"), new Piece("new", "<"), new Piece("same", "b"), new Piece("new", ">"));
        assertThat(Differences.between("", " \n 👍 €5?!"))
                .extracting(Piece::text)
                .containsExactly(" \n 👍 €5?!");
    }
}
