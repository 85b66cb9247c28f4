package org.batonrelay.deal;

import java.util.Locale;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.HouseLetters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices between legal, the AE and their lead about a review. */
@Component
class LegalNotices implements Errand {

    /** What is to be told; the template is {@code review-asked} and so on. */
    enum Kind {
        ASKED,
        REMINDED,
        SILENT,
        ANSWERED
    }

    private static final String NAME = "legal-notice";

    private final Errands errands;
    private final HouseLetters letters;
    private final ContractReviews reviews;

    LegalNotices(Errands errands, HouseLetters letters, ContractReviews reviews) {
        this.errands = errands;
        this.letters = letters;
        this.reviews = reviews;
    }

    /** @param occasion names this one time; for a request the task */
    void later(@Nullable String executionId, Kind kind, LeadReference reference, String to, String occasion) {
        errands.later(executionId, NAME, String.join(" ", kind.name(), reference.value(), to, occasion));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        String[] part = payload.split(" ", 4);
        LeadReference reference = new LeadReference(part[1]);
        String template = "review-" + part[0].toLowerCase(Locale.ROOT);
        ContractReview review = reviews.last(reference).orElseThrow();
        if (isStale(Kind.valueOf(part[0]), review)) {
            return;
        }
        letters.tell(letters.notice(
                        template + ":" + part[3],
                        template,
                        reference,
                        new Holder(part[2]),
                        Map.of(
                                "task", letters.task(part[3]),
                                "askedBy", letters.nameOf(new Holder(review.askedBy())),
                                "claimed", review.claimedBy() != null,
                                "claimedBy",
                                        review.claimedBy() == null
                                                ? ""
                                                : letters.nameOf(new Holder(review.claimedBy())),
                                "approved", review.isApproved(),
                                "changes", "changes".equals(review.verdict()),
                                "refused", "refuse".equals(review.verdict()),
                                "note", review.note() == null ? "" : review.note()))
                .toldBy(NAME, payload));
    }

    /** Held back until morning, a request may have been answered. */
    private static boolean isStale(Kind kind, ContractReview review) {
        return switch (kind) {
            case ASKED -> review.verdict() != null || review.claimedBy() != null;
            case REMINDED, SILENT -> review.verdict() != null;
            case ANSWERED -> false;
        };
    }
}
