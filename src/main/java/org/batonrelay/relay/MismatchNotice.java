package org.batonrelay.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the owner of a campaign, as the decision campaign-owners says, what a client has quoted from it. */
@Component
class MismatchNotice implements Errand<MismatchNotice.Mismatch>, ReadsDecision {

    static final ErrandName<Mismatch> NAME = new ErrandName<>("campaign-mismatched", Mismatch.class);

    record Mismatch(LeadReference reference, long report) {}

    private final Decisions decisions;
    private final HouseLetters letters;
    private final People people;
    private final Ledger ledger;

    MismatchNotice(Decisions decisions, HouseLetters letters, People people, Ledger ledger) {
        this.decisions = decisions;
        this.letters = letters;
        this.people = people;
        this.ledger = ledger;
    }

    @Override
    public ErrandName<Mismatch> name() {
        return NAME;
    }

    @Override
    public void run(Mismatch told) {
        LedgerEntry entry = ledger.of(told.reference()).stream()
                .filter(it -> it.id() == told.report())
                .findFirst()
                .orElseThrow();
        Map<String, Object> said = entry.detail();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("campaign", said.get("campaign"));
        inputs.put("source", said.get("source"));
        Holder owner = decisions.decide("campaign-owners", inputs, null, this::owner);
        letters.write(
                NAME + ":" + entry.id(),
                NAME.value(),
                told.reference(),
                owner,
                Map.of(
                        "campaign", String.valueOf(said.get("campaign")),
                        "source", String.valueOf(said.get("source")),
                        "quote", String.valueOf(said.get("quote")),
                        "by", letters.nameOf(new Holder(entry.actor()))));
    }

    @Override
    public Set<String> decisions() {
        return Set.of("campaign-owners");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        owner(outputs);
    }

    private Holder owner(Map<String, @Nullable Object> outputs) {
        Holder owner = new Holder(String.valueOf(outputs.get("owner")));
        boolean known = owner.isGroup()
                ? people.groupExists(owner.id())
                : people.person(owner.id()).isPresent();
        if (!known) {
            throw new IllegalArgumentException("campaign-owners: there is nobody called '" + owner.value()
                    + "' (owner); write a user id, or group: and a team");
        }
        return owner;
    }
}
