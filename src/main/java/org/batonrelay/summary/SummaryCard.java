package org.batonrelay.summary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.batonrelay.baton.CardPart;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** The last summary and the last agreed one, as every form shows them. */
@Component
class SummaryCard implements CardPart {

    private final Summaries summaries;
    private final HeadingTitles titles;

    SummaryCard(Summaries summaries, HeadingTitles titles) {
        this.summaries = summaries;
        this.titles = titles;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        Map<String, Object> card = new LinkedHashMap<>();
        summaries.last(reference).ifPresent(it -> card.put("summary", shown(it)));
        summaries.lastAgreed(reference).ifPresent(it -> card.put("confirmedSummary", shown(it)));
        return card;
    }

    private Map<String, Object> shown(Summary summary) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("version", summary.version());
        shown.put("status", summary.status().id());
        summary.headings().byName().forEach((name, text) -> shown.put(name, text == null ? "not discussed yet" : text));
        titles.said(summary).ifPresent(said -> shown.put("said", said));
        shown.put("nextStepOn", WrittenDates.day(summary.nextStepOn()));
        shown.put("author", summary.author());
        shown.put("answeredBy", summary.answeredBy() == null ? "" : summary.answeredBy());
        return shown;
    }
}
