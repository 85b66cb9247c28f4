package org.batonrelay.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.batonrelay.baton.CardPart;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** The exchange on the card: who gives to whom, until when, why under yellow, and what the last return said. */
@Component
class OfferOnCard implements CardPart {

    private static final Map<String, String> NOTES = new TreeMap<>(Map.of(
            "note", "Note of the finder",
            "noteToSdr", "Note to the SDR",
            "noteToAe", "Note to the AE",
            "noteToCsm", "Note to the CSM",
            "noteToCustomerService", "Note to customer service"));

    private final Offers offers;
    private final Facts facts;
    private final OfferWords words;

    OfferOnCard(Offers offers, Facts facts, OfferWords words) {
        this.offers = offers;
        this.facts = facts;
        this.words = words;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        List<Offer> all = offers.of(reference);
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("returned", false);
        card.put("passedUnderYellow", false);
        card.put("notes", notes(facts.of(reference)));
        if (all.isEmpty()) {
            return card;
        }
        Offer offer = all.get(all.size() - 1);
        card.put("offer", offer(offer));
        card.put("passedUnderYellow", offer.passReason() != null);
        all.stream()
                .filter(it -> it.exchange() == offer.exchange() && it.outcome() == Offer.Outcome.RETURNED)
                .reduce((earlier, later) -> later)
                .ifPresent(returned -> {
                    card.put("returned", true);
                    card.put("return", returned(returned));
                });
        return card;
    }

    private Map<String, Object> offer(Offer offer) {
        return Map.of(
                "exchange", words.exchange(offer.exchange()),
                "from", words.name(offer.giver()),
                "to", words.receiver(offer),
                "offeredAt", words.time(offer.offeredAt(), offer.team()),
                "takeBy", words.takeBy(offer),
                "state", offer.outcome().id(),
                "passReason", offer.passReason() == null ? "" : offer.passReason(),
                "cause", offer.reason() == null ? "" : words.code(offer.reason()));
    }

    /** What each giver wanted the next one to know beyond the brief's questions. */
    private static List<Map<String, String>> notes(Map<String, String> known) {
        return NOTES.entrySet().stream()
                .filter(it -> known.containsKey(it.getKey()))
                .map(it -> Map.of("from", it.getValue(), "note", known.getOrDefault(it.getKey(), "")))
                .toList();
    }

    private Map<String, Object> returned(Offer offer) {
        return Map.of(
                "by", words.person(offer.settledBy()),
                "reason", offer.reason() == null ? "" : words.code(offer.reason()),
                "note", offer.note() == null ? "" : offer.note());
    }
}
