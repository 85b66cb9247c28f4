package org.batonrelay.offer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.Shared;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.handoff.Ladder;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.handoff.Receivers;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The notice to those who are to act on an offer, with a link to the task. Says nothing any more when the task is
 * gone.
 */
@Component
class OfferNotice implements Errand<OfferNotice.News> {

    static final ErrandName<News> NAME = new ErrandName<>("offer-notice", News.class);

    record News(EntryType type, String offer, long entry) {}

    private final Offers offers;
    private final OfferWords words;
    private final Receivers receivers;
    private final LeadTasks open;
    private final OfferLinks links;
    private final Leads leads;
    private final Contacts contacts;
    private final Facts facts;
    private final SharedFields shared;
    private final OfferGist gist;
    private final Notices notices;
    private final String baseUrl;

    OfferNotice(
            Offers offers,
            OfferWords words,
            Receivers receivers,
            LeadTasks open,
            OfferLinks links,
            Leads leads,
            Contacts contacts,
            Facts facts,
            SharedFields shared,
            OfferGist gist,
            Notices notices,
            @Value("${baton.base-url}") String baseUrl) {
        this.offers = offers;
        this.words = words;
        this.receivers = receivers;
        this.open = open;
        this.links = links;
        this.leads = leads;
        this.contacts = contacts;
        this.facts = facts;
        this.shared = shared;
        this.gist = gist;
        this.notices = notices;
        this.baseUrl = baseUrl;
    }

    @Override
    public ErrandName<News> name() {
        return NAME;
    }

    @Override
    public void run(News told) {
        EntryType type = told.type();
        Offer offer = offers.find(told.offer()).orElseThrow();
        if (!isStale(offer, type)) {
            open.find(offer.reference(), tasks(type)).ifPresent(task -> tell(offer, task, told));
        }
    }

    private void tell(Offer offer, String task, News told) {
        EntryType type = told.type();
        Map<String, Object> model = model(offer, task);
        for (Holder reader : readers(offer, type)) {
            Notice notice = Notice.of(
                            "offer:" + told.entry(),
                            "baton-" + type.id().substring("handoff.".length()),
                            Recipient.of(reader.value()))
                    .about(offer.reference().value())
                    .showing(seen(offer, reader, model))
                    .toldBy(NAME, told);
            notices.tell(
                    switch (type) {
                        case HANDOFF_DROPPED -> notice.atOnce();
                        case HANDOFF_OFFERED, HANDOFF_REMINDED, HANDOFF_WIDENED -> answerable(notice, offer);
                        default -> notice;
                    });
        }
    }

    private Map<String, Object> seen(Offer offer, Holder reader, Map<String, Object> model) {
        Shared seen = shared.with(reader, offer.reference());
        Map<String, Object> said = seen.words(model);
        said.put("giver", words.giver(offer, seen));
        said.put("receiver", words.receiver(offer, seen));
        said.putAll(gist.of(offer, seen));
        return said;
    }

    /** With a link of each reader's own, and where a chat has buttons, with these. */
    private Notice answerable(Notice notice, Offer offer) {
        return notice.showingEach(reader -> Map.of("answer", links.pageOf(offer, reader)))
                .replaceable(OfferOutcome.topic(offer.id()))
                .with(new Notice.Button("I take the baton", AcceptInSlack.ACTION, offer.id()))
                .with(new Notice.Button("Return it …", ReturnInSlack.ACTION, offer.id()));
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

    private List<Holder> readers(Offer offer, EntryType type) {
        Holder managers = Holder.group(offer.managerGroup());
        return switch (type) {
            case HANDOFF_WIDENED ->
                offer.backupGroup() == null ? List.of() : List.of(Holder.group(offer.backupGroup()));
            case HANDOFF_ESCALATED -> holders(receivers.managersBeside(offer.giver(), offer.managerGroup()));
            case HANDOFF_RETURNED ->
                open.find(offer.reference(), "settleReturns").isPresent() ? List.of(managers) : List.of(offer.giver());
            case HANDOFF_DROPPED -> List.of(managers);
            default -> holders(offer.candidates());
        };
    }

    /** @param written {@code group:} and a group id, or user ids with commas between */
    private static List<Holder> holders(String written) {
        return Arrays.stream(written.split(","))
                .filter(one -> !one.isBlank())
                .map(Holder::new)
                .toList();
    }

    private Map<String, Object> model(Offer offer, String task) {
        Map<String, String> known = facts.of(offer.reference());
        Optional<Contact> contact = contacts.main(offer.reference());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("organisation", leads.organisationOf(offer.reference()));
        model.put("reference", offer.reference().value());
        model.put("contact", contact.map(Contact::name).orElse("unknown"));
        model.put("back", known.containsKey("sentBack"));
        model.put("sentBack", known.getOrDefault("sentBack", ""));
        model.put("exchange", words.exchange(offer.exchange()));
        model.put("giver", words.name(offer.giver()));
        model.put("receiver", words.receiver(offer));
        model.put("forOne", offer.isForOne());
        model.put("by", words.person(offer.settledBy()));
        model.put("takeBy", words.takeBy(offer));
        model.put("reason", offer.reason() == null ? "" : words.code(offer.reason()));
        model.put("note", offer.note() == null ? "" : offer.note());
        model.put("link", baseUrl + "/camunda/app/tasklist/default/#/?task=" + task);
        return model;
    }
}
