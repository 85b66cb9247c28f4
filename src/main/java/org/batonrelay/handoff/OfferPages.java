package org.batonrelay.handoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.DeployedForms;
import org.batonrelay.handoff.OfferPage.Line;
import org.batonrelay.handoff.OfferPage.Part;
import org.batonrelay.relay.CardPart;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Shared;
import org.batonrelay.relay.SharedCard;
import org.batonrelay.relay.SharedFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of an offer together: the card as on the form {@code take-baton}, and what that form asks. */
@Component
class OfferPages {

    private static final String FORM = "take-baton";
    private static final Map<String, String> BRIEF = labels(
            "source", "Where from",
            "campaign", "Campaign",
            "message", "What they wrote",
            "knows", "What they know",
            "spokenWith", "Whom they talked to",
            "needs", "What they need");
    private static final Map<String, String> WHEREABOUTS = labels("country", "Country", "language", "Language");
    private static final Map<String, String> HEADINGS = labels(
            "currentSituation", "Current situation",
            "businessPriorities", "Business priorities",
            "competition", "Competition",
            "timeline", "Timeline",
            "decisionProcess", "Decision process",
            "nextSteps", "Next steps");

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
                text(card, "organisation"),
                offer.reference().value(),
                words.exchange(offer.exchange()),
                words.giver(offer, shared),
                words.receiver(offer, shared),
                words.takeBy(offer),
                list(card, "flags").stream().map(String::valueOf).toList(),
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
                new Part(
                        "Contacts",
                        list(card, "contacts").stream().map(OfferPages::contact).toList()),
                new Part("Brief", brief(shared.shows("flags") ? offer.passReason() : null, card)),
                new Part("Last summary", summary(map(card, "summary"))),
                new Part(
                        "Promised",
                        list(card, "promises").stream().map(OfferPages::promise).toList()),
                new Part("Next step", nextStep(card)));
    }

    private static Line contact(Object contact) {
        Map<?, ?> one = (Map<?, ?>) contact;
        return new Line(text(one, "name"), text(one, "role") + ", " + text(one, "email") + ", " + text(one, "phone"));
    }

    private static List<Line> brief(@Nullable String passReason, Map<String, Object> card) {
        List<Line> lines = new ArrayList<>();
        if (passReason != null) {
            lines.add(new Line("Passed on although the client has not answered", passReason));
        }
        Map<?, ?> facts = map(card, "facts");
        if (facts.containsKey("sentBack")) {
            lines.add(new Line("Sent back", text(facts, "sentBack")));
        }
        BRIEF.forEach((name, label) -> lines.add(new Line(label, text(facts, name))));
        WHEREABOUTS.forEach((name, label) -> {
            if (!text(facts, name).isEmpty()) {
                lines.add(new Line(label, text(facts, name)));
            }
        });
        list(card, "notes").stream()
                .map(Map.class::cast)
                .forEach(note -> lines.add(new Line(text(note, "from"), text(note, "note"))));
        Map<?, ?> returned = map(card, "return");
        if (!returned.isEmpty()) {
            lines.add(new Line(
                    "Came back before",
                    text(returned, "by") + ": " + text(returned, "reason") + ". " + text(returned, "note")));
        }
        return lines;
    }

    private static List<Line> summary(Map<?, ?> summary) {
        List<Line> lines = new ArrayList<>();
        if (!summary.isEmpty()) {
            lines.add(new Line("Version " + text(summary, "version"), text(summary, "status")));
            HEADINGS.forEach((name, label) -> lines.add(new Line(label, text(summary, name))));
        }
        return lines;
    }

    private static Line promise(Object promise) {
        Map<?, ?> one = (Map<?, ?>) promise;
        return new Line(
                text(one, "what"), text(one, "owner") + ", by " + text(one, "dueOn") + ", " + text(one, "state"));
    }

    private static List<Line> nextStep(Map<String, Object> card) {
        String on = text(card, "nextStepOn");
        return List.of(new Line("", text(card, "nextStep") + (on.isEmpty() ? "" : ", on " + on)));
    }

    private static String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value.toString();
    }

    private static List<?> list(Map<?, ?> map, String name) {
        return map.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Map<?, ?> map, String name) {
        return map.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }
}
