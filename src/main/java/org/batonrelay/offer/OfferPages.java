package org.batonrelay.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.baton.CardPart;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Shared;
import org.batonrelay.baton.SharedCard;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.form.DeployedForms;
import org.batonrelay.handoff.HandoffVariables;
import org.batonrelay.handoff.Offer;
import org.batonrelay.lead.LeadField;
import org.batonrelay.offer.OfferPage.Line;
import org.batonrelay.offer.OfferPage.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of an offer together: the card as on the form {@code take-baton}, and what that form asks. */
@Component
class OfferPages {

    private static final String FORM = "take-baton";
    /** What they said, then where they came from. */
    private static final List<LeadField> BRIEF = LeadField.provenance().stream()
            .sorted(Comparator.comparing(field -> field.kind() != LeadField.Kind.TEXT))
            .toList();

    private static final List<LeadField> WHEREABOUTS = List.of(LeadField.COUNTRY, LeadField.LANGUAGE);

    private final List<CardPart> cardParts;
    private final OfferWords words;
    private final DeployedForms forms;
    private final BusinessCalendar calendar;
    private final SharedFields fields;

    OfferPages(
            List<CardPart> cardParts,
            OfferWords words,
            DeployedForms forms,
            BusinessCalendar calendar,
            SharedFields fields) {
        this.cardParts = cardParts;
        this.words = words;
        this.forms = forms;
        this.calendar = calendar;
        this.fields = fields;
    }

    /** @param reader a user id */
    OfferPage of(Offer offer, String reader) {
        Shared shared = fields.with(reader, offer.reference());
        Map<String, Object> all = new LinkedHashMap<>();
        cardParts.forEach(part -> all.putAll(part.of(offer.reference())));
        Map<String, Object> card = SharedCard.of(all, shared);
        return new OfferPage(
                OfferLines.text(card, "organisation"),
                offer.reference().value(),
                words.exchange(offer.exchange()),
                words.giver(offer, shared),
                words.receiver(offer, shared),
                words.takeBy(offer),
                OfferLines.list(card, "flags").stream().map(String::valueOf).toList(),
                parts(offer, card, shared)
                        .filter(part -> !part.lines().isEmpty())
                        .toList(),
                offer.exchange() == Exchange.AE_TO_CSM
                        ? calendar.today(offer.team()).toString()
                        : null,
                forms.options(FORM, HandoffVariables.RETURN_REASON));
    }

    private static Stream<Part> parts(Offer offer, Map<String, Object> card, Shared shared) {
        return Stream.of(
                new Part("What they wrote", OfferLines.wrote(card)),
                summary(card),
                new Part(
                        "Promised",
                        OfferLines.list(card, "promises").stream()
                                .map(OfferLines::promise)
                                .toList()),
                new Part(
                        "Meeting",
                        OfferLines.meeting(offer, card).isEmpty()
                                ? List.of()
                                : List.of(new Line("", OfferLines.meeting(offer, card)))),
                new Part("Next step", OfferLines.nextStep(card)),
                new Part(
                        "Contacts",
                        OfferLines.list(card, "contacts").stream()
                                .map(OfferLines::contact)
                                .toList()),
                new Part("Brief", brief(shared.shows("flags") ? offer.passReason() : null, card)));
    }

    private static List<Line> brief(@Nullable String passReason, Map<String, Object> card) {
        List<Line> lines = new ArrayList<>();
        if (passReason != null) {
            lines.add(new Line("Passed on although the client has not answered", passReason));
        }
        Map<?, ?> facts = OfferLines.map(card, "facts");
        if (facts.containsKey("sentBack")) {
            lines.add(new Line("Sent back", OfferLines.text(facts, "sentBack")));
        }
        // the client's own words stand above all this
        boolean wrote = !OfferLines.wrote(card).isEmpty();
        List<Line> known = BRIEF.stream()
                .filter(field -> !wrote || field != LeadField.MESSAGE)
                .map(field -> new Line(field.label(), OfferLines.text(facts, field.key())))
                .toList();
        known.stream().filter(line -> !line.text().equals(OfferLines.UNKNOWN)).forEach(lines::add);
        WHEREABOUTS.forEach(field -> {
            if (!OfferLines.text(facts, field.key()).isEmpty()) {
                lines.add(new Line(field.label(), OfferLines.text(facts, field.key())));
            }
        });
        OfferLines.list(card, "notes").stream()
                .map(Map.class::cast)
                .forEach(note -> lines.add(new Line(OfferLines.text(note, "from"), OfferLines.text(note, "note"))));
        Map<?, ?> returned = OfferLines.map(card, "return");
        if (!returned.isEmpty()) {
            lines.add(new Line(
                    "Came back before",
                    OfferLines.text(returned, "by") + ": " + OfferLines.text(returned, "reason") + ". "
                            + OfferLines.text(returned, "note")));
        }
        known.stream().filter(line -> line.text().equals(OfferLines.UNKNOWN)).forEach(lines::add);
        return lines;
    }

    private static Part summary(Map<String, Object> card) {
        Map<?, ?> summary = OfferLines.agreedOrLast(card);
        return summary.isEmpty()
                ? new Part("", List.of())
                : new Part(OfferLines.title(summary), OfferLines.headings(summary));
    }

    static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }
}
