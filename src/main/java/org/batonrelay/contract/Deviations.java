package org.batonrelay.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Refusal;
import org.batonrelay.summary.PromiseLines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What legal accepts beside the standard terms is promised: onboarding has to decide on each of them, and the client
 * sees them.
 */
@Component
class Deviations {

    private static final int LONGEST = 1000;

    private final Promises promises;
    private final Batons batons;
    private final BusinessCalendar calendar;

    Deviations(Promises promises, Batons batons, BusinessCalendar calendar) {
        this.promises = promises;
        this.batons = batons;
        this.calendar = calendar;
    }

    /**
     * What names no date is due when the contract is to be signed, else with the next step.
     *
     * @param written one a line, as promises are written
     * @return how many there are
     * @throws Refusal when one of them is too long
     */
    int accept(ContractReview review, @Nullable String written) {
        Baton baton = batons.get(review.reference());
        LocalDate usual = Stream.of(review.terms().closeOn(), baton.nextStepOn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> calendar.today(Legal.GROUP));
        List<PromiseLines.Line> lines = PromiseLines.read(written);
        lines.stream().filter(line -> line.what().length() > LONGEST).findAny().ifPresent(line -> {
            throw new Refusal(
                    "Terms that differ: one of the lines has " + line.what().length() + " characters, more than "
                            + LONGEST + ". Say it shorter, or in two lines.");
        });
        lines.forEach(line -> promises.make(
                review.reference(),
                "contract",
                null,
                line.what(),
                line.side(),
                baton.holder().value(),
                Objects.requireNonNullElse(line.dueOn(), usual)));
        return lines.size();
    }
}
