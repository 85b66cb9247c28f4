package org.batonrelay.mornings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.insight.LedgerLine;
import org.batonrelay.insight.Names;
import org.batonrelay.insight.Narrator;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.meeting.ComingMeetings;
import org.batonrelay.meeting.ComingMeetings.Coming;
import org.batonrelay.meeting.WhoMeets;
import org.batonrelay.summary.HeadingTitles;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/**
 * Two days before a meeting its holder has all on one page: what the client confirmed, who comes, what has changed
 * since, what is promised. Says nothing when the meeting was moved or called off, or somebody else holds the baton now.
 */
@Component
class TellMeetingEve implements Errand<TellMeetingEve.Eve> {

    static final ErrandName<Eve> NAME = new ErrandName<>("meeting-eve", Eve.class);

    record Eve(String meeting, Instant at, Holder holder) {}

    /** What says nothing about the client is left out of what has changed. */
    private static final Set<String> NO_NEWS = Set.of("mail.sent", "summary.sent", "summary.confirmed", "leg.reminded");

    private static final int MOST_NEWS = 15;

    private final WhoMeets meets;
    private final ComingMeetings meetings;
    private final Batons batons;
    private final Contacts contacts;
    private final Summaries summaries;
    private final HeadingTitles titles;
    private final Promises promises;
    private final Ledger ledger;
    private final People people;
    private final AgreedDates dates;
    private final BusinessCalendar calendar;
    private final HouseLetters letters;

    TellMeetingEve(
            WhoMeets meets,
            ComingMeetings meetings,
            Batons batons,
            Contacts contacts,
            Summaries summaries,
            HeadingTitles titles,
            Promises promises,
            Ledger ledger,
            People people,
            AgreedDates dates,
            BusinessCalendar calendar,
            HouseLetters letters) {
        this.meets = meets;
        this.meetings = meetings;
        this.batons = batons;
        this.contacts = contacts;
        this.summaries = summaries;
        this.titles = titles;
        this.promises = promises;
        this.ledger = ledger;
        this.people = people;
        this.dates = dates;
        this.calendar = calendar;
        this.letters = letters;
    }

    @Override
    public ErrandName<Eve> name() {
        return NAME;
    }

    @Override
    public void run(Eve told) {
        Holder holder = told.holder();
        meetings.find(told.meeting(), told.at())
                .filter(meeting -> batons.get(meeting.reference()).holder().equals(holder))
                .ifPresent(meeting -> letters.tell(letters.notice(
                                NAME + ":" + told.meeting() + ":" + told.at(),
                                NAME.value(),
                                meeting.reference(),
                                holder,
                                model(meeting))
                        .toldBy(NAME, told)));
    }

    private Map<String, Object> model(Coming meeting) {
        LeadReference reference = meeting.reference();
        Optional<Summary> agreed = summaries.lastAgreed(reference);
        Optional<Summary> shown = agreed.or(() -> summaries.last(reference));
        Instant since = shown.map(it -> it.answeredAt() == null ? it.writtenAt() : it.answeredAt())
                .orElse(Instant.EPOCH);
        List<String> news = shown.isEmpty() ? List.of() : news(reference, since);
        List<String> promised = promised(reference);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("when", when(meeting));
        model.put("who", who(meeting));
        model.put("confirmed", agreed.isPresent());
        model.put("unconfirmed", agreed.isEmpty() && shown.isPresent());
        model.put("newer", agreed.isPresent() && !summaries.last(reference).equals(agreed));
        model.put("nothingWritten", shown.isEmpty());
        model.put("noted", shown.map(this::noted).orElse(List.of()));
        model.put("hasNews", !news.isEmpty());
        model.put("news", news);
        model.put("hasPromises", !promised.isEmpty());
        model.put("promises", promised);
        return model;
    }

    private String when(Coming meeting) {
        return WrittenDates.moment(meeting.startsAt(), calendar.zone(dates.teamOf(meeting.reference())));
    }

    /** Those who are invited; whoever else has answered comes or does not, too. */
    private List<String> who(Coming meeting) {
        List<String> who = new ArrayList<>();
        for (Contact contact : contacts.of(meeting.reference())) {
            String answer = contact.email() == null
                    ? null
                    : meeting.answers().get(contact.email().toLowerCase(Locale.ROOT));
            if (meets.isInvited(contact) || answer != null) {
                String role = contact.role() == null ? "" : ", " + contact.role();
                who.add(contact.name() + role + " (" + (answer == null ? "invited, no answer yet" : answer) + ")");
            }
        }
        return who;
    }

    private List<Map<String, String>> noted(Summary summary) {
        Map<String, String> named = titles.of(summary, Locale.ENGLISH);
        return summary.headings().byName().entrySet().stream()
                .filter(heading -> heading.getValue() != null)
                .map(heading -> Map.of(
                        "title", named.getOrDefault(heading.getKey(), heading.getKey()),
                        "text", String.valueOf(heading.getValue())))
                .toList();
    }

    /** The newest last; of many, the newest. */
    private List<String> news(LeadReference reference, Instant since) {
        Narrator narrator = new Narrator(new Names(people), calendar.zone(dates.teamOf(reference)));
        List<String> news = ledger.of(reference).stream()
                .filter(entry -> entry.at().isAfter(since))
                .map(LedgerLine::of)
                .filter(line -> !NO_NEWS.contains(line.type()))
                .map(narrator::tell)
                .toList();
        return news.subList(Math.max(0, news.size() - MOST_NEWS), news.size());
    }

    private List<String> promised(LeadReference reference) {
        Names names = new Names(people);
        return promises.of(reference).stream()
                .filter(promise -> promise.state().equals("open"))
                .map(promise -> promise.what() + " ("
                        + (promise.side().equals("client") ? "the client" : names.of(promise.owner())) + ", by "
                        + WrittenDates.day(promise.dueOn()) + ")")
                .toList();
    }
}
