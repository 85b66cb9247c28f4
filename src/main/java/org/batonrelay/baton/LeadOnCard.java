package org.batonrelay.baton;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The head of the card: client, holder, flags, what was said where the lead came from, promises, next step. */
@Component
@Order(0)
class LeadOnCard implements CardPart {

    private final Leads leads;
    private final Contacts contacts;
    private final Facts facts;
    private final Batons batons;
    private final Promises promises;
    private final People people;
    private final HolderTeams teams;
    private final BusinessCalendar calendar;

    LeadOnCard(
            Leads leads,
            Contacts contacts,
            Facts facts,
            Batons batons,
            Promises promises,
            People people,
            HolderTeams teams,
            BusinessCalendar calendar) {
        this.leads = leads;
        this.contacts = contacts;
        this.facts = facts;
        this.batons = batons;
        this.promises = promises;
        this.people = people;
        this.teams = teams;
        this.calendar = calendar;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        Baton baton = batons.get(reference);
        List<Map<String, Object>> persons =
                contacts.of(reference).stream().map(LeadOnCard::card).toList();
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("reference", reference.value());
        card.put("organisation", leads.organisationOf(reference));
        card.put("holder", nameOf(baton.holder()));
        card.put(
                "holderSince",
                WrittenDates.moment(baton.holderSince(), calendar.zone(teams.of(baton.holder(), baton.leg()))));
        List<String> yellow = Stream.of(
                        baton.flags().stream().map(Flag::asSentence),
                        question(baton).stream(),
                        quiet(reference).map(it -> it.name() + " wants no automatic mail, so nobody reminds them"))
                .flatMap(Function.identity())
                .toList();
        card.put("flagged", !yellow.isEmpty());
        card.put("flags", yellow);
        card.put("contact", persons.isEmpty() ? Map.of("name", "unknown") : persons.get(0));
        card.put("contacts", persons);
        card.put("facts", facts(reference));
        card.put("nextStep", baton.nextStep() == null ? "none agreed" : baton.nextStep());
        card.put("nextStepOn", baton.nextStepOn() == null ? "" : WrittenDates.day(baton.nextStepOn()));
        card.put(
                "promises",
                promises.of(reference).stream().map(it -> card(it, baton)).toList());
        return card;
    }

    /** An empty one is shown as unknown, never hidden. */
    private Map<String, String> facts(LeadReference reference) {
        Map<String, String> known = facts.of(reference);
        Map<String, String> shown = new LinkedHashMap<>();
        Stream.concat(Facts.PROVENANCE.stream(), known.keySet().stream())
                .forEach(name -> shown.put(name, known.getOrDefault(name, "unknown")));
        return shown;
    }

    /** Only called the same as another client: who knows them first, says whether it is one. */
    private Optional<String> question(Baton baton) {
        boolean early = baton.leg() == Leg.CAPTURE || baton.leg() == Leg.QUALIFICATION;
        return Optional.ofNullable(facts.of(baton.reference()).get(Facts.LOOKS_LIKE))
                .filter(other -> early)
                .map(other -> "Called the same as " + other + ": say whether it is the same client");
    }

    private Stream<Contact> quiet(LeadReference reference) {
        return contacts.of(reference).stream().filter(it -> !it.wantsAutomaticMail());
    }

    /** {@code keeper} has it on their list: what the client does, the holder sees to. */
    private Map<String, Object> card(Promise promise, Baton baton) {
        boolean theirs = promise.side().equals("client");
        String ours = nameOf(theirs ? baton.holder() : new Holder(promise.owner()));
        return Map.of(
                "id", promise.id(),
                "what", promise.what(),
                "side", promise.side(),
                "owner", theirs ? "client" : ours,
                "keeper", ours,
                "dueOn", WrittenDates.day(promise.dueOn()),
                "state", promise.state());
    }

    private static Map<String, Object> card(Contact contact) {
        return Map.of(
                "name", contact.name(),
                "email", contact.email() == null ? "no e-mail" : contact.email(),
                "phone", contact.phone() == null ? "no phone" : contact.phone(),
                "role", contact.role() == null ? "role unknown" : contact.role());
    }

    private String nameOf(Holder holder) {
        return holder.isGroup()
                ? people.groupName(holder.id())
                : people.person(holder.id()).map(Person::name).orElse(holder.id());
    }
}
