package org.batonrelay.onboarding;

import java.time.Instant;
import java.util.Optional;
import org.batonrelay.deal.AgreedMeetings;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Leads;
import org.batonrelay.relay.Promise;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meeting that was agreed with the client for an item of the plan: at most one, wherever it moves. */
@Component
@Transactional
class ItemMeetings implements Errand {

    private static final String NAME = "item-meeting-called-off";
    private static final int LONGEST_TITLE = 150;

    private final JdbcClient jdbc;
    private final AgreedMeetings meetings;
    private final Leads leads;
    private final Errands errands;

    ItemMeetings(JdbcClient jdbc, AgreedMeetings meetings, Leads leads, Errands errands) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.leads = leads;
        this.errands = errands;
    }

    void agree(Promise promise, Instant startsAt) {
        Optional<String> known = of(promise.id());
        if (known.isPresent()) {
            meetings.move(known.get(), startsAt);
        } else {
            String title = leads.shownAs(promise.reference()) + ": " + promise.what();
            String uid = meetings.agree(
                    promise.reference(), startsAt, title.substring(0, Math.min(LONGEST_TITLE, title.length())));
            jdbc.sql("insert into promise_meeting (promise_id, uid) values (:promise, :uid)")
                    .param("promise", promise.id())
                    .param("uid", uid)
                    .update();
        }
    }

    /** It has no agreed time any more; a next one is a meeting of its own. */
    void callOff(Promise promise) {
        of(promise.id()).ifPresent(uid -> {
            meetings.callOff(uid);
            jdbc.sql("delete from promise_meeting where promise_id = :promise")
                    .param("promise", promise.id())
                    .update();
            errands.later(null, NAME, uid);
        });
    }

    /** Speaks SMTP. */
    void tell(String promiseId) {
        of(promiseId).ifPresent(meetings::tell);
    }

    boolean isAgreed(String promiseId) {
        return of(promiseId).isPresent();
    }

    Optional<String> promiseOf(String uid) {
        return jdbc
                .sql("select promise_id from promise_meeting where uid = :uid")
                .param("uid", uid)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String uid) {
        meetings.tell(uid);
    }

    private Optional<String> of(String promiseId) {
        return jdbc.sql("select uid from promise_meeting where promise_id = :promise")
                .param("promise", promiseId)
                .query(String.class)
                .optional();
    }
}
