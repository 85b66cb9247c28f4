package org.batonrelay.contract;

import java.util.Locale;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Readiness;
import org.batonrelay.relay.Readinesses;
import org.springframework.stereotype.Component;

/** Notices between onboarding and the AE, before the contract is signed. */
@Component
class ReadinessNotices implements Errand {

    /** What is to be told while nobody has said; the template is {@code readiness-asked} and so on. */
    enum Kind {
        ASKED,
        REMINDED,
        /** To whoever holds the deal, and to the managers. */
        UNANSWERED
    }

    private static final String NAME = "readiness-notice";
    private static final String SAID = "said";
    private static final String LATER = "later";

    private final Errands errands;
    private final HouseLetters letters;
    private final LeadTasks tasks;
    private final Readinesses readinesses;

    ReadinessNotices(Errands errands, HouseLetters letters, LeadTasks tasks, Readinesses readinesses) {
        this.errands = errands;
        this.letters = letters;
        this.tasks = tasks;
        this.readinesses = readinesses;
    }

    void wanted(String executionId, Kind kind, LeadReference reference, Holder to) {
        errands.later(executionId, NAME, String.join(" ", nameOf(kind), reference.value(), to.value()));
    }

    /** @param later whether the client hears of a later start than agreed */
    void said(LeadReference reference, String holder, boolean later) {
        // the process ends in this very step, and this has to outlive it
        errands.later(null, NAME, String.join(" ", SAID, reference.value(), holder, later ? LATER : "in-time"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        String[] part = payload.split(" ", 4);
        LeadReference reference = new LeadReference(part[1]);
        Holder reader = new Holder(part[2]);
        if (part[0].equals(SAID)) {
            readinesses.of(reference).ifPresent(it -> tellSaid(it, reader, part[3].equals(LATER)));
        } else {
            // held back until morning, somebody may have said, or the deal is over
            tasks.find(reference, Onboarding.TASK)
                    .ifPresent(task -> tellWanted("readiness-" + part[0], reference, reader, task, payload));
        }
    }

    private void tellWanted(String template, LeadReference reference, Holder to, String task, String payload) {
        letters.tell(letters.notice(template + ":" + task, template, reference, to, Map.of("task", letters.task(task)))
                .toldBy(NAME, payload));
    }

    private void tellSaid(Readiness said, Holder to, boolean later) {
        letters.write(
                "readiness-said:" + said.reference() + ":" + said.readyOn(),
                "readiness-said",
                said.reference(),
                to,
                Map.of(
                        "csm",
                        letters.nameOf(Holder.person(said.csm())),
                        "readyOn",
                        WrittenDates.day(said.readyOn()),
                        "later",
                        later));
    }

    private static String nameOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
