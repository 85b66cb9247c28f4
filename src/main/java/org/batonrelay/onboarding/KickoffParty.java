package org.batonrelay.onboarding;

import java.util.Collection;
import java.util.List;
import org.batonrelay.deal.MeetingParty;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.EarlierRunners;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Promise;
import org.batonrelay.relay.Promises;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** Whoever sold to the client comes to the kickoff, too. */
@Component
class KickoffParty implements MeetingParty {

    private final ItemMeetings meetings;
    private final PlanPhases phases;
    private final Promises promises;
    private final EarlierRunners runners;
    private final People people;

    KickoffParty(ItemMeetings meetings, PlanPhases phases, Promises promises, EarlierRunners runners, People people) {
        this.meetings = meetings;
        this.phases = phases;
        this.promises = promises;
        this.runners = runners;
        this.people = people;
    }

    @Override
    public Collection<String> of(String meetingUid) {
        return meetings.promiseOf(meetingUid)
                .flatMap(phases::item)
                .filter(item -> PlanTemplate.KICKOFF.equals(item.kind()) && item.promiseId() != null)
                .map(item -> promises.get(String.valueOf(item.promiseId())))
                .map(Promise::reference)
                .map(this::seller)
                .orElse(List.of());
    }

    private List<String> seller(LeadReference reference) {
        return runners.of(reference).stream()
                .filter(runner -> !runner.isGroup() && people.isIn(runner.id(), "ae"))
                .map(Holder::id)
                .limit(1)
                .toList();
    }
}
