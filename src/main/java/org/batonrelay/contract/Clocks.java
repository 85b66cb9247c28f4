package org.batonrelay.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Where the time of a review went, over all its rounds: until legal claimed it, until legal answered, and with the AE
 * and the client in between. The three add up to all of it.
 */
record Clocks(int rounds, Duration claim, Duration review, Duration client) {

    /** @param rounds of one request, the first one first; at least one */
    static Clocks of(List<ContractReview> rounds, Instant now) {
        Duration claim = Duration.ZERO;
        Duration review = Duration.ZERO;
        Duration client = Duration.ZERO;
        for (int i = 0; i < rounds.size(); i++) {
            ContractReview round = rounds.get(i);
            boolean last = i == rounds.size() - 1;
            Instant answered = Objects.requireNonNullElse(round.answeredAt(), now);
            Instant claimed = Objects.requireNonNullElse(round.claimedAt(), answered);
            Instant back = last
                    ? round.asksForChanges() ? now : answered
                    : rounds.get(i + 1).askedAt();
            claim = claim.plus(Duration.between(round.askedAt(), claimed));
            review = review.plus(Duration.between(claimed, answered));
            client = client.plus(Duration.between(answered, back));
        }
        return new Clocks(rounds.size(), claim, review, client);
    }

    String inWords() {
        return "round " + rounds + ", with legal " + inWords(claim.plus(review)) + ", with the client "
                + inWords(client);
    }

    private static String inWords(Duration time) {
        return time.toDays() > 0
                ? time.toDays() + " d " + time.toHoursPart() + " h"
                : time.toHours() > 0
                        ? time.toHours() + " h " + time.toMinutesPart() + " min"
                        : time.toMinutes() + " min";
    }
}
