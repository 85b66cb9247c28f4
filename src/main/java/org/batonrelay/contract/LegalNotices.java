package org.batonrelay.contract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.notice.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Notices between legal, the AE and their lead about a review. */
@Component
class LegalNotices implements Errand<LegalNotices.Word> {

    /** What is to be told; the template is {@code review-asked} and so on. */
    enum Kind {
        /** To whoever asked: it lies in legal's list, where, and until when. */
        QUEUED,
        ASKED,
        REMINDED,
        SILENT,
        ANSWERED,
        /** To whoever was at it, or was asked: the lead is gone, nobody needs the review any more. */
        WITHDRAWN
    }

    private static final ErrandName<Word> NAME = new ErrandName<>("legal-notice", Word.class);

    record Word(Kind kind, LeadReference reference, Holder to, String occasion) {}

    private final Errands errands;
    private final HouseLetters letters;
    private final ContractReviews reviews;
    private final ContractVersions versions;
    private final ReviewWords words;
    private final String baseUrl;

    LegalNotices(
            Errands errands,
            HouseLetters letters,
            ContractReviews reviews,
            ContractVersions versions,
            ReviewWords words,
            @Value("${baton.base-url}") String baseUrl) {
        this.errands = errands;
        this.letters = letters;
        this.reviews = reviews;
        this.versions = versions;
        this.words = words;
        this.baseUrl = baseUrl;
    }

    /** @param occasion names this one time; it begins with the review, or for a request it is the task */
    void later(@Nullable String executionId, Kind kind, LeadReference reference, String to, String occasion) {
        errands.later(executionId, NAME, new Word(kind, reference, new Holder(to), occasion));
    }

    @Override
    public ErrandName<Word> name() {
        return NAME;
    }

    @Override
    public void run(Word told) {
        String template = "review-" + told.kind().name().toLowerCase(Locale.ROOT);
        // held back, it may come when the next round has begun
        ContractReview review = reviews.find(told.occasion().split("@")[0])
                .or(() -> reviews.last(told.reference()))
                .orElseThrow();
        Kind kind = told.kind();
        if (isStale(kind, review)) {
            return;
        }
        Notice notice = letters.notice(
                        template + ":" + told.occasion(),
                        template,
                        told.reference(),
                        told.to(),
                        model(review, told.occasion()))
                .toldBy(NAME, told);
        letters.tell(kind == Kind.QUEUED ? notice.atOnce() : notice);
    }

    private Map<String, Object> model(ContractReview review, String task) {
        Map<String, Object> model = new HashMap<>();
        model.put("task", letters.task(task));
        model.put("askedBy", letters.nameOf(new Holder(review.askedBy())));
        model.put("claimed", review.claimedBy() != null);
        model.put("claimedBy", review.claimedBy() == null ? "" : letters.nameOf(new Holder(review.claimedBy())));
        model.put("approved", review.isApproved());
        model.put("changes", review.asksForChanges());
        model.put("refused", "refuse".equals(review.verdict()));
        model.put("note", review.note() == null ? "" : review.note());
        model.put("place", words.place(review));
        model.put("due", words.due(review));
        model.put("terms", words.terms(review.terms()));
        model.put("again", review.round() > 1);
        Optional<ContractVersion> contract = versions.latest(review.reference());
        model.put("contract", contract.map(ContractVersion::name).orElse(""));
        model.put("contractLink", contract.map(it -> it.link(baseUrl)).orElse(""));
        model.put("round", review.round());
        model.put("changed", review.changed() == null ? "" : review.changed());
        return model;
    }

    /** Held back until morning, a request may have been answered. */
    private static boolean isStale(Kind kind, ContractReview review) {
        return switch (kind) {
            case ASKED -> review.verdict() != null || review.claimedBy() != null;
            case REMINDED, SILENT, QUEUED -> review.verdict() != null;
            case ANSWERED, WITHDRAWN -> false;
        };
    }
}
