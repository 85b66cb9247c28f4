package org.batonrelay.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.InvalidLead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a lead of a visitor who has given a name and an address and says no more: looked at by an errand once they have
 * been quiet for a while. Whoever comes back finds their chat with the lead in it.
 */
@Component
class GoneVisitors implements Errand<String> {

    private static final Logger LOG = LoggerFactory.getLogger(GoneVisitors.class);
    private static final ErrandName<String> NAME = ErrandName.ofText("gone-visitor");

    private final Chats chats;
    private final LeadFromChat lead;
    private final Errands errands;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration quiet;

    GoneVisitors(
            Chats chats,
            LeadFromChat lead,
            Errands errands,
            TransactionTemplate transaction,
            Clock clock,
            ChatSettings settings) {
        this.chats = chats;
        this.lead = lead;
        this.errands = errands;
        this.transaction = transaction;
        this.clock = clock;
        this.quiet = settings.goneAfter();
    }

    /** In the caller's transaction: what the visitor has told is kept with the order to look at it. */
    void lookLater(String chat) {
        errands.at(clock.instant().plus(quiet), NAME, chat);
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** Nothing happens when its lead is there, or the visitor has said something since. */
    @Override
    public void run(String id) {
        Instant lately = clock.instant().minus(quiet);
        boolean stillHere = chats.lastHeard(id).filter(it -> it.isAfter(lately)).isPresent();
        if (stillHere || chats.find(id).isEmpty()) {
            return; // each of their words has left an order of its own
        }
        try {
            transaction.executeWithoutResult(tx -> lead.takeInAsItIs(id));
        } catch (InvalidLead invalid) {
            LOG.info("no lead is made of chat {}: {}", id, invalid.getMessage());
        }
    }
}
