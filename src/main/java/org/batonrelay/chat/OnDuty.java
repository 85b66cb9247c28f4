package org.batonrelay.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HolderTeams;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers a visitor, and from when on. */
@Component
@Transactional(readOnly = true)
class OnDuty {

    /** Who answers whoever is not known yet. */
    private static final String FIRST_TEAM = "sdr";

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Batons batons;
    private final Offers offers;
    private final SharedFields shared;
    private final HolderTeams teams;
    private final People people;
    private final BusinessCalendar calendar;
    private final Clock clock;
    private final ChatTexts texts;

    OnDuty(
            Batons batons,
            Offers offers,
            SharedFields shared,
            HolderTeams teams,
            People people,
            BusinessCalendar calendar,
            Clock clock,
            ChatTexts texts) {
        this.batons = batons;
        this.offers = offers;
        this.shared = shared;
        this.teams = teams;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /** Those it is offered to, who are about to take it, unless they may not read what is said; else whoever holds it. */
    List<Holder> of(LeadReference reference) {
        return offers.open(reference)
                .map(offer -> offer.offeredTo().stream()
                        .filter(one -> shared.with(one, reference).shows("messages"))
                        .toList())
                .filter(them -> !them.isEmpty())
                .orElseGet(() -> List.of(batons.get(reference).holder()));
    }

    /** Whether somebody else than the holder is asked to take it. */
    boolean isOffered(LeadReference reference) {
        return offers.open(reference).isPresent();
    }

    String namesOf(LeadReference reference) {
        return of(reference).stream().map(this::nameOf).collect(Collectors.joining(", "));
    }

    /** Who answers whoever is not known yet. */
    String nameOfFirst() {
        return people.groupName(FIRST_TEAM);
    }

    String nameOf(Holder holder) {
        return holder.isGroup() ? people.groupName(holder.id()) : nameOf(holder.id());
    }

    String nameOf(String person) {
        return people.person(person).map(Person::name).orElse(person);
    }

    /** The zone of the house. */
    String zone() {
        return calendar.zone("").getId();
    }

    /** When they are closed: from when on somebody answers, in words. */
    Optional<String> closedUntil(LeadReference reference, Locale language) {
        Baton baton = batons.get(reference);
        String team = offers.open(reference).map(Offer::team).orElseGet(() -> teams.of(baton.holder(), baton.leg()));
        return closedUntil(team, language);
    }

    Optional<String> closedUntil(Locale language) {
        return closedUntil(FIRST_TEAM, language);
    }

    /** Open is when the next second is one of opening time. */
    private Optional<String> closedUntil(String team, Locale language) {
        Instant now = clock.instant();
        Instant due = calendar.due(now, MOMENT.toString(), "business", team);
        return due.equals(now.plus(MOMENT))
                ? Optional.empty()
                : Optional.of(DateTimeFormatter.ofPattern(texts.in(language, "when"), language)
                        .withZone(calendar.zone(team))
                        .format(due.minus(MOMENT)));
    }
}
