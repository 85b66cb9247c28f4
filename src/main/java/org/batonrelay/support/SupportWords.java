package org.batonrelay.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.meeting.ComingMeetings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A request as forms, mails and the card say it. */
@Component
class SupportWords {

    private final ComingMeetings meetings;
    private final SupportRequests requests;
    private final SupportDeadlines deadlines;
    private final Batons batons;
    private final HouseLetters letters;

    SupportWords(
            ComingMeetings meetings,
            SupportRequests requests,
            SupportDeadlines deadlines,
            Batons batons,
            HouseLetters letters) {
        this.meetings = meetings;
        this.requests = requests;
        this.deadlines = deadlines;
        this.batons = batons;
        this.letters = letters;
    }

    /** {@code when}, {@code askedBy}, {@code asked}, the briefing, what the one asked has said, and how things stand. */
    Map<String, Object> of(SupportRequest request) {
        Baton baton = batons.get(request.reference());
        Holder helper = request.helper() == null ? request.receiver() : Holder.person(request.helper());
        boolean closed = baton.state() == Baton.State.CLOSED;
        boolean won = !closed && baton.leg() == Leg.ONBOARDING;
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("when", when(request));
        words.put("askedBy", letters.nameOf(baton.holder()));
        words.put("asked", letters.nameOf(request.receiver()));
        words.put("helper", letters.nameOf(helper));
        words.put("helpers", helpers(request));
        words.put("part", request.briefing().part());
        words.put("goal", request.briefing().goal());
        words.put("leaveOut", request.briefing().leaveOut());
        words.put("minutes", request.briefing().minutes());
        words.put("returned", request.returnReason() != null);
        words.put("reason", orEmpty(request.returnReason()).replace('-', ' '));
        words.put("note", orEmpty(request.returnNote()));
        words.put("correction", orEmpty(request.correction()));
        words.put("closed", closed);
        words.put("won", won);
        boolean calledOff = !closed && !won && meetings.isOff(request.meeting());
        words.put("calledOff", calledOff);
        words.put("over", !closed && !won && !calledOff);
        return words;
    }

    /** One line for the AE: who joins which meeting, or has not said so yet. */
    String line(SupportRequest request) {
        Holder helper = request.helper() == null ? request.receiver() : Holder.person(request.helper());
        String stands = switch (request.state()) {
            case ASKED -> " has not accepted yet";
            case RETURNED -> " has sent the briefing back";
            case ACCEPTED -> " joins";
            case SHARED, CHECKED -> " took part";
            case WITHDRAWN -> " is not needed any more";
        };
        return when(request) + ": " + letters.nameOf(helper) + stands;
    }

    private String when(SupportRequest request) {
        Instant at = meetings.get(request.meeting()).startsAt();
        return WrittenDates.moment(at, deadlines.zone(request.receiver()));
    }

    private String helpers(SupportRequest request) {
        return requests.atMeeting(request.meeting()).stream()
                .filter(it -> it.helper() != null)
                .map(it -> letters.nameOf(Holder.person(String.valueOf(it.helper()))))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
