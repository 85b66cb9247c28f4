package org.batonrelay.lead;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.mail.ReadersWishes;
import org.batonrelay.team.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants no mail that no person wrote: no automatic reply, no reminder, no notice. It holds for an address, on
 * whatever leads it stands; and from the commit on, because every mail asks before it is sent. What a person writes
 * still goes, and what our own people need to be told, even where one of them has tried a lead of their own.
 */
@Component
@Transactional
public class AutomaticMail implements ReadersWishes {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final ContactLinks links;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;
    private final OneAfterTheOther turns;

    AutomaticMail(
            JdbcClient jdbc,
            Contacts contacts,
            ContactLinks links,
            People people,
            Ledger ledger,
            Clock clock,
            OneAfterTheOther turns) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.links = links;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
        this.turns = turns;
    }

    /**
     * Stops it; {@code contact.opted-out} on every lead of this person.
     *
     * @param by who says so: {@code client:} and an address, or a user id
     * @return whether it was wanted until now; nothing is to be stopped for somebody without an address
     */
    public boolean stop(Contact contact, String by) {
        List<Contact> person = locked(contact);
        boolean change = person.stream().anyMatch(Contact::wantsAutomaticMail);
        if (change) {
            jdbc.sql("insert into automatic_mail_stop (email_key, stopped_at) values (:key, :now)")
                    .param("key", key(contact))
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
            record(person, EntryType.CONTACT_OPTED_OUT, by);
        }
        return change;
    }

    /** Takes it back; {@code contact.opted-in}. The same as {@link #stop} otherwise. */
    public boolean resume(Contact contact, String by) {
        List<Contact> person = locked(contact);
        boolean change = person.stream().anyMatch(it -> !it.wantsAutomaticMail());
        if (change) {
            jdbc.sql("delete from automatic_mail_stop where email_key = :key")
                    .param("key", key(contact))
                    .update();
            record(person, EntryType.CONTACT_OPTED_IN, by);
        }
        return change;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean wantsNothingAutomatic(String address) {
        return contacts.withAddress(address).stream().anyMatch(it -> !it.wantsAutomaticMail())
                && people.withAddress(address).isEmpty();
    }

    @Override
    public Optional<String> stopPage(String reference, String address) {
        return LeadReference.isOne(reference)
                ? contacts.find(new LeadReference(reference), address).map(it -> links.pageOf(it) + "/stop")
                : Optional.empty();
    }

    /** This person on each of their leads; two clicks at once are answered one after the other. */
    private List<Contact> locked(Contact contact) {
        if (contact.email() == null) {
            return List.of();
        }
        contacts.withAddress(contact.email()).stream()
                .map(it -> it.reference().value())
                .sorted()
                .forEach(turns::take);
        jdbc.sql("select id from contact where email_key = :key order by id for update")
                .param("key", key(contact))
                .query(String.class)
                .list();
        return contacts.withAddress(contact.email());
    }

    private void record(List<Contact> person, EntryType type, String by) {
        person.forEach(
                it -> ledger.append(NewEntry.of(it.reference(), type).by(by).with("contact", it.name())));
    }

    private static String key(Contact contact) {
        return MailAddress.read(Objects.requireNonNull(contact.email()))
                .orElseThrow()
                .key();
    }
}
