package org.batonrelay.summary;

import java.time.Clock;
import java.time.LocalDate;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form of a new summary starts from the last version, from what somebody has mailed of it, and from the day that
 * was agreed since, such as the meeting that was fixed on the form before; what is new each time starts empty.
 */
@Component
class PrefillSummary implements TaskListener {

    private final Beginnings beginnings;
    private final Summaries summaries;
    private final Drafts drafts;
    private final PitchWords pitchWords;
    private final Batons batons;
    private final AgreedDates dates;
    private final Clock clock;

    PrefillSummary(
            Beginnings beginnings,
            Summaries summaries,
            Drafts drafts,
            PitchWords pitchWords,
            Batons batons,
            AgreedDates dates,
            Clock clock) {
        this.beginnings = beginnings;
        this.summaries = summaries;
        this.drafts = drafts;
        this.pitchWords = pitchWords;
        this.batons = batons;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        beginnings.of(Variables.reference(task.getExecution())).forEach(task.getExecution()::setVariable);
        task.getExecution().setVariable("nextStepOn", agreedSince(Variables.reference(task.getExecution())));
        task.getExecution().setVariable("promises", null);
        task.getExecution().setVariable("alsoTo", null);
        task.getExecution().setVariable("announced", false);
        task.getExecution().setVariable(PitchWords.VARIABLE, pitchWords.inOneLine());
        drafts.of(Variables.reference(task.getExecution())).forEach(task.getExecution()::setVariable);
    }

    /**
     * A day that the last summary names is not agreed anew by being there, and of a day that is today only a
     * qualification knows that it lies ahead: in a deal the meeting of today is what the summary is written about.
     */
    private @Nullable String agreedSince(LeadReference reference) {
        Baton baton = batons.get(reference);
        LocalDate day = baton.nextStepOn();
        LocalDate today = dates.day(clock.instant(), dates.teamOf(reference));
        if (day == null || day.isBefore(today) || day.isEqual(today) && baton.leg() != Leg.QUALIFICATION) {
            return null;
        }
        boolean said = summaries
                .last(reference)
                .filter(last -> day.equals(last.nextStepOn()))
                .isPresent();
        return said ? null : day.toString();
    }
}
