package org.batonrelay.insight;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead's page in words, for the browser. Times are those of one zone, which the page names. */
record LeadView(
        String reference,
        String organisation,
        String state,
        String holder,
        String held,
        String offeredTo,
        @Nullable String nextStep,
        @Nullable String looksLike,
        @Nullable String customerSince,
        List<Leg> legs,
        List<Todo> tasks,
        List<String> flags,
        List<LeadPage.Person> contacts,
        List<Text> known,
        List<Version> summaries,
        List<Item> promises,
        List<Text> why,
        List<Moment> timeline,
        String zone) {

    record Leg(String name, String state) {}

    record Todo(String id, String name, String about, String who, String due, boolean late) {}

    record Text(String label, String text, boolean unknown) {}

    /** @param changes what is different from the version before; empty for the first one */
    record Version(
            String title, String status, String said, List<Text> headings, String nextStepOn, List<Change> changes) {}

    record Change(String label, List<Differences.Piece> pieces) {}

    record Item(String what, String source, String who, String due, String state, boolean late) {}

    record Moment(String day, String time, String sentence, String who, String kind) {}

    static LeadView of(LeadPage page, Names names, ZoneId zone, Clock clock) {
        return new LeadWriter(page, names, zone, clock.instant()).write();
    }

    /** Names of things and their labels in turn; they stay in this order. */
    static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }
}
