package org.batonrelay.meeting;

import java.util.Collection;

/** Says who of ours takes part in a meeting beside its host, such as helpers who have accepted. Each room adds its own. */
public interface MeetingParty {

    /** @return user ids; after a change call {@link WhoMeets#changed} */
    Collection<String> of(String meetingUid);
}
