package org.batonrelay.support;

import java.util.List;
import java.util.Objects;
import org.batonrelay.meeting.MeetingParty;
import org.springframework.stereotype.Component;

/** Whoever has accepted to join a meeting is invited to it. */
@Component
class HelpersAtMeetings implements MeetingParty {

    private final SupportRequests requests;

    HelpersAtMeetings(SupportRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<String> of(String meetingUid) {
        return requests.atMeeting(meetingUid).stream()
                .filter(it -> it.state() != SupportRequest.State.WITHDRAWN)
                .map(SupportRequest::helper)
                .filter(Objects::nonNull)
                .toList();
    }
}
