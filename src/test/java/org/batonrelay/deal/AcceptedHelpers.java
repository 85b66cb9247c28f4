package org.batonrelay.deal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.batonrelay.meeting.MeetingParty;
import org.springframework.stereotype.Component;

/** Stands for helpers who have accepted to join a meeting. */
@Component
class AcceptedHelpers implements MeetingParty {

    private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();

    void accept(String meetingUid, List<String> people) {
        accepted.put(meetingUid, people);
    }

    void withdraw(String meetingUid) {
        accepted.remove(meetingUid);
    }

    @Override
    public Collection<String> of(String meetingUid) {
        return accepted.getOrDefault(meetingUid, List.of());
    }
}
