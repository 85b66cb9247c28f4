package org.batonrelay.offer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.CardPart;
import org.batonrelay.baton.Shared;
import org.batonrelay.baton.SharedCard;
import org.batonrelay.handoff.Offer;
import org.batonrelay.lead.Facts;
import org.springframework.stereotype.Component;

/**
 * What the mail of an offer begins with: the client's own words, what they have agreed to, what is promised and when
 * they are met. What is unknown comes last, in one line. A part that is not shared with the reader is left out.
 */
@Component
class OfferGist {

    private static final Map<String, String> LABELS = Map.of(
            "source", "where they come from",
            "message", "what they wrote",
            "needs", "what they need");
    private static final int LONGEST_IN_A_MAIL = 600;

    private final List<CardPart> cardParts;

    OfferGist(List<CardPart> cardParts) {
        this.cardParts = cardParts;
    }

    Map<String, Object> of(Offer offer, Shared shared) {
        Map<String, Object> all = new LinkedHashMap<>();
        cardParts.forEach(part -> all.putAll(part.of(offer.reference())));
        Map<String, Object> card = SharedCard.of(all, shared);
        Map<?, ?> facts = OfferLines.map(card, "facts");
        Map<?, ?> summary = OfferLines.agreedOrLast(card);
        List<String> promised = OfferLines.list(card, "promises").stream()
                .map(OfferLines::promise)
                .map(line -> line.label() + " (" + line.text() + ")")
                .toList();
        Map<String, Object> gist = new LinkedHashMap<>();
        gist.put("wrote", known(facts, "message"));
        gist.put("needs", known(facts, "needs"));
        gist.put("agreed", summary.isEmpty() ? "" : OfferLines.title(summary));
        gist.put("summary", headings(summary));
        gist.put("isPromised", !promised.isEmpty());
        gist.put("promised", promised);
        gist.put("meeting", OfferLines.meeting(offer, card));
        gist.put("nextStep", nextStep(card));
        gist.put("notKnown", notKnown(facts));
        return gist;
    }

    private static List<String> headings(Map<?, ?> summary) {
        return OfferLines.headings(summary).stream()
                .filter(line -> !line.text().equals(OfferLines.NOT_DISCUSSED))
                .map(line -> line.label() + ": " + cut(line.text()))
                .toList();
    }

    private static String nextStep(Map<String, Object> card) {
        String said = OfferLines.nextStep(card).get(0).text();
        return said.equals(OfferLines.NONE_AGREED) || said.equals(Shared.HIDDEN) ? "" : cut(said);
    }

    private static String notKnown(Map<?, ?> facts) {
        List<String> missing = new ArrayList<>();
        Facts.PROVENANCE.stream()
                .filter(LABELS::containsKey)
                .filter(name -> OfferLines.UNKNOWN.equals(OfferLines.text(facts, name)))
                .map(LABELS::get)
                .forEach(missing::add);
        return String.join(", ", missing);
    }

    private static String known(Map<?, ?> facts, String name) {
        String said = OfferLines.text(facts, name);
        return said.equals(OfferLines.UNKNOWN) || said.equals(Shared.HIDDEN) ? "" : cut(said);
    }

    private static String cut(String said) {
        String line = said.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_IN_A_MAIL ? line : line.substring(0, LONGEST_IN_A_MAIL - 1) + "…";
    }
}
