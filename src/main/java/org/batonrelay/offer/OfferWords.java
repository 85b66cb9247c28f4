package org.batonrelay.offer;

import java.time.Instant;
import java.util.stream.Stream;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Shared;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.handoff.Offer;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An offer as people read it: names instead of ids, times of the receiving team. */
@Component
class OfferWords {

    private final People people;
    private final BusinessCalendar calendar;

    OfferWords(People people, BusinessCalendar calendar) {
        this.people = people;
        this.calendar = calendar;
    }

    String exchange(Exchange exchange) {
        return exchange.label();
    }

    /** Who gives it, by name to those who may know our people by name. */
    String giver(Offer offer, Shared shared) {
        return shared.shows("colleagues")
                ? name(offer.giver())
                : people.groupName(offer.exchange().from());
    }

    /** To whom it goes: the person where it is held out to one, by name to those who may know our people by name. */
    String receiver(Offer offer, Shared shared) {
        return shared.shows("colleagues")
                ? receiver(offer)
                : people.groupName(
                        offer.receiver().isGroup()
                                ? offer.receiver().id()
                                : offer.exchange().to());
    }

    String receiver(Offer offer) {
        return name(offer.isForOne() ? new Holder(offer.candidates()) : offer.receiver());
    }

    String name(Holder holder) {
        return holder.isGroup() ? people.groupName(holder.id()) : person(holder.id());
    }

    String person(@Nullable String id) {
        return id == null ? "somebody" : people.person(id).map(Person::name).orElse(id);
    }

    /** A code of a form, such as {@code information-missing}, as words. */
    String code(String code) {
        return code.equals("other") ? "something else" : code.replace('-', ' ');
    }

    String time(Instant at, String team) {
        return WrittenDates.moment(at, calendar.zone(team));
    }

    /** By when it should be taken: before a manager is asked, else before it is dropped. */
    String takeBy(Offer offer) {
        return Stream.of(offer.escalateAt(), offer.dropAt())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(at -> time(at, offer.team()))
                .orElse("whenever it suits");
    }

    /** What became of an offer, for whoever did not decide it. */
    String outcome(Offer offer) {
        String by = person(offer.settledBy());
        return switch (offer.outcome()) {
            case OPEN -> "It is still offered.";
            case ACCEPTED -> "Taken by " + by + ".";
            case RETURNED -> by + " has returned it to " + name(offer.giver()) + ", who mends it.";
            case NOT_OURS -> by + " said that it belongs to somebody else; it is offered on.";
            case DROPPED -> "Nobody took it in time. The managers decide about it now.";
            case EXPIRED -> "Nobody took it in time. It is offered to others now.";
            case REASSIGNED -> by + " has given it to somebody else.";
            case RECALLED -> by + " has recalled it: the offer is withdrawn.";
            case TAKEN -> by + " has taken it over as a manager.";
            case CLOSED -> "The lead was closed; there is nothing to do any more.";
        };
    }

    /** The same for whoever decided it. */
    String ownOutcome(Offer offer) {
        return switch (offer.outcome()) {
            case ACCEPTED -> "You have taken it: the baton is yours.";
            case RETURNED -> "You have returned it to " + name(offer.giver()) + ", who mends it.";
            case NOT_OURS -> "You said that it belongs to somebody else; it is offered on.";
            case REASSIGNED -> "You have given it to somebody else.";
            case RECALLED -> "You have recalled it: the offer is withdrawn.";
            case TAKEN -> "You have taken it over as a manager.";
            default -> outcome(offer);
        };
    }
}
