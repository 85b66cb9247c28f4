package org.batonrelay.summary;

import java.time.Instant;
import java.time.LocalDate;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Contact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A client who is away cannot answer: reminder and yellow flag wait for them to be back, once a summary. */
@Component
@Transactional
public class ClientAway {

    /** Who is away for longer than this is better asked by somebody than waited for. */
    private static final int LONGEST_DAYS = 60;

    private final Summaries summaries;
    private final SummaryProcess process;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    ClientAway(Summaries summaries, SummaryProcess process, AgreedDates dates, BusinessCalendar hours) {
        this.summaries = summaries;
        this.process = process;
        this.dates = dates;
        this.hours = hours;
    }

    /**
     * Counts the deadlines of what this contact has not answered from the day they are back.
     *
     * @param backOn the day that they name; one that is past, or very far away, moves nothing
     */
    public void until(Contact contact, LocalDate backOn) {
        String clock = dates.teamOf(contact.reference());
        LocalDate today = hours.today(clock);
        if (!backOn.isAfter(today) || backOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            return;
        }
        Instant back = hours.opening(backOn, clock);
        summaries.sentTo(contact.id()).stream()
                .filter(Summary::isWaiting)
                .forEach(summary -> process.deadlinesToPostpone(summary)
                        .ifPresent(it -> process.postpone(
                                summary, it.remindAt(back, hours, clock), it.flagAt(back, hours, clock))));
    }
}
