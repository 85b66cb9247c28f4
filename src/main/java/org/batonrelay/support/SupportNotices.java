package org.batonrelay.support;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.HeadingTitles;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices between the AE, whoever is asked to join a meeting, and the managers. */
@Component
class SupportNotices implements Errand<SupportNotices.Word> {

    /** What is to be told; the template is {@code support-asked} and so on. */
    enum Kind {
        ASKED,
        REMINDED,
        SILENT,
        UNACCEPTED,
        ACCEPTED,
        RETURNED,
        WITHDRAWN,
        SHARED,
        CORRECTED
    }

    private static final ErrandName<Word> NAME = new ErrandName<>("support-notice", Word.class);

    record Word(Kind kind, LeadReference reference, String request, Holder to, String occasion) {}

    private final Errands errands;
    private final HouseLetters letters;
    private final SupportRequests requests;
    private final SupportWords words;
    private final Summaries summaries;
    private final HeadingTitles titles;

    SupportNotices(
            Errands errands,
            HouseLetters letters,
            SupportRequests requests,
            SupportWords words,
            Summaries summaries,
            HeadingTitles titles) {
        this.errands = errands;
        this.letters = letters;
        this.requests = requests;
        this.words = words;
        this.summaries = summaries;
        this.titles = titles;
    }

    /** @param occasion names this one time: a task, a summary, a date */
    void later(@Nullable String executionId, Kind kind, SupportRequest request, Holder to, String occasion) {
        errands.later(executionId, NAME, new Word(kind, request.reference(), request.id(), to, occasion));
    }

    @Override
    public ErrandName<Word> name() {
        return NAME;
    }

    @Override
    public void run(Word told) {
        Kind kind = told.kind();
        SupportRequest request = requests.get(told.request());
        Holder reader = told.to();
        Map<String, Object> said = new HashMap<>(words.of(request));
        said.put("task", letters.task(told.occasion()));
        if (isStale(kind, request)) {
            return;
        }
        if (kind == Kind.SHARED) {
            said.putAll(noted(request));
            said.put("check", reader.value().equals(request.helper()));
        }
        String template = "support-" + kind.name().toLowerCase(Locale.ROOT);
        // all of ours get a summary once, however many have joined the meeting
        String key = kind == Kind.SHARED && !reader.value().equals(request.helper())
                ? template + ":" + told.occasion()
                : template + ":" + request.id() + ":" + told.occasion();
        letters.tell(
                letters.notice(key, template, request.reference(), reader, said).toldBy(NAME, told));
    }

    /** Held back until morning, a request may have been answered. */
    private static boolean isStale(Kind kind, SupportRequest request) {
        return switch (kind) {
            case ASKED, REMINDED, SILENT, UNACCEPTED -> request.state() != SupportRequest.State.ASKED;
            case RETURNED -> request.state() != SupportRequest.State.RETURNED;
            case ACCEPTED, WITHDRAWN, SHARED, CORRECTED -> false;
        };
    }

    private Map<String, Object> noted(SupportRequest request) {
        Summary summary = summaries.last(request.reference()).orElseThrow();
        Map<String, String> named = titles.of(summary, Locale.ENGLISH);
        List<Map<String, String>> headings = summary.headings().byName().entrySet().stream()
                .filter(heading -> heading.getValue() != null)
                .map(heading -> Map.of(
                        "title",
                        String.valueOf(named.get(heading.getKey())),
                        "text",
                        String.valueOf(heading.getValue())))
                .toList();
        return Map.of("noted", headings, "version", summary.version());
    }
}
