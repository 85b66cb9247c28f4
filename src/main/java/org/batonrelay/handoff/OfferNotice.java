package org.batonrelay.handoff;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.engine.Errand;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.LeadTasks;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mail to those who are to act on an offer, with a link to the task: once to a group with an address of its own,
 * else to each member. Says nothing any more when the task is gone.
 */
@Component
class OfferNotice implements Errand {

    static final String NAME = "offer-notice";

    private final Offers offers;
    private final OfferWords words;
    private final Receivers receivers;
    private final LeadTasks open;
    private final Leads leads;
    private final Contacts contacts;
    private final Facts facts;
    private final People people;
    private final Post post;
    private final String baseUrl;

    OfferNotice(
            Offers offers,
            OfferWords words,
            Receivers receivers,
            LeadTasks open,
            Leads leads,
            Contacts contacts,
            Facts facts,
            People people,
            Post post,
            @Value("${baton.base-url}") String baseUrl) {
        this.offers = offers;
        this.words = words;
        this.receivers = receivers;
        this.open = open;
        this.leads = leads;
        this.contacts = contacts;
        this.facts = facts;
        this.people = people;
        this.post = post;
        this.baseUrl = baseUrl;
    }

    static String payload(LedgerEntry entry) {
        return entry.type().name() + " " + entry.detail().get("offerId") + " " + entry.id();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        String[] about = payload.split(" ");
        EntryType type = EntryType.valueOf(about[0]);
        Offer offer = offers.find(about[1]).orElseThrow();
        if (!isStale(offer, type)) {
            open.find(offer.reference(), tasks(type)).ifPresent(task -> tell(offer, type, task, about[2]));
        }
    }

    private void tell(Offer offer, EntryType type, String task, String entry) {
        Map<String, Object> model = model(offer, task);
        for (Person person : addressees(offer, type)) {
            if (person.email() != null) {
                post.send(new Letter(
                        "offer:" + entry + ":" + person.id(),
                        "baton-" + type.id().substring("handoff.".length()),
                        Locale.ENGLISH,
                        person.name(),
                        person.email(),
                        model,
                        offer.reference().value(),
                        null,
                        null,
                        true,
                        null,
                        List.of()));
            }
        }
    }

    /** A mail that had to wait for its server may come too late. */
    private boolean isStale(Offer offer, EntryType type) {
        boolean ofOpenOffer = type != EntryType.HANDOFF_RETURNED && type != EntryType.HANDOFF_DROPPED;
        return ofOpenOffer
                ? !offer.isOpen()
                : !offers.last(offer.reference()).id().equals(offer.id());
    }

    private static String[] tasks(EntryType type) {
        return switch (type) {
            case HANDOFF_ESCALATED -> new String[] {"unblockBaton"};
            case HANDOFF_RETURNED -> new String[] {"prepareBrief", "settleReturns"};
            case HANDOFF_DROPPED -> new String[] {"decideDropped"};
            default -> new String[] {Ladder.TAKE_BATON};
        };
    }

    private List<Person> addressees(Offer offer, EntryType type) {
        return switch (type) {
            case HANDOFF_WIDENED -> offer.backupGroup() == null ? List.of() : people.addressesOf(offer.backupGroup());
            case HANDOFF_ESCALATED -> addresses(receivers.managersBeside(offer.giver(), offer.managerGroup()));
            case HANDOFF_RETURNED ->
                open.find(offer.reference(), "settleReturns").isPresent()
                        ? people.addressesOf(offer.managerGroup())
                        : addresses(offer.giver().value());
            case HANDOFF_DROPPED -> people.addressesOf(offer.managerGroup());
            default -> addresses(offer.candidates());
        };
    }

    /** @param written {@code group:} and a group id, or user ids with commas between */
    private List<Person> addresses(String written) {
        return Arrays.stream(written.split(","))
                .filter(one -> !one.isBlank())
                .map(Holder::new)
                .flatMap(
                        one -> one.isGroup() ? people.addressesOf(one.id()).stream() : people.person(one.id()).stream())
                .toList();
    }

    private Map<String, Object> model(Offer offer, String task) {
        Map<String, String> known = facts.of(offer.reference());
        Optional<Contact> contact = contacts.main(offer.reference());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("organisation", leads.get(offer.reference()).organisation());
        model.put("reference", offer.reference().value());
        model.put("contact", contact.map(Contact::name).orElse("unknown"));
        model.put("needs", known.getOrDefault("needs", "unknown"));
        model.put("exchange", words.exchange(offer.exchange()));
        model.put("giver", words.name(offer.giver()));
        model.put("receiver", words.name(offer.receiver()));
        model.put("by", words.person(offer.settledBy()));
        model.put("takeBy", words.takeBy(offer));
        model.put("reason", offer.reason() == null ? "" : words.code(offer.reason()));
        model.put("note", offer.note() == null ? "" : offer.note());
        model.put("link", baseUrl + "/camunda/app/tasklist/default/#/?task=" + task);
        return model;
    }
}
