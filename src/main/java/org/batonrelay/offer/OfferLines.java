package org.batonrelay.offer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Shared;
import org.batonrelay.handoff.Offer;
import org.batonrelay.offer.OfferPage.Line;

/** The card of an offer in lines, for its page and its mails. */
final class OfferLines {

    static final String UNKNOWN = "unknown";
    static final String NONE_AGREED = "none agreed";
    static final String NOT_DISCUSSED = "not discussed yet";

    private static final Map<String, String> HEADINGS = OfferPages.labels(
            "currentSituation", "Current situation",
            "businessPriorities", "Business priorities",
            "competition", "Competition",
            "timeline", "Timeline",
            "decisionProcess", "Decision process",
            "nextSteps", "Next steps");

    private OfferLines() {}

    static List<Line> wrote(Map<String, Object> card) {
        String said = text(map(card, "facts"), "message");
        return said.isEmpty() || said.equals(UNKNOWN) || said.equals(Shared.HIDDEN)
                ? List.of()
                : List.of(new Line("", said));
    }

    /** What the client has agreed to; before that, what they were sent last. */
    static Map<?, ?> agreedOrLast(Map<String, Object> card) {
        Map<?, ?> agreed = map(card, "confirmedSummary");
        return agreed.isEmpty() ? map(card, "summary") : agreed;
    }

    static String title(Map<?, ?> summary) {
        return "Last summary, version " + text(summary, "version") + ", " + text(summary, "status");
    }

    /** What was not discussed comes last. */
    static List<Line> headings(Map<?, ?> summary) {
        List<Line> all = summary.get("said") instanceof List<?> said
                ? said.stream().map(OfferLines::said).toList()
                : HEADINGS.entrySet().stream()
                        .filter(one -> summary.containsKey(one.getKey()))
                        .map(one -> new Line(one.getValue(), text(summary, one.getKey())))
                        .toList();
        return Stream.of(false, true)
                .flatMap(late -> all.stream().filter(line -> line.text().equals(NOT_DISCUSSED) == late))
                .toList();
    }

    /** Of a summary whose headings have names of their own. */
    private static Line said(Object heading) {
        Map<?, ?> one = (Map<?, ?>) heading;
        return new Line(text(one, "title"), text(one, "text"));
    }

    /** Those of the diary; before a deal begins, the one that qualification has agreed. Empty where there is none. */
    static String meeting(Offer offer, Map<String, Object> card) {
        List<?> ahead = list(card, "meetings");
        if (!ahead.isEmpty()) {
            return String.valueOf(ahead.get(0));
        }
        return offer.exchange() == Exchange.SDR_TO_AE ? text(map(card, "facts"), "meeting") : "";
    }

    static Line contact(Object contact) {
        Map<?, ?> one = (Map<?, ?>) contact;
        return new Line(text(one, "name"), text(one, "role") + ", " + text(one, "email") + ", " + text(one, "phone"));
    }

    static Line promise(Object promise) {
        Map<?, ?> one = (Map<?, ?>) promise;
        return new Line(
                text(one, "what"), text(one, "owner") + ", by " + text(one, "dueOn") + ", " + text(one, "state"));
    }

    static List<Line> nextStep(Map<String, Object> card) {
        String on = text(card, "nextStepOn");
        return List.of(new Line("", text(card, "nextStep") + (on.isEmpty() ? "" : ", on " + on)));
    }

    static String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value.toString();
    }

    static List<?> list(Map<?, ?> map, String name) {
        return map.get(name) instanceof List<?> list ? list : List.of();
    }

    static Map<?, ?> map(Map<?, ?> map, String name) {
        return map.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }
}
