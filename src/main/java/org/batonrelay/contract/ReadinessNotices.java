package org.batonrelay.contract;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Readiness;
import org.batonrelay.relay.Readinesses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices between onboarding and the AE, before the contract is signed. */
@Component
class ReadinessNotices implements Errand<ReadinessNotices.Word> {

    /** What is to be told; the template is {@code readiness-asked} and so on. */
    enum Kind {
        ASKED,
        REMINDED,
        /** To whoever holds the deal, and to the managers. */
        UNANSWERED,
        /** To whoever holds the deal. */
        SAID
    }

    /** Against what was agreed; the client hears of a later one. */
    enum Start {
        LATER,
        @JsonAlias("in-time")
        IN_TIME
    }

    private static final ErrandName<Word> NAME = new ErrandName<>("readiness-notice", Word.class);

    record Word(
            Kind kind,
            LeadReference reference,
            Holder to,
            @Nullable Start start) {}

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
        errands.later(executionId, NAME, new Word(kind, reference, to, null));
    }

    /** @param later whether the client hears of a later start than agreed */
    void said(LeadReference reference, String holder, boolean later) {
        // the process ends in this very step, and this has to outlive it
        errands.later(
                null, NAME, new Word(Kind.SAID, reference, new Holder(holder), later ? Start.LATER : Start.IN_TIME));
    }

    @Override
    public ErrandName<Word> name() {
        return NAME;
    }

    @Override
    public void run(Word told) {
        if (told.kind() == Kind.SAID) {
            readinesses.of(told.reference()).ifPresent(it -> tellSaid(it, told.to(), told.start() == Start.LATER));
        } else {
            // held back until morning, somebody may have said, or the deal is over
            tasks.find(told.reference(), Onboarding.TASK).ifPresent(task -> tellWanted(told, task));
        }
    }

    private void tellWanted(Word told, String task) {
        String template = "readiness-" + told.kind().name().toLowerCase(Locale.ROOT);
        letters.tell(letters.notice(
                        template + ":" + task,
                        template,
                        told.reference(),
                        told.to(),
                        Map.of("task", letters.task(task)))
                .toldBy(NAME, told));
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
}
