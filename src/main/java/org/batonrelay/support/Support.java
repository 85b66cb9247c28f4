package org.batonrelay.support;

import java.time.Instant;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.meeting.ComingMeetings;
import org.batonrelay.meeting.WhoMeets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a request; each in the transaction of the step that does it. The baton stays where it is. */
@Component
@Transactional
class Support {

    private final SupportRequests requests;
    private final SupportNotices notices;
    private final ComingMeetings meetings;
    private final WhoMeets who;
    private final Batons batons;
    private final Ledger ledger;

    Support(
            SupportRequests requests,
            SupportNotices notices,
            ComingMeetings meetings,
            WhoMeets who,
            Batons batons,
            Ledger ledger) {
        this.requests = requests;
        this.notices = notices;
        this.meetings = meetings;
        this.who = who;
        this.batons = batons;
        this.ledger = ledger;
    }

    SupportRequest offer(String id) {
        SupportRequest request = requests.get(id);
        ledger.append(entry(request, EntryType.HANDOFF_OFFERED)
                .with("receiver", request.receiver().value())
                .with("meeting", request.meeting()));
        return request;
    }

    void mend(String id, Briefing briefing) {
        requests.save(requests.get(id).mend(briefing));
    }

    void remind(String id, String executionId, String occasion) {
        SupportRequest request = requests.get(id);
        ledger.append(entry(request, EntryType.HANDOFF_REMINDED)
                .with("receiver", request.receiver().value()));
        notices.later(executionId, SupportNotices.Kind.REMINDED, request, request.receiver(), occasion);
    }

    /** Nobody has answered in time: told, unless it was told already that this date is near. */
    void reportSilence(String id, String managers, String executionId, String occasion) {
        SupportRequest request = requests.get(id);
        if (!request.isReportedFor(meetings.get(request.meeting()).startsAt())) {
            tellHolderAnd(managers, SupportNotices.Kind.SILENT, request, executionId, occasion);
        }
    }

    /** The meeting is near, and nobody is prepared for it. */
    void reportUnaccepted(String id, String managers, String executionId) {
        SupportRequest request = requests.get(id);
        Instant meetingAt = meetings.get(request.meeting()).startsAt();
        tellHolderAnd(managers, SupportNotices.Kind.UNACCEPTED, request, executionId, meetingAt.toString());
        requests.save(request.report(meetingAt));
    }

    /** @throws Refusal when they take part in this meeting already */
    void accept(String id, String by) {
        SupportRequest request = requests.get(id);
        boolean twice = requests.of(request.reference()).stream()
                .anyMatch(it -> it.meeting().equals(request.meeting()) && by.equals(it.helper()) && !it.isOver());
        if (twice || by.equals(batons.get(request.reference()).holder().value())) {
            throw new Refusal("You take part in this meeting already: leave it to somebody else, or return it.");
        }
        SupportRequest accepted = requests.save(request.accept(by));
        ledger.append(entry(accepted, EntryType.HANDOFF_ACCEPTED).with("by", by).with("meeting", request.meeting()));
        who.changed(accepted.reference());
        notices.later(null, SupportNotices.Kind.ACCEPTED, accepted, holder(accepted), id);
    }

    void giveBack(String id, String by, String reason, @Nullable String note) {
        SupportRequest returned = requests.save(requests.get(id).giveBack(reason, note));
        ledger.append(entry(returned, EntryType.HANDOFF_RETURNED)
                .with("by", by)
                .with("reason", reason)
                .with("note", note));
    }

    SupportRequest share(String id, String summary) {
        SupportRequest shared = requests.save(requests.get(id).share());
        notices.later(null, SupportNotices.Kind.SHARED, shared, holder(shared), summary);
        return shared;
    }

    /** @param wrong what is not right, or null when all of it is */
    void check(String id, @Nullable String wrong) {
        SupportRequest checked = requests.save(requests.get(id).check(wrong));
        if (wrong != null) {
            ledger.append(NewEntry.of(checked.reference(), EntryType.SUMMARY_REMARKED)
                    .leg(batons.get(checked.reference()).leg().id())
                    .with("text", wrong));
        }
    }

    /** Nobody needs them any more. Whoever was asked or has accepted hears of it once. */
    void withdraw(String id) {
        SupportRequest before = requests.get(id);
        SupportRequest withdrawn = requests.save(before.withdraw());
        String helper = before.helper();
        if (helper == null) {
            ledger.append(entry(withdrawn, EntryType.HANDOFF_RECALLED)
                    .with("receiver", before.receiver().value()));
        }
        if (helper != null && isInTheirCalendar(before)) {
            who.changed(before.reference());
        } else if (before.state() != SupportRequest.State.RETURNED) {
            Holder reader = helper == null ? before.receiver() : Holder.person(helper);
            notices.later(null, SupportNotices.Kind.WITHDRAWN, withdrawn, reader, id);
        }
    }

    /** Then the calendar tells them, and a notice would say the same again. */
    private boolean isInTheirCalendar(SupportRequest request) {
        boolean ahead = meetings.ahead(request.reference()).stream()
                .anyMatch(it -> it.uid().equals(request.meeting()));
        return request.state() == SupportRequest.State.ACCEPTED && (ahead || meetings.isOff(request.meeting()));
    }

    /** @param byForce whether something else has ended it: the deal was won or lost, the lead closed */
    void end(String id, boolean byForce) {
        SupportRequest request = requests.get(id);
        boolean unaccepted =
                request.state() == SupportRequest.State.RETURNED || request.state() == SupportRequest.State.ASKED;
        if (unaccepted || byForce && !request.isOver()) {
            withdraw(id);
        }
    }

    private void tellHolderAnd(
            String managers, SupportNotices.Kind kind, SupportRequest request, String executionId, String occasion) {
        ledger.append(entry(request, EntryType.HANDOFF_ESCALATED)
                .with("receiver", request.receiver().value())
                .with("managerGroup", managers));
        notices.later(executionId, kind, request, holder(request), occasion);
        notices.later(executionId, kind, request, Holder.group(managers), occasion);
    }

    private Holder holder(SupportRequest request) {
        return batons.get(request.reference()).holder();
    }

    private NewEntry entry(SupportRequest request, EntryType type) {
        return NewEntry.of(request.reference(), type)
                .leg(batons.get(request.reference()).leg().id())
                .exchange(Exchange.AE_TO_SALES_SUPPORT.id())
                .with("request", request.id());
    }
}
