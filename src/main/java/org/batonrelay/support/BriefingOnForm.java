package org.batonrelay.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.batonrelay.baton.CardText;
import org.batonrelay.meeting.ComingMeetings;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What the forms of a request show beside the card: one variable, because there can be several requests of a lead. */
@Component
class BriefingOnForm {

    private final SupportWords words;
    private final ComingMeetings meetings;
    private final ObjectMapper json;

    BriefingOnForm(SupportWords words, ComingMeetings meetings, ObjectMapper json) {
        this.words = words;
        this.meetings = meetings;
        this.json = json;
    }

    /** The variables that follow from a request as it stands. */
    Map<String, Object> of(SupportRequest request) {
        return Map.of(
                SupportVariables.BRIEFING,
                SpinValues.jsonValue(text(CardText.harmless(words.of(request)))).create(),
                SupportVariables.MEETING_UID,
                request.meeting(),
                SupportVariables.MEETING_AT,
                Date.from(meetingAt(request)));
    }

    Instant meetingAt(SupportRequest request) {
        return meetings.get(request.meeting()).startsAt();
    }

    private String text(Map<String, Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a briefing holds plain values only", e);
        }
    }
}
