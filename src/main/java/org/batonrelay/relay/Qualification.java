package org.batonrelay.relay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The leg in which a lead is called and judged. */
@Component
class Qualification {

    /** What was filled in beside the verdict; dates as forms send them. */
    record Said(
            @Nullable String meetingOn,
            @Nullable String tryAgainOn,
            @Nullable String recycleOn,
            @Nullable String notAsAdvertised) {}

    private final Batons batons;
    private final Advertising advertising;
    private final AgreedDates dates;
    private final Facts facts;

    Qualification(Batons batons, Advertising advertising, AgreedDates dates, Facts facts) {
        this.batons = batons;
        this.advertising = advertising;
        this.dates = dates;
        this.facts = facts;
    }

    /**
     * @return the variables that follow from it
     * @throws org.batonrelay.engine.Refusal when a date lies in the past
     */
    Map<String, Object> record(LeadReference reference, Verdict verdict, Said said, int tries) {
        batons.touch(reference);
        if (said.notAsAdvertised() != null) {
            advertising.mismatch(reference, said.notAsAdvertised());
        }
        String team = dates.teamOf(reference);
        return switch (verdict) {
            case QUALIFIED -> meet(reference, said, team);
            case NOT_REACHED -> tryAgain(reference, said, team, tries + 1);
            case RECYCLE -> {
                dates.ahead("Wake it on", said.recycleOn(), team);
                yield Map.of();
            }
            case DISQUALIFIED -> Map.of();
        };
    }

    private Map<String, Object> meet(LeadReference reference, Said said, String team) {
        Instant at = dates.timeAhead("Meeting with the AE", said.meetingOn(), team);
        batons.agreeNextStep(reference, "Meeting", dates.day(at, team));
        // for whoever is offered the lead: it stands in the diary only once a deal has begun
        facts.say(reference, "meeting", dates.inWords(at, team), CurrentActor.name());
        return Map.of();
    }

    private Map<String, Object> tryAgain(LeadReference reference, Said said, String team, int tries) {
        LocalDate day = dates.ahead("Try again on", said.tryAgainOn(), team);
        batons.agreeNextStep(reference, "Call again", day);
        return Map.of(LegVariables.TRIES, tries, LegVariables.TRY_AGAIN_AT, Date.from(dates.opening(day, team)));
    }
}
