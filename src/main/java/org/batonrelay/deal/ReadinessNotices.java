package org.batonrelay.deal;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.HouseLetters;
import org.batonrelay.relay.Readiness;
import org.batonrelay.relay.Readinesses;
import org.springframework.stereotype.Component;

/** Notices between onboarding and the AE, before the contract is signed. */
@Component
class ReadinessNotices implements Errand {

    private static final String NAME = "readiness-notice";
    private static final String ASKED = "asked";
    private static final String LATER = "later";

    private final Errands errands;
    private final HouseLetters letters;
    private final Readinesses readinesses;

    ReadinessNotices(Errands errands, HouseLetters letters, Readinesses readinesses) {
        this.errands = errands;
        this.letters = letters;
        this.readinesses = readinesses;
    }

    void asked(String executionId, LeadReference reference, String task) {
        errands.later(executionId, NAME, String.join(" ", ASKED, reference.value(), "group:" + Onboarding.GROUP, task));
    }

    /** @param later whether the client hears of a later start than agreed */
    void said(LeadReference reference, String holder, boolean later) {
        // the process ends in this very step, and this has to outlive it
        errands.later(null, NAME, String.join(" ", "said", reference.value(), holder, later ? LATER : "in-time"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        String[] part = payload.split(" ", 4);
        LeadReference reference = new LeadReference(part[1]);
        Readiness said = readinesses.of(reference).orElse(null);
        if (part[0].equals(ASKED) && said == null) {
            letters.tell(letters.notice(
                            "readiness-asked:" + part[3],
                            "readiness-asked",
                            reference,
                            new Holder(part[2]),
                            Map.of("task", letters.task(part[3])))
                    .toldBy(NAME, payload));
        } else if (!part[0].equals(ASKED) && said != null) {
            letters.write(
                    "readiness-said:" + reference + ":" + said.readyOn(),
                    "readiness-said",
                    reference,
                    new Holder(part[2]),
                    Map.of(
                            "csm",
                            letters.nameOf(Holder.person(said.csm())),
                            "readyOn",
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                    .withLocale(Locale.ENGLISH)
                                    .format(said.readyOn()),
                            "later",
                            part[3].equals(LATER)));
        }
    }
}
