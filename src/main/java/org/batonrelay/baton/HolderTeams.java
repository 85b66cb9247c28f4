package org.batonrelay.baton;

import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** The team in whose hours a holder works. */
@Component
public class HolderTeams {

    private final People people;

    HolderTeams(People people) {
        this.people = people;
    }

    /** Somebody in several teams works in the hours of the one that this leg belongs to. */
    public String of(Holder holder, Leg leg) {
        return holder.isGroup() ? holder.id() : people.teamOf(holder.id(), usual(leg));
    }

    /** Whether this holder is the group, or one of it. */
    public boolean belongsTo(Holder holder, String group) {
        return holder.isGroup() ? holder.id().equals(group) : people.isIn(holder.id(), group);
    }

    private static String usual(Leg leg) {
        return switch (leg) {
            case CAPTURE -> "marketing";
            case QUALIFICATION -> "sdr";
            case DEAL -> "ae";
            case ONBOARDING -> "csm";
        };
    }
}
