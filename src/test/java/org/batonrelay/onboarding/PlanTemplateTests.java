package org.batonrelay.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PlanTemplateTests extends RunningBaton {

    @Autowired
    private BusinessCalendar hours;

    @Test
    void o4_putsRowsIntoPhasesEachBehindTheOneBefore() {
        PlanTemplate plan = read(row("Training", 2, null), row("Kickoff", 1, null), row("Go live", 3, null));

        assertThat(plan.phases()).extracting(PlanTemplate.Phase::number).containsExactly(1, 2, 3);
        assertThat(plan.phases()).extracting(PlanTemplate.Phase::opensAfter).containsExactly(null, 1, 2);
    }

    @Test
    void o4_aPhaseMayWaitForAnEarlierOneThanTheOneBefore() {
        PlanTemplate plan = read(row("Kickoff", 1, null), row("Go live", 3, 1));

        assertThat(plan.phases()).extracting(PlanTemplate.Phase::opensAfter).containsExactly(null, 1);
    }

    @Test
    void o4_aTableOfTheTimeBeforeThereWerePhasesPlansEverythingAtOnce() {
        Map<String, @Nullable Object> old = new HashMap<>(Map.of("what", "Kickoff", "side", "us", "dueAfter", "P5D"));
        Map<String, @Nullable Object> other = new HashMap<>(Map.of("what", "Access", "side", "us", "dueAfter", "P9D"));

        PlanTemplate plan = PlanTemplate.of(List.of(old, other), hours);

        assertThat(plan.phases()).singleElement().satisfies(phase -> {
            assertThat(phase.opensAfter()).isNull();
            assertThat(phase.items()).extracting(PlanTemplate.Item::what).containsExactly("Kickoff", "Access");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, would wait for itself for ever",
        "2, 3, would wait for itself for ever",
        "3, , which has nothing in it for this client",
        "4, 3, which has nothing in it for this client",
        "1, 1, It begins at once",
        "0, , Write a whole number from 1 on",
        "-1, , Write a whole number from 1 on",
        "2, 1.5, Write a whole number from 1 on",
        "two, , Write a whole number from 1 on"
    })
    void o4_saysClearlyWhatIsWrongWithAGateOnItselfOrAHole(String phase, @Nullable String opensAfter, String fault) {
        assertThatThrownBy(() -> read(row("Kickoff", 1, null), row("Training", phase, opensAfter)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("onboarding-plan: ")
                .hasMessageContaining(fault);
    }

    @Test
    void o4_refusesAPhaseThatOpensAfterTwo() {
        assertThatThrownBy(() -> read(row("A", 1, null), row("B", 2, null), row("C", 3, 1), row("D", 3, 2)))
                .hasMessageContaining("Say the same in each row of it");
    }

    @Test
    void refusesASideADurationOrAKindThatNobodyCanRead() {
        assertThatThrownBy(() -> read(with("side", "them"))).hasMessageContaining("Write us or client");
        assertThatThrownBy(() -> read(with("dueAfter", "soon"))).hasMessageContaining("soon");
        assertThatThrownBy(() -> read(with("kind", "party"))).hasMessageContaining("Write kickoff or nothing");
        assertThatThrownBy(() -> read(with("what", " "))).hasMessageContaining("what is done");
    }

    @Test
    void refusesAKickoffThatTheClientWouldSeeTo() {
        Map<String, @Nullable Object> kickoff = with("kind", "kickoff");
        kickoff.put("side", "client");

        assertThatThrownBy(() -> read(kickoff)).hasMessageContaining("which we see to. Write us");
    }

    @SafeVarargs
    private PlanTemplate read(Map<String, @Nullable Object>... rows) {
        return PlanTemplate.of(List.of(rows), hours);
    }

    private static Map<String, @Nullable Object> row(String what, Object phase, @Nullable Object opensAfter) {
        Map<String, @Nullable Object> row = new HashMap<>(Map.of("what", what, "side", "us", "dueAfter", "P5D"));
        row.put("phase", phase);
        row.put("opensAfter", opensAfter);
        return row;
    }

    private static Map<String, @Nullable Object> with(String output, String value) {
        Map<String, @Nullable Object> row = row("Kickoff", 1, null);
        row.put(output, value);
        return row;
    }
}
