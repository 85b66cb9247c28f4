package org.batonrelay.meeting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is invited to a lead's meetings. Of the client's people the main contact and whoever got the last summary, unless
 * the holder says otherwise; of ours the host, and whoever else takes part.
 */
@Component
@Transactional
public class WhoMeets {

    private final Contacts contacts;
    private final Summaries summaries;
    private final People people;
    private final GuestBook book;
    private final ObjectProvider<MeetingParty> parties;
    private final Errands errands;

    WhoMeets(
            Contacts contacts,
            Summaries summaries,
            People people,
            GuestBook book,
            ObjectProvider<MeetingParty> parties,
            Errands errands) {
        this.contacts = contacts;
        this.summaries = summaries;
        this.people = people;
        this.book = book;
        this.parties = parties;
        this.errands = errands;
    }

    /** The main contact first; only those whom mail reaches. */
    @Transactional(readOnly = true)
    public List<Contact> clients(LeadReference reference) {
        return contacts.of(reference).stream().filter(this::isInvited).toList();
    }

    @Transactional(readOnly = true)
    public boolean isInvited(Contact contact) {
        return contact.email() != null
                && contact.reachable()
                && book.isWanted(contact.id()).orElseGet(() -> contact.main() || isInTheTalk(contact));
    }

    /** Whether the summary that invites them is still to be sent to them. */
    boolean isToldBySummary(Meeting meeting, Contact contact) {
        return meeting.withSummary()
                && summaries.sentTo(contact.id()).stream().anyMatch(it -> it.status() == Summary.Status.WRITTEN);
    }

    private boolean isInTheTalk(Contact contact) {
        Optional<Summary> last = summaries.last(contact.reference());
        return last.isPresent() && summaries.sentTo(contact.id()).contains(last.get());
    }

    /** The holder wants this person at the coming meetings, or does not. */
    public void choose(Contact contact, boolean invited, String by) {
        book.want(contact.id(), invited, by);
        changed(contact.reference());
    }

    /** Somebody joins or leaves: their calendars are put right, for all coming meetings that anybody was invited to. */
    public void changed(LeadReference reference) {
        errands.later(null, TellGuests.NAME, reference.value());
    }

    /** The host first, where there is one with a mailbox. */
    List<Person> ours(Meeting meeting) {
        return Stream.concat(host(meeting).stream(), party(meeting)).distinct().toList();
    }

    Optional<Person> host(Meeting meeting) {
        return Optional.ofNullable(meeting.host()).map(Holder::new).flatMap(this::host);
    }

    /** Who invites to meetings while this is the holder. */
    Optional<Person> host(Holder holder) {
        return holder.isGroup()
                ? people.addressesOf(holder.id()).stream().findFirst()
                : people.person(holder.id()).filter(it -> it.email() != null);
    }

    private Stream<Person> party(Meeting meeting) {
        return parties.orderedStream()
                .flatMap(it -> it.of(meeting.uid()).stream())
                .distinct()
                .flatMap(it -> people.person(it).stream())
                .filter(it -> Objects.nonNull(it.email()));
    }
}
