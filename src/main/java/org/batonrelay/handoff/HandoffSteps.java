package org.batonrelay.handoff;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Variables;
import org.batonrelay.lead.Priority;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code handoff.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class HandoffSteps {

    /** Puts together what is known, and finds what the giver must still say. */
    @Bean
    JavaDelegate assembleBrief(Briefs briefs) {
        return execution -> {
            List<String> missing = briefs.assemble(
                    Variables.reference(execution),
                    Exchange.of(Variables.text(execution, Variables.EXCHANGE)),
                    Priority.of(Variables.text(execution, Variables.PRIORITY)));
            execution.setVariable(HandoffVariables.ASKED, String.join(",", missing));
        };
    }

    /** Fills the form with what is known. Back from a return, a recall or a manager, the giver sees all of it. */
    @Bean
    TaskListener askForBrief(Briefs briefs) {
        return task -> {
            LeadReference reference = Variables.reference(task);
            Exchange exchange = Exchange.of(Variables.text(task, Variables.EXCHANGE));
            if (Variables.textOrNull(task, HandoffVariables.ASKED) == null) {
                task.setVariable(HandoffVariables.ASKED, String.join(",", briefs.all(reference, exchange)));
            }
            Variables.set(task, briefs.known(reference, exchange));
        };
    }

    /** Keeps what the giver has said, so that nobody is asked for it again. */
    @Bean
    JavaDelegate recordBrief(Briefs briefs) {
        return execution -> {
            Exchange exchange = Exchange.of(Variables.text(execution, Variables.EXCHANGE));
            Map<String, String> said = new LinkedHashMap<>();
            for (String field : briefs.fields(exchange)) {
                String value = Variables.textOrNull(execution, field);
                if (value != null) {
                    said.put(field, value);
                }
            }
            briefs.record(Variables.reference(execution), exchange, said, CurrentActor.name());
            execution.setVariable(HandoffVariables.ASKED, "");
        };
    }

    /** Reads what the deadlines of the next offer are, as the process owner has them now. */
    @Bean
    JavaDelegate readHandoffDeadlines(DeadlineTable table, Receivers receivers) {
        return execution -> {
            String exchange = Variables.text(execution, Variables.EXCHANGE);
            Holder receiver = new Holder(Variables.text(execution, HandoffVariables.RECEIVER));
            Deadlines deadlines = table.read(
                    exchange,
                    Variables.text(execution, Variables.PRIORITY),
                    receivers.team(receiver, Exchange.of(exchange)),
                    execution.getId());
            execution.setVariable(HandoffVariables.DEADLINES, deadlines.toString());
        };
    }

    /** Holds the baton out to its receiver, and works out once when what happens to the offer. */
    @Bean
    JavaDelegate offerBaton(NewOffers offers, OfferVariables variables) {
        return execution -> {
            Optional<Offer> offer = offers.offer(new NewOffers.Wanted(
                    Variables.reference(execution),
                    Exchange.of(Variables.text(execution, Variables.EXCHANGE)),
                    new Holder(Variables.text(execution, HandoffVariables.RECEIVER)),
                    Variables.text(execution, Variables.PRIORITY),
                    Deadlines.of(Variables.text(execution, HandoffVariables.DEADLINES)),
                    Receivers.names(Variables.textOrNull(execution, HandoffVariables.REFUSERS)),
                    Variables.textOrNull(execution, HandoffVariables.PASS_REASON),
                    execution.getId()));
            offer.ifPresentOrElse(
                    made -> Variables.set(execution, variables.of(made)),
                    () -> execution.setVariable(HandoffVariables.RECEIVERS, Choice.LATER));
        };
    }

    /** Finds the managers who may unblock the offer, and whether the client waits for it; it stays open meanwhile. */
    @Bean
    JavaDelegate escalateOffer(Ladder ladder, Delays delays) {
        return execution -> {
            LeadReference reference = Variables.reference(execution);
            execution.setVariable(HandoffVariables.UNBLOCKERS, ladder.escalate(reference));
            Deadlines deadlines = Deadlines.of(Variables.text(execution, HandoffVariables.DEADLINES));
            Variables.set(execution, delays.variables(reference, deadlines));
        };
    }

    /** The client hears by when they hear from us; a manager who has the task open is not asked about it any more. */
    @Bean
    JavaDelegate tellClientOfDelay(Delays delays) {
        return execution -> {
            delays.tell(Variables.reference(execution));
            Variables.set(execution, Map.of(HandoffVariables.TELL_CLIENT, false, HandoffVariables.NEW_DATE, ""));
        };
    }

    /** Lets the backup group take the baton as well. */
    @Bean
    JavaDelegate widenOffer(Ladder ladder) {
        return execution -> ladder.widen(Variables.reference(execution));
    }

    /** Tells the receivers again, and sets the next time. */
    @Bean
    JavaDelegate remindReceivers(Ladder ladder) {
        return execution -> {
            Instant next = ladder.remind(Variables.reference(execution));
            execution.setVariable(HandoffVariables.REMIND_AT, Date.from(next));
        };
    }

    /** Whom it was offered to is away, or a manager moves the batons of many: it is offered to somebody else. */
    @Bean
    JavaDelegate moveOffer(Verdicts verdicts) {
        return execution -> {
            String to = Variables.text(execution, HandoffVariables.NEW_RECEIVER);
            verdicts.move(
                    Variables.reference(execution),
                    to,
                    Variables.text(execution, HandoffVariables.MOVED_BY),
                    Variables.text(execution, HandoffVariables.MOVE_CAUSE));
            execution.setVariable(HandoffVariables.RECEIVER, to);
            execution.removeVariables(
                    List.of(HandoffVariables.NEW_RECEIVER, HandoffVariables.MOVED_BY, HandoffVariables.MOVE_CAUSE));
        };
    }

    /** The giver has taken the offer back. */
    @Bean
    JavaDelegate recordRecall(Handoffs handoffs) {
        return execution -> handoffs.recalled(
                Variables.reference(execution), Variables.text(execution, HandoffVariables.RECALLED_BY));
    }

    /** The receiver has accepted; in the transaction of that answer the baton is theirs. */
    @Bean
    JavaDelegate passBaton(Handoffs handoffs) {
        return execution -> handoffs.pass(Variables.reference(execution), CurrentActor.name());
    }

    /** Counts that the baton was not theirs, and finds who is offered it instead. */
    @Bean
    JavaDelegate recordMisroute(Handoffs handoffs) {
        return execution -> {
            String by = CurrentActor.name();
            Set<String> refusers = Receivers.names(Variables.textOrNull(execution, HandoffVariables.REFUSERS));
            refusers.add(by);
            Holder next = handoffs.misrouted(Variables.reference(execution), by, refusers, execution.getId());
            execution.setVariable(HandoffVariables.REFUSERS, String.join(",", refusers));
            execution.setVariable(HandoffVariables.RECEIVER, next.value());
            execution.removeVariable(HandoffVariables.DECISION);
        };
    }

    /** Counts a return, keeps what was missing, and leaves the form as new for the next receiver. */
    @Bean
    JavaDelegate recordReturn(Handoffs handoffs) {
        return execution -> {
            int times = 1 + (execution.getVariable(HandoffVariables.RETURNS) instanceof Integer before ? before : 0);
            String managers = handoffs.returned(
                    Variables.reference(execution),
                    CurrentActor.name(),
                    Variables.text(execution, HandoffVariables.RETURN_REASON),
                    Variables.textOrNull(execution, HandoffVariables.RETURN_NOTE),
                    times);
            execution.setVariable(HandoffVariables.RETURNS, times);
            execution.setVariable(HandoffVariables.MANAGERS, managers);
            execution.removeVariables(
                    List.of(HandoffVariables.DECISION, HandoffVariables.RETURN_REASON, HandoffVariables.RETURN_NOTE));
        };
    }

    /** Nobody has taken the baton in time: what was offered to a partner comes back, to be offered in-house. */
    @Bean
    JavaDelegate takeOfferBack(Ladder ladder) {
        return execution -> {
            Optional<Holder> next = ladder.takeBack(Variables.reference(execution));
            execution.setVariable(HandoffVariables.WAS_PARTNERS, next.isPresent());
            next.map(Holder::value).ifPresent(it -> execution.setVariable(HandoffVariables.RECEIVER, it));
        };
    }

    /** Nobody has taken the baton: the managers hold it and must decide. */
    @Bean
    JavaDelegate dropBaton(Ladder ladder, Delays delays) {
        return execution -> {
            LeadReference reference = Variables.reference(execution);
            execution.setVariable(HandoffVariables.DROP_CAUSE, ladder.plainCause(reference));
            execution.setVariable(HandoffVariables.MANAGERS, ladder.drop(reference));
            Deadlines deadlines = Deadlines.of(Variables.text(execution, HandoffVariables.DEADLINES));
            execution.setVariable(HandoffVariables.NEW_DATE, delays.dropped(reference, deadlines));
        };
    }

    /** The manager who claims the decision holds the baton. */
    @Bean
    TaskListener holdDroppedBaton(Ladder ladder) {
        return task -> ladder.hold(Variables.reference(task), task.getAssignee());
    }

    /** Keeps why the baton was dropped, whatever the manager decides next. */
    @Bean
    TaskListener recordDropCause(Verdicts verdicts) {
        return task -> verdicts.giveCause(Variables.reference(task), Variables.text(task, HandoffVariables.DROP_CAUSE));
    }

    /** A manager takes the baton without having been offered it. */
    @Bean
    JavaDelegate takeOverBaton(Verdicts verdicts) {
        return execution -> {
            verdicts.takeOver(Variables.reference(execution), CurrentActor.name());
            execution.removeVariable(HandoffVariables.READY_ON);
        };
    }

    /** A manager has named somebody else: the exchange starts anew for them. */
    @Bean
    JavaDelegate reassignBaton(Verdicts verdicts) {
        return execution -> {
            Holder receiver = verdicts.reassign(
                    Variables.reference(execution),
                    Variables.textOrNull(execution, HandoffVariables.NEW_RECEIVER),
                    CurrentActor.name());
            execution.setVariable(HandoffVariables.RECEIVER, receiver.value());
            execution.setVariable(HandoffVariables.RETURNS, 0);
            execution.removeVariables(List.of(
                    HandoffVariables.REFUSERS,
                    HandoffVariables.NEW_RECEIVER,
                    HandoffVariables.UNBLOCK_DECISION,
                    HandoffVariables.SETTLE_DECISION,
                    HandoffVariables.DROPPED_DECISION));
        };
    }
}
