package org.batonrelay.mornings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.baton.Exchange;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.figures.DropReport;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** On Mondays managers read in five lines how often the baton was dropped last week; nothing when nothing happened. */
@Component
public class TellDrops implements Errand<String> {

    public static final ErrandName<String> NAME = ErrandName.ofText("drop-report");
    static final String MANAGERS = "manager";

    private static final Set<EntryType> TOLD =
            Set.of(EntryType.HANDOFF_ACCEPTED, EntryType.HANDOFF_DROPPED, EntryType.HANDOFF_EXPLAINED);

    private final Ledger ledger;
    private final Leads leads;
    private final BusinessCalendar calendar;
    private final Notices notices;
    private final String baseUrl;

    TellDrops(
            Ledger ledger,
            Leads leads,
            BusinessCalendar calendar,
            Notices notices,
            @Value("${baton.base-url}") String baseUrl) {
        this.ledger = ledger;
        this.leads = leads;
        this.calendar = calendar;
        this.notices = notices;
        this.baseUrl = baseUrl;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** @param monday the day after the week that it is about */
    @Override
    public void run(String monday) {
        LocalDate until = LocalDate.parse(monday);
        DropReport report = DropReport.of(ledger.between(midnight(until.minusWeeks(1)), midnight(until), TOLD));
        if (!report.isEmpty()) {
            notices.tell(Notice.of(NAME + ":" + monday, NAME.value(), Recipient.group(MANAGERS))
                    .showing(Map.of(
                            "passes", report.passes(),
                            "drops", report.drops(),
                            "dropped", report.drops() > 0,
                            "where", words(report.where(), Exchange::labelOf),
                            "causes", words(report.causes(), cause -> cause.replace('-', ' ')),
                            "look", report.look().stream().map(this::link).toList())));
        }
    }

    private Instant midnight(LocalDate day) {
        return calendar.at(day, LocalTime.MIDNIGHT, MANAGERS);
    }

    private static String words(Map<String, Long> counts, java.util.function.UnaryOperator<String> name) {
        List<String> said = counts.entrySet().stream()
                .map(it -> name.apply(it.getKey()) + " (" + it.getValue() + ")")
                .toList();
        return String.join(", ", said);
    }

    private Map<String, Object> link(LeadReference reference) {
        return Map.of(
                "reference", reference.value(),
                "organisation", leads.organisationOf(reference),
                "page", baseUrl + "/leads/" + reference);
    }
}
