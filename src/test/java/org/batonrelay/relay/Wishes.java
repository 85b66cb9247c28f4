package org.batonrelay.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people who play a relay at random are inclined to choose, by the key of the field. */
final class Wishes {

    private Wishes() {}

    /** Mostly what an ordinary person would choose, so that relays get far; now and then everything else. */
    static Map<String, List<String>> sensible(Random random) {
        Map<String, List<String>> texts = new HashMap<>();
        texts.put(
                "newReceiver",
                List.of(
                        "group:sdr",
                        "group:partner",
                        "group:partner",
                        "partner-1",
                        "sdr-2",
                        "group:csm",
                        "csm-1",
                        "ae-1",
                        "group:customer-service"));
        texts.put("alsoTo", List.of(""));
        texts.put("contactEmail", List.of("colleague@random.example"));
        texts.put("supportBy", List.of("", "", "sales-support-1", "manager-1"));
        texts.put(
                "promises",
                List.of(
                        "",
                        "Send the data sheet | us | 2027-01-15",
                        "Two promises\nAccess to the test system | client | 2027-02-01"));
        if (random.nextInt(4) > 0) {
            texts.put(
                    "decision",
                    List.of("accept", "accept", "accept", "accept", "accept", "accept", "return", "not-ours"));
            texts.put(
                    "outcome",
                    List.of(
                            "qualified",
                            "qualified",
                            "qualified",
                            "qualified",
                            "qualified",
                            "not-reached",
                            "recycle",
                            "recycle"));
            texts.put(
                    "dealDecision",
                    List.of(
                            "won",
                            "won",
                            "contract",
                            "summary",
                            "meeting",
                            "meeting",
                            "support",
                            "support",
                            "information"));
            texts.put("contractDecision", List.of("approve", "approve", "changes", "refuse"));
            texts.put("revisionDecision", List.of("back-to-legal", "back-to-legal", "give-up"));
            texts.put("deviations", List.of("", "60 days to pay | client | 2027-02-01\nSupport at weekends"));
            texts.put("promiseDecision", List.of("kept", "kept", "kept", "moved", "dropped"));
            texts.put("droppedDecision", List.of("reassign", "take"));
            texts.put("settleDecision", List.of("mend", "reassign", "take"));
        }
        return texts;
    }

    /** What brings a relay home. */
    static Map<String, List<String>> wished(Random random) {
        Map<String, List<String>> texts = sensible(random);
        texts.put("decision", List.of("accept"));
        texts.put("outcome", List.of("qualified"));
        texts.put("dealDecision", List.of("contract", "won", "won"));
        texts.put("contractDecision", List.of("approve"));
        texts.put("promiseDecision", List.of("kept"));
        texts.put("promises", List.of(""));
        texts.put("droppedDecision", List.of("reassign"));
        texts.put("settleDecision", List.of("mend"));
        return texts;
    }
}
