package org.batonrelay.onboarding;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Leads;
import org.batonrelay.meeting.AgreedMeetings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meeting that was agreed with the client for an item of the plan: at most one, wherever it moves. */
@Component
@Transactional
class ItemMeetings implements Errand<String> {

    private static final ErrandName<String> NAME = ErrandName.ofText("item-meeting-called-off");
    private static final int LONGEST_TITLE = 150;

    private final JdbcClient jdbc;
    private final AgreedMeetings meetings;
    private final PlanPhases phases;
    private final Promises promises;
    private final Leads leads;
    private final Errands errands;

    ItemMeetings(
            JdbcClient jdbc,
            AgreedMeetings meetings,
            PlanPhases phases,
            Promises promises,
            Leads leads,
            Errands errands) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.phases = phases;
        this.promises = promises;
        this.leads = leads;
        this.errands = errands;
    }

    /**
     * Items that are agreed for one time are one meeting, named after all of them; one that goes to another time leaves
     * the others where they are.
     *
     * @return whether anything has changed: the same time said twice is said once
     */
    boolean agree(Promise promise, Instant startsAt) {
        Optional<String> known = of(promise.id());
        if (known.filter(uid -> meetings.isAt(uid, startsAt)).isPresent()) {
            return false;
        }
        known.filter(this::isShared).ifPresent(uid -> leave(promise, uid));
        Optional<String> own = of(promise.id());
        if (own.isPresent()) {
            meetings.move(own.get(), startsAt);
        } else {
            String uid = meetings.agree(promise.reference(), startsAt, title(List.of(promise)));
            jdbc.sql("insert into promise_meeting (promise_id, uid) values (:promise, :uid)")
                    .param("promise", promise.id())
                    .param("uid", uid)
                    .update();
            List<Promise> about = about(uid);
            // what was agreed there for something else, such as by the AE, keeps its name
            if (about.size() > 1 || about.stream().anyMatch(this::isKickoff)) {
                meetings.rename(uid, title(about));
            }
        }
        return true;
    }

    /** It has no agreed time any more; a next one is a meeting of its own. */
    void callOff(Promise promise) {
        of(promise.id()).ifPresent(uid -> {
            boolean shared = isShared(uid);
            leave(promise, uid);
            if (!shared) {
                meetings.callOff(uid);
                errands.later(null, NAME, uid);
            }
        });
    }

    private boolean isShared(String uid) {
        return promisesOf(uid).size() > 1;
    }

    private void leave(Promise promise, String uid) {
        jdbc.sql("delete from promise_meeting where promise_id = :promise")
                .param("promise", promise.id())
                .update();
        List<Promise> about = about(uid);
        if (!about.isEmpty()) {
            meetings.rename(uid, title(about));
        }
    }

    /** The kickoff first. */
    private List<Promise> about(String uid) {
        return promisesOf(uid).stream()
                .map(promises::get)
                .sorted(Comparator.comparing((Promise it) -> !isKickoff(it)))
                .toList();
    }

    private boolean isKickoff(Promise promise) {
        return phases.item(promise.id())
                .filter(it -> PlanTemplate.KICKOFF.equals(it.kind()))
                .isPresent();
    }

    private String title(List<Promise> about) {
        String title = leads.shownAs(about.get(0).reference()) + ": "
                + about.stream().map(Promise::what).collect(Collectors.joining("; "));
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** Speaks SMTP. */
    void tell(String promiseId) {
        of(promiseId).ifPresent(meetings::tell);
    }

    boolean isAgreed(String promiseId) {
        return of(promiseId).isPresent();
    }

    /** When its meeting is, where one is agreed that takes place. */
    Optional<Instant> agreedFor(String promiseId) {
        return of(promiseId).flatMap(meetings::at);
    }

    /** The items that a meeting is about. */
    List<String> promisesOf(String uid) {
        return jdbc.sql("select promise_id from promise_meeting where uid = :uid")
                .param("uid", uid)
                .query(String.class)
                .list();
    }

    @Override
    public ErrandName<String> name() {
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
