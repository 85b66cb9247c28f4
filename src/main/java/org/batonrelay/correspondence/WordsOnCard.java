package org.batonrelay.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.CardPart;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.springframework.stereotype.Component;

/** What the client has written since the last summary, beside the form of the next one. */
@Component
class WordsOnCard implements CardPart {

    private static final int MOST = 5;
    private static final int EXCERPT = 600;

    private final Messages messages;
    private final Speakers speakers;
    private final Summaries summaries;
    private final BusinessCalendar calendar;

    WordsOnCard(Messages messages, Speakers speakers, Summaries summaries, BusinessCalendar calendar) {
        this.messages = messages;
        this.speakers = speakers;
        this.summaries = summaries;
        this.calendar = calendar;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        return Map.of("wroteSince", wroteSince(reference));
    }

    private List<Map<String, String>> wroteSince(LeadReference reference) {
        Instant since = summaries.last(reference).map(Summary::writtenAt).orElse(Instant.EPOCH);
        List<Message> all = messages.of(reference).stream()
                .filter(it -> it.direction() == Message.Direction.FROM_CLIENT
                        && it.at().isAfter(since))
                .toList();
        return all.subList(Math.max(0, all.size() - MOST), all.size()).stream()
                .map(it -> Map.of(
                        "who", speakers.nameOf(it),
                        "on", WrittenDates.lately(it.at(), calendar.zone("")),
                        "text", Correspondence.cut(it.text(), EXCERPT)))
                .toList();
    }
}
