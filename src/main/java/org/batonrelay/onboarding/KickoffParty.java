package org.batonrelay.onboarding;

import java.util.Collection;
import java.util.List;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.meeting.MeetingParty;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** Whoever sold to the client comes to the kickoff, too. */
@Component
class KickoffParty implements MeetingParty {

    private final ItemMeetings meetings;
    private final KickoffItems kickoffs;
    private final Promises promises;
    private final EarlierRunners runners;
    private final People people;

    KickoffParty(
            ItemMeetings meetings, KickoffItems kickoffs, Promises promises, EarlierRunners runners, People people) {
        this.meetings = meetings;
        this.kickoffs = kickoffs;
        this.promises = promises;
        this.runners = runners;
        this.people = people;
    }

    @Override
    public Collection<String> of(String meetingUid) {
        return meetings.promisesOf(meetingUid).stream()
                .filter(kickoffs::isKickoff)
                .findFirst()
                .map(promises::get)
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
