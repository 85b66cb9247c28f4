package org.batonrelay.relay;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.mail.HouseName;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Outbox;
import org.batonrelay.mail.Post;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the relay itself writes to the client. One letter per event and lead, however often a step is retried. Long
 * because every such letter is written here.
 */
@Component
class ClientLetters {

    private static final String LATER_START = "later-start";
    private static final String CSM = "csm";

    private final Leads leads;
    private final Contacts contacts;
    private final ContactLinks links;
    private final Ledger ledger;
    private final Batons batons;
    private final People people;
    private final Post post;
    private final Outbox outbox;
    private final HouseName house;
    private final BusinessCalendar hours;

    ClientLetters(
            Leads leads,
            Contacts contacts,
            ContactLinks links,
            Ledger ledger,
            Batons batons,
            People people,
            Post post,
            Outbox outbox,
            HouseName house,
            BusinessCalendar hours) {
        this.leads = leads;
        this.contacts = contacts;
        this.links = links;
        this.ledger = ledger;
        this.batons = batons;
        this.people = people;
        this.post = post;
        this.outbox = outbox;
        this.house = house;
        this.hours = hours;
    }

    void acknowledge(LeadReference reference) {
        write(reference, "acknowledge", personWhoHolds(reference), true, Map.of());
    }

    /** To somebody who has not written to us, when we are told to write first. */
    void writeFirst(LeadReference reference) {
        write(reference, "first-letter", null, true, Map.of());
    }

    /** Whoever the reader can ask for; null while that is a group, and the house writes. */
    private @Nullable String personWhoHolds(LeadReference reference) {
        Holder holder = batons.get(reference).holder();
        return holder.isGroup() ? null : holder.value();
    }

    /** It may be put off again, and the client hears of each date once. */
    void announceLaterStart(LeadReference reference, StartDay start) {
        String sender = passOfDeal(reference)
                .map(Pass::giver)
                .orElseGet(() -> batons.get(reference).holder().value());
        Map<String, Object> model = new HashMap<>(Map.of("giver", nameOf(sender), "readyOn", start.day()));
        Optional.ofNullable(start.told()).ifPresent(told -> model.put("told", told));
        write(laterStart(reference, start), reference, LATER_START, sender, false, model);
    }

    private static String laterStart(LeadReference reference, StartDay start) {
        return LATER_START + ":" + reference + ":" + start.day();
    }

    void announceDelay(LeadReference reference, String occasion, LocalDate promised, LocalDate day) {
        write(
                "delay:" + occasion,
                reference,
                "delay",
                personWhoHolds(reference),
                true,
                Map.of("promised", promised, "newDate", day));
    }

    /**
     * Nothing where the client keeps the contact they have. A start later than they were told is said first of all,
     * once: not where a mail of its own has said so. Whoever was introduced before hears of it by such a mail.
     *
     * @param start null where nobody has said from when
     */
    void introduce(LeadReference reference, @Nullable StartDay start) {
        Optional<StartDay> later = Optional.ofNullable(start)
                .filter(it -> it.told() != null && !isSent(laterStart(reference, it), reference));
        if (later.isPresent() && (passOfDeal(reference).isEmpty() || wasIntroducedBefore(reference))) {
            announceLaterStart(reference, later.get());
            return;
        }
        passOfDeal(reference).ifPresent(pass -> {
            Map<String, Object> model = new HashMap<>(Map.of(
                    "giver", nameOf(pass.giver()), "receiver", nameOf(pass.receiver()), "later", later.isPresent()));
            if (start != null) {
                model.put("readyOn", start.day());
                model.put("news", start.told() == null && start.day().isAfter(hours.today(CSM)));
            }
            Optional.ofNullable(start).map(StartDay::told).ifPresent(told -> model.put("told", told));
            write(reference, "introduction", pass.giver(), false, model);
        });
    }

    /** A customer who went back to the deal, and comes to onboarding once more. */
    private boolean wasIntroducedBefore(LeadReference reference) {
        return ledger.of(reference).stream()
                        .filter(entry -> entry.type() == EntryType.LEG_STARTED
                                && Leg.ONBOARDING.id().equals(entry.leg()))
                        .count()
                > 1;
    }

    private boolean isSent(String occasion, LeadReference reference) {
        return contacts.main(reference)
                .filter(contact -> outbox.isSent(occasion + ":" + contact.id()))
                .isPresent();
    }

    private void write(
            LeadReference reference,
            String template,
            @Nullable String sender,
            boolean automatic,
            Map<String, Object> more) {
        write(template + ":" + reference, reference, template, sender, automatic, more);
    }

    private void write(
            String occasion,
            LeadReference reference,
            String template,
            @Nullable String sender,
            boolean automatic,
            Map<String, Object> more) {
        Contact contact = contacts.main(reference).orElse(null);
        if (contact == null || contact.email() == null || !contact.reachable()) {
            return;
        }
        Map<String, Object> model = new HashMap<>();
        more.forEach((name, value) -> model.put(name, value instanceof LocalDate day ? inWords(day, contact) : value));
        model.put("name", contact.name());
        model.put("organisation", leads.shownAs(reference));
        model.put("page", links.pageOf(contact));
        model.put("signer", sender == null ? house.value() : nameOf(sender));
        post.send(new Letter(
                occasion + ":" + contact.id(),
                template,
                contact.locale(),
                contact.name(),
                contact.email(),
                model,
                reference.value(),
                sender == null ? null : nameOf(sender),
                links.replyAddressOf(contact),
                automatic,
                null,
                List.of()));
    }

    private static String inWords(LocalDate day, Contact reader) {
        return WrittenDates.day(day, reader.locale());
    }

    private record Pass(String giver, String receiver) {}

    /**
     * Who passed the deal to whom, empty where nobody did: the ledger knows, even when the mail goes out much later.
     * After a drop the giver is whoever the client knew before the managers held it.
     */
    private Optional<Pass> passOfDeal(LeadReference reference) {
        List<LedgerEntry> changes = ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.HOLDER_CHANGED
                        && Leg.DEAL.id().equals(entry.leg()))
                .toList();
        Optional<String> giver = changes.stream()
                .map(change -> String.valueOf(change.detail().get("from")))
                .filter(from -> !new Holder(from).isGroup())
                .reduce((earlier, later) -> later);
        return giver.map(from -> new Pass(
                from, String.valueOf(changes.get(changes.size() - 1).detail().get("to"))));
    }

    private String nameOf(String holder) {
        Holder who = new Holder(holder);
        return who.isGroup()
                ? people.groupName(who.id())
                : people.person(who.id()).map(Person::name).orElse(who.id());
    }
}
