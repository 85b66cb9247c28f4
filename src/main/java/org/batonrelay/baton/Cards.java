package org.batonrelay.baton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the card true on every open task of a lead. Whatever is appended to a lead's ledger, and every task that
 * appears, marks the lead; just before the transaction commits, the card is written once to each of its open tasks.
 */
@Component
class Cards {

    private final List<CardPart> parts;
    private final TaskService tasks;
    private final IdentityService identities;
    private final ObjectMapper json;
    private final OneAfterTheOther turns;

    Cards(
            List<CardPart> parts,
            @Lazy TaskService tasks,
            @Lazy IdentityService identities,
            ObjectMapper json,
            OneAfterTheOther turns) {
        this.parts = parts;
        this.tasks = tasks;
        this.identities = identities;
        this.json = json;
        this.turns = turns;
    }

    @EventListener
    void on(LedgerEntry entry) {
        mark(entry.reference());
    }

    @EventListener(condition = "#task.eventName == 'create'")
    void on(DelegateTask task) {
        String reference = Variables.textOrNull(task, Variables.REFERENCE);
        if (reference != null && LeadReference.isOne(reference)) {
            mark(new LeadReference(reference));
        }
    }

    private void mark(LeadReference reference) {
        turns.take(reference.value());
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Marked)) {
            Marked marked = new Marked();
            TransactionSynchronizationManager.bindResource(this, marked);
            TransactionSynchronizationManager.registerSynchronization(marked);
        }
        ((Marked) java.util.Objects.requireNonNull(TransactionSynchronizationManager.getResource(this)))
                .references.add(reference);
    }

    private void write(LeadReference reference) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .list();
        if (open.isEmpty()) {
            return;
        }
        Map<String, Object> card = new LinkedHashMap<>();
        parts.forEach(part -> card.putAll(part.of(reference)));
        var value = SpinValues.jsonValue(text(CardText.harmless(card))).create();
        try {
            open.forEach(task -> tasks.setVariableLocal(task.getId(), Variables.CARD, value));
        } catch (NullValueException | NullPointerException e) {
            // the engine tells neither a task that is gone nor an execution that is
            throw new OptimisticLockingException("a task of " + reference + " was done while its card was written", e);
        }
    }

    private String text(Map<String, Object> card) {
        try {
            return json.writeValueAsString(card);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a card holds plain values only", e);
        }
    }

    /** The leads of one transaction whose cards have to be written; steps aside for a transaction within it. */
    private final class Marked implements TransactionSynchronization {

        private final Set<LeadReference> references = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            // the house writes the card, also on tasks that whoever acts may not touch
            Authentication somebody = identities.getCurrentAuthentication();
            identities.clearAuthentication();
            try {
                List.copyOf(references).forEach(Cards.this::write);
            } finally {
                identities.setAuthentication(somebody);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Cards.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Cards.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Cards.this);
        }
    }
}
