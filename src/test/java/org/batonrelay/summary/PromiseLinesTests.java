package org.batonrelay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.batonrelay.summary.PromiseLines.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises as people type them. */
class PromiseLinesTests {

    @Test
    void readsWhoseItIsAndByWhenInAnyOrder() {
        LocalDate day = LocalDate.of(2027, 1, 5);

        assertThat(PromiseLines.read(
                        "- Send the price list | us | 2027-01-05\n\nName a contact | 5.1.2027 | them\nCall"))
                .containsExactly(
                        new Line("Send the price list", "us", day),
                        new Line("Name a contact", "client", day),
                        new Line("Call", "us", null));
    }

    /** A timer of such a year failed for ever, and the onboarding with it. */
    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "0000-01-01", "1.1.+99999", "3000-01-01"})
    void keepsAYearThatNobodyMeansAsText(String far) {
        assertThat(PromiseLines.read("Move in | us | " + far)).containsExactly(new Line("Move in, " + far, "us", null));
    }
}
