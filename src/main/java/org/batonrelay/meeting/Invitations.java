package org.batonrelay.meeting;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Invites those who meet to a meeting, and takes invitations back from whoever has one. Speaks SMTP. */
@Component
public class Invitations {

    private final WhoMeets who;
    private final GuestBook book;
    private final Contacts contacts;
    private final People people;
    private final InvitationLetters letters;

    Invitations(WhoMeets who, GuestBook book, Contacts contacts, People people, InvitationLetters letters) {
        this.who = who;
        this.book = book;
        this.contacts = contacts;
        this.people = people;
        this.letters = letters;
    }

    /**
     * Whoever is invited by the summary is left to it.
     *
     * @param again whether they knew of it, and now it is at another time
     */
    void invite(Meeting meeting, boolean again) {
        InvitationNews news = again ? InvitationNews.NEW_TIME : InvitationNews.FIRST;
        // asked before the book is read: a summary that leaves in between is in the book by then
        List<Contact> left = leftToSummary(meeting);
        Set<String> have = book.have(meeting);
        who.clients(meeting.reference()).stream()
                .filter(it -> have.contains(key(it)) || !left.contains(it))
                .forEach(it -> invite(meeting, it, news));
        who.ours(meeting).forEach(it -> invite(meeting, it, news));
    }

    /** Whoever has not got it, where some have. */
    void inviteOthers(Meeting meeting) {
        Set<String> have = book.have(meeting);
        joining(meeting).forEach(it -> invite(meeting, it, InvitationNews.FIRST));
        oursJoining(meeting, have).forEach(it -> invite(meeting, it, InvitationNews.FIRST));
    }

    /** @param again whether it may go to somebody who has got it before */
    boolean isToEnclose(Meeting meeting, Contact contact, boolean again) {
        return who.isInvited(contact) && (again || !book.have(meeting).contains(key(contact)));
    }

    /** It goes to them with a summary. */
    void enclosed(Meeting meeting, Contact contact) {
        book.gets(meeting, key(contact));
    }

    /** Somebody else looks after the client: everybody's entry names them, and whoever has given the lead away is free. */
    void passOn(Meeting meeting) {
        Set<String> have = book.have(meeting);
        clients(meeting, have).stream()
                .filter(who::isInvited)
                .forEach(it -> invite(meeting, it, InvitationNews.NEW_HOST));
        List<Person> ours = who.ours(meeting);
        ours.forEach(it -> invite(meeting, it, InvitationNews.FIRST));
        ours(meeting, have).stream().filter(it -> !ours.contains(it)).forEach(it -> release(meeting, it));
    }

    /** Those who were invited before anybody noted who was, are who would be invited today. */
    void cancel(Meeting meeting) {
        Set<String> have = book.have(meeting);
        (have.isEmpty() ? who.clients(meeting.reference()) : clients(meeting, have)).forEach(it -> cancel(meeting, it));
        (have.isEmpty() ? who.ours(meeting) : ours(meeting, have)).forEach(it -> cancel(meeting, it));
    }

    /** Whether somebody has joined or left since. */
    boolean isWrong(Meeting meeting) {
        Set<String> have = book.have(meeting);
        return !joining(meeting).isEmpty()
                || !oursJoining(meeting, have).isEmpty()
                || !leaving(meeting, have).isEmpty()
                || !oursLeaving(meeting, have).isEmpty();
    }

    /** Invites whoever has not got it, and takes it back from whoever is no guest any more. */
    void putRight(Meeting meeting) {
        Set<String> have = book.have(meeting);
        joining(meeting).forEach(it -> invite(meeting, it, InvitationNews.FIRST));
        oursJoining(meeting, have).forEach(it -> invite(meeting, it, InvitationNews.FIRST));
        leaving(meeting, have).forEach(it -> cancel(meeting, it));
        oursLeaving(meeting, have).forEach(it -> release(meeting, it));
    }

    private List<Contact> joining(Meeting meeting) {
        // in this order, as above
        List<Contact> left = leftToSummary(meeting);
        Set<String> have = book.have(meeting);
        return who.clients(meeting.reference()).stream()
                .filter(it -> !have.contains(key(it)) && !left.contains(it))
                .toList();
    }

    private List<Contact> leftToSummary(Meeting meeting) {
        return who.clients(meeting.reference()).stream()
                .filter(it -> who.isToldBySummary(meeting, it))
                .toList();
    }

    private List<Person> oursJoining(Meeting meeting, Set<String> have) {
        return who.ours(meeting).stream().filter(it -> !have.contains(key(it))).toList();
    }

    private List<Contact> leaving(Meeting meeting, Set<String> have) {
        return clients(meeting, have).stream().filter(it -> !who.isInvited(it)).toList();
    }

    private List<Person> oursLeaving(Meeting meeting, Set<String> have) {
        List<Person> today = who.ours(meeting);
        return ours(meeting, have).stream().filter(it -> !today.contains(it)).toList();
    }

    /** Those of the client's people who have it. */
    private List<Contact> clients(Meeting meeting, Set<String> have) {
        return contacts.of(meeting.reference()).stream()
                .filter(it -> it.email() != null && have.contains(key(it)))
                .toList();
    }

    /** Those of ours who have it; a host may be a group with an address. */
    private List<Person> ours(Meeting meeting, Set<String> have) {
        List<String> clients =
                clients(meeting, have).stream().map(Invitations::key).toList();
        return Stream.concat(
                        who.host(meeting).filter(it -> have.contains(key(it))).stream(),
                        have.stream()
                                .filter(it -> !clients.contains(it))
                                .flatMap(it -> people.withAddress(it).stream()))
                .distinct()
                .toList();
    }

    private void invite(Meeting meeting, Contact contact, InvitationNews news) {
        letters.toClient(meeting, contact, "invitation", news);
        book.gets(meeting, key(contact));
    }

    private void invite(Meeting meeting, Person person, InvitationNews news) {
        letters.toOurs(meeting, person, "invitation-to-us", news);
        book.gets(meeting, key(person));
    }

    private void cancel(Meeting meeting, Contact contact) {
        if (contact.reachable()) {
            letters.toClient(meeting, contact, "cancellation", InvitationNews.FIRST);
        }
        book.loses(meeting, key(contact));
    }

    private void cancel(Meeting meeting, Person person) {
        letters.toOurs(meeting, person, "cancellation-to-us", InvitationNews.FIRST);
        book.loses(meeting, key(person));
    }

    /** It takes place without them. */
    private void release(Meeting meeting, Person person) {
        letters.toOurs(meeting, person, "cancellation-for-helper", InvitationNews.FIRST);
        book.loses(meeting, key(person));
    }

    private static String key(Contact contact) {
        return GuestBook.key(String.valueOf(contact.email()));
    }

    private static String key(Person person) {
        return GuestBook.key(String.valueOf(person.email()));
    }
}
