package org.batonrelay.watch;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.Variables;
import org.batonrelay.relay.LegVariables;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code leg-watch.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class LegWatchSteps {

    /** Has the holder done anything since? */
    @Bean
    JavaDelegate lookAtLeg(LegWatch watch) {
        return execution -> {
            String remindedOf = Variables.textOrNull(execution, LegVariables.REMINDED_OF);
            LegWatch.Look look = watch.look(
                    Variables.reference(execution),
                    Variables.text(execution, Variables.LEG),
                    remindedOf == null ? null : Instant.parse(remindedOf),
                    execution.getId());
            Variables.set(
                    execution,
                    Map.of(
                            LegVariables.WATCH_SAYS, look.watch().says().id(),
                            LegVariables.NOTHING_DONE_AT, Date.from(look.watch().nextLook()),
                            LegVariables.QUIET_SINCE, look.since().toString(),
                            LegVariables.MANAGER_GROUP, look.managerGroup()));
            if (look.watch().says() == Watch.Says.ESCALATE) {
                execution.setVariable(LegVariables.DECIDE_BY, Date.from(look.decideBy()));
            }
        };
    }

    /** The holder hears that it is their turn; the next time a manager does. */
    @Bean
    JavaDelegate remindHolder(LegWatch watch) {
        return execution -> {
            String since = Variables.text(execution, LegVariables.QUIET_SINCE);
            watch.remind(
                    Variables.reference(execution),
                    Variables.text(execution, Variables.LEG),
                    Instant.parse(since),
                    execution.getId());
            execution.setVariable(LegVariables.REMINDED_OF, since);
        };
    }

    /** A manager is asked to unblock a leg: waiting is preset, and they get a mail. */
    @Bean
    TaskListener prepareUnblocking(LegWatch watch) {
        return task -> {
            Map<String, String> preset = new HashMap<>();
            preset.put(LegVariables.UNBLOCK_DECISION, "wait");
            preset.put(LegVariables.NEW_RECEIVER, null);
            Variables.set(task, preset);
            watch.escalate(
                    Variables.reference(task),
                    Variables.text(task, Variables.LEG),
                    Variables.text(task, LegVariables.MANAGER_GROUP),
                    task.getId(),
                    task.getExecutionId());
        };
    }

    /** The managers have not decided in their time either. */
    @Bean
    JavaDelegate tellNextAbove(LegWatch watch) {
        return execution -> watch.tellNextAbove(
                Variables.reference(execution),
                Variables.text(execution, Variables.LEG),
                Variables.text(execution, LegVariables.MANAGER_GROUP),
                execution.getId());
    }

    /** Does what the manager decided about a stalled leg. */
    @Bean
    JavaDelegate settleUnblocking(Unblocking unblocking) {
        return execution -> unblocking.settle(
                Variables.reference(execution),
                Variables.text(execution, LegVariables.UNBLOCK_DECISION),
                Variables.textOrNull(execution, LegVariables.NEW_RECEIVER));
    }
}
