package org.batonrelay.deal;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A day on which the AE and the client talk again. Each returns the variables that a deal goes on with. */
@Component
class FollowUps {

    private static final String NONE = "none";

    private final Batons batons;
    private final AgreedDates dates;

    FollowUps(Batons batons, AgreedDates dates) {
        this.batons = batons;
        this.dates = dates;
    }

    /** @throws Refusal when the day is missing or past */
    Map<String, Object> later(LeadReference reference, @Nullable String on) {
        return agree(reference, "Talk again", on);
    }

    /**
     * Information goes to the client. It is a next step only with a day on which it is talked about; without one the
     * AE says why, and that is a shortcut under a yellow flag.
     *
     * @param agreed {@code none} where nothing is agreed
     * @throws Refusal without a day, or without a reason for none
     */
    Map<String, Object> afterInformation(
            LeadReference reference, @Nullable String agreed, @Nullable String on, @Nullable String whyNone) {
        if (!NONE.equals(agreed)) {
            return agree(reference, "Talk about the information sent", on);
        }
        if (whyNone == null) {
            throw new Refusal("Why is no day agreed: please say it, or agree a day with the client.");
        }
        batons.recordDeparture(reference, "sent information without an agreed follow-up", whyNone);
        batons.raise(reference, Flag.NO_NEXT_STEP, "information was sent, and nothing is agreed");
        return Map.of();
    }

    private Map<String, Object> agree(LeadReference reference, String what, @Nullable String on) {
        String team = dates.teamOf(reference);
        LocalDate day = dates.ahead("Talk again on", on, team);
        batons.agreeNextStep(reference, what, day);
        return Map.of(DealVariables.TRY_AGAIN_AT, Date.from(dates.opening(day, team)));
    }
}
