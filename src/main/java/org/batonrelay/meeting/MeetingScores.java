package org.batonrelay.meeting;

import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How good the AE finds the meeting that the SDR has fixed; asked once, averaged from the ledger. */
@Component
@Transactional
public class MeetingScores {

    private final JdbcClient jdbc;
    private final Leads leads;
    private final EarlierRunners runners;
    private final Ledger ledger;

    MeetingScores(JdbcClient jdbc, Leads leads, EarlierRunners runners, Ledger ledger) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.runners = runners;
        this.ledger = ledger;
    }

    /** @param uid the meeting that a talk is about; null for a talk without one */
    public boolean isWanted(@Nullable String uid) {
        return uid != null
                && jdbc.sql("select count(*) from meeting where uid = :uid and fixed_in = :leg and score is null")
                                .param("uid", uid)
                                .param("leg", Leg.QUALIFICATION.id())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /**
     * Notes a score, {@code meeting.rated}; nothing when none was given, or none is wanted.
     *
     * @param score 1 to 5, as the form sends it
     */
    public void rate(LeadReference reference, @Nullable String uid, @Nullable String score) {
        if (score == null || !isWanted(uid)) {
            return;
        }
        if (!score.matches("[1-5]")) {
            throw new Refusal("How good was the meeting: a number from 1 to 5.");
        }
        jdbc.sql("update meeting set score = :score where uid = :uid")
                .param("score", Integer.valueOf(score))
                .param("uid", uid)
                .update();
        ledger.append(NewEntry.of(reference, EntryType.MEETING_RATED)
                .leg(Leg.DEAL.id())
                .with("score", Integer.valueOf(score))
                .with(
                        "sdr",
                        runners.who(reference, Leg.QUALIFICATION)
                                .map(Holder::value)
                                .orElse(null))
                .with("source", leads.get(reference).source())
                .with("meeting", uid));
    }
}
