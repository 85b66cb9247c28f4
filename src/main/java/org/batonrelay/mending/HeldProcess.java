package org.batonrelay.mending;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HolderTeams;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.RelayWentOn;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine runs for a lead, stopped and set going together, with their clocks. */
@Component
class HeldProcess {

    /** What is agreed for a day stays on that day, however long everything else stood still. */
    private static final Set<String> AGREED = Set.of(
            "waitUntilContactDate",
            "waitUntilTryAgain",
            "recycleDateReached",
            "meetingHeld",
            "meetingNear",
            "checkTimeOver",
            "clientReminderDue",
            "secondReminderDue",
            "kickoffOver",
            "absenceBegins",
            "absenceOver",
            "keepPromise",
            "joinMeeting",
            "checkSummary");

    /** Of a process, with the element where it waits. */
    private record Due(String id, String element, Instant at, boolean ofExchange) {}

    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Batons batons;
    private final Offers offers;
    private final HolderTeams teams;
    private final BusinessCalendar calendar;

    HeldProcess(
            @Lazy RuntimeService runtime,
            JdbcClient jdbc,
            Batons batons,
            Offers offers,
            HolderTeams teams,
            BusinessCalendar calendar) {
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.batons = batons;
        this.offers = offers;
        this.teams = teams;
        this.calendar = calendar;
    }

    void suspend(LeadReference reference) {
        instances(reference, 1).forEach(runtime::suspendProcessInstanceById);
    }

    /** What managers are asked cannot be put on hold: that nobody can go on has to be decided. */
    void keepAsking() {
        jdbc.sql("select ID_ from ACT_RU_EXECUTION where PROC_DEF_ID_ like 'mend-relay:%' and SUSPENSION_STATE_ = 2"
                        + " and PARENT_ID_ is null")
                .query(String.class)
                .list()
                .forEach(runtime::activateProcessInstanceById);
    }

    void activate(LeadReference reference) {
        instances(reference, 2).forEach(runtime::activateProcessInstanceById);
    }

    /** By statements of its own: the engine has just written all of these at once, past what it has read of each. */
    void moveClocks(RelayWentOn wentOn) {
        LeadReference reference = wentOn.reference();
        Baton baton = batons.get(reference);
        String team = teams.of(baton.holder(), baton.leg());
        Offer offer = offers.open(reference).orElse(null);
        due(reference, "ACT_RU_JOB", "DUEDATE_", "PROCESS_INSTANCE_ID_", "ACT_ID_")
                .filter(clock -> wentOn.wasAhead(clock.at()) && !AGREED.contains(clock.element()))
                .forEach(clock -> move("ACT_RU_JOB", "DUEDATE_", clock, moved(wentOn, clock, offer, team)));
        due(reference, "ACT_RU_TASK", "DUE_DATE_", "PROC_INST_ID_", "TASK_DEF_KEY_")
                .filter(task -> wentOn.wasAhead(task.at()) && !AGREED.contains(task.element()))
                .forEach(task -> move("ACT_RU_TASK", "DUE_DATE_", task, moved(wentOn, task, offer, team)));
    }

    private Instant moved(RelayWentOn wentOn, Due due, @Nullable Offer offer, String team) {
        return due.ofExchange() && offer != null
                ? calendar.after(wentOn.pause(), due.at(), offer.calendar(), offer.team())
                : calendar.after(wentOn.pause(), due.at(), "business", team);
    }

    private Stream<Due> due(LeadReference reference, String table, String column, String instance, String element) {
        boolean jobs = table.equals("ACT_RU_JOB");
        return jdbc
                .sql("select W.ID_, " + (jobs ? "D." : "W.") + element + ", W." + column + ", I.PROC_DEF_ID_ from "
                        + table
                        + " W join ACT_RU_EXECUTION I on I.ID_ = W." + instance
                        + (jobs ? " join ACT_RU_JOBDEF D on D.ID_ = W.JOB_DEF_ID_" : "")
                        + " where I.BUSINESS_KEY_ = :reference and W." + column + " is not null"
                        + (jobs ? " and W.TYPE_ = 'timer'" : ""))
                .param("reference", reference.value())
                .query((row, number) -> new Due(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4).startsWith("handoff:")))
                .list()
                .stream();
    }

    private void move(String table, String column, Due due, Instant to) {
        jdbc.sql("update " + table + " set " + column + " = :to where ID_ = :id")
                .param("to", Timestamp.from(to))
                .param("id", due.id())
                .update();
    }

    private List<String> instances(LeadReference reference, int state) {
        return jdbc.sql("select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = :reference and PARENT_ID_ is null"
                        + " and PROC_DEF_ID_ not like 'mend-relay:%' and SUSPENSION_STATE_ = :state")
                .param("reference", reference.value())
                .param("state", state)
                .query(String.class)
                .list();
    }
}
