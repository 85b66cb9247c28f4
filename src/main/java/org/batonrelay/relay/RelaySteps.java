package org.batonrelay.relay;

import java.time.LocalDate;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Variables;
import org.batonrelay.lead.Greeting;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code relay.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class RelaySteps {

    /** A further contact of an organisation whose relay runs: its holder hears of it; a recycled lead wakes. */
    @Bean
    JavaDelegate joinRelay(Relays relays) {
        return execution -> relays.touched(Variables.reference(execution));
    }

    /** Answers the client at once; whoever has not written to us is not thanked for it. */
    @Bean
    JavaDelegate acknowledgeLead(ClientLetters letters) {
        return execution -> {
            LeadReference reference = Variables.reference(execution);
            String greeting = Variables.textOrNull(execution, RelayVariables.GREETING);
            switch (greeting == null ? Greeting.THANKS : Greeting.of(greeting)) {
                case THANKS -> letters.acknowledge(reference);
                case FIRST_LETTER -> letters.writeFirst(reference);
                case NOTHING -> {}
            }
        };
    }

    /** Picks who is offered the lead, unless its finder has named somebody. */
    @Bean
    JavaDelegate routeLead(RelayWays ways) {
        return execution -> {
            RelayWays.Routed routed = ways.route(
                    Variables.reference(execution),
                    Variables.textOrNull(execution, RelayVariables.HAND_TO),
                    execution.getId());
            execution.setVariable(RelayVariables.RECEIVER, routed.receiver().value());
            execution.setVariable(Variables.PRIORITY, routed.priority().id());
        };
    }

    /** Whoever has qualified the lead is offered it again; where nobody is left of them, the routing decides. */
    @Bean
    JavaDelegate lookUpSdr(RelayWays ways) {
        return execution -> {
            execution.setVariable(
                    RelayVariables.RECEIVER,
                    ways.backToSdr(Variables.reference(execution), execution.getId())
                            .value());
            // nobody is invited any more to what was called off
            execution.setVariable(RelayVariables.MEETING_ON, null);
        };
    }

    /** A leg begins; the call activity bears its name. */
    @Bean
    ExecutionListener startLeg(Batons batons) {
        return execution -> batons.startLeg(Variables.reference(execution), Leg.of(execution.getCurrentActivityId()));
    }

    /** A leg is over; what came of it is the variable outcome. */
    @Bean
    ExecutionListener finishLeg(Batons batons, SendingBack back) {
        return execution -> {
            String outcome = Variables.textOrNull(execution, RelayVariables.OUTCOME);
            batons.finishLeg(Variables.reference(execution), outcome == null ? "done" : outcome);
            if (!SendingBack.OUTCOME.equals(outcome)) {
                back.settle(Variables.reference(execution));
            }
        };
    }

    /** Not now: marketing holds the lead until it wakes. */
    @Bean
    JavaDelegate recycleLead(RelayWays ways) {
        return execution -> execution.setVariable(
                RelayVariables.WAKE_AT,
                ways.recycle(
                        Variables.reference(execution),
                        Variables.textOrNull(execution, RelayVariables.REASON),
                        Variables.text(execution, RelayVariables.RECYCLE_ON)));
    }

    /** Marketing hears why a lead was recycled or closed. */
    @Bean
    JavaDelegate tellMarketing(MarketingLetters letters) {
        return execution ->
                letters.tell(Variables.reference(execution), Variables.textOrNull(execution, RelayVariables.REASON));
    }

    /** The date has come, or the client has: the relay runs again, from the routing on. */
    @Bean
    JavaDelegate wakeLead(RelayWays ways) {
        return execution -> {
            ways.wake(Variables.reference(execution));
            execution.setVariable(RelayVariables.FINDER_KEEPS, false);
            execution.setVariable(RelayVariables.CUSTOMER, false);
            execution.setVariable(RelayVariables.HAND_TO, null);
        };
    }

    /** An AE who has qualified the lead runs the deal, too: nobody to pass it to. Who has run it before is asked first. */
    @Bean
    ExecutionListener checkWhoRunsDeal(RelayWays ways, EarlierRunners earlier) {
        return execution -> {
            LeadReference reference = Variables.reference(execution);
            execution.setVariable(RelayVariables.HOLDER_RUNS_DEAL, ways.isHeldByAe(reference));
            execution.setVariable(RelayVariables.RECEIVER, earlier.receiver(reference, Leg.DEAL));
        };
    }

    /** Whoever has run the deal is offered it again; where nobody is left of them, the model names the team. */
    @Bean
    JavaDelegate lookUpAe(EarlierRunners earlier) {
        return execution -> {
            execution.setVariable(RelayVariables.RECEIVER, earlier.receiver(Variables.reference(execution), Leg.DEAL));
            // the meeting that the qualification had fixed is long over
            execution.setVariable(RelayVariables.MEETING_ON, null);
        };
    }

    /** A deal that is won again goes to whoever began to onboard it; where nobody did, the model names the team. */
    @Bean
    ExecutionListener lookUpCsm(EarlierRunners earlier) {
        return execution -> execution.setVariable(
                RelayVariables.RECEIVER, earlier.receiver(Variables.reference(execution), Leg.ONBOARDING));
    }

    /** Whether operations are ready later than the client was told. */
    @Bean
    ExecutionListener checkStartDate(Readinesses readinesses) {
        return execution -> {
            Optional<LocalDate> told = Optional.ofNullable(Variables.textOrNull(execution, RelayVariables.READY_ON))
                    .flatMap(readyOn -> readinesses.toldAndEarlierThan(
                            Variables.reference(execution), LocalDate.parse(readyOn.substring(0, 10))));
            execution.setVariable(RelayVariables.START_LATER, told.isPresent());
            told.ifPresent(day -> execution.setVariable(RelayVariables.TOLD_START, day.toString()));
        };
    }

    /** The giver introduces the receiver to the client, and says from when they can start. */
    @Bean
    JavaDelegate introduceReceiver(ClientLetters letters) {
        return execution -> {
            String readyOn = Variables.textOrNull(execution, RelayVariables.READY_ON);
            letters.introduce(
                    Variables.reference(execution),
                    readyOn == null
                            ? null
                            : new StartDay(readyOn, Variables.textOrNull(execution, RelayVariables.TOLD_START)));
        };
    }

    /** Customer service holds the baton: the relay has done its work. */
    @Bean
    JavaDelegate finishRelay(RelayWays ways) {
        return execution -> ways.finish(Variables.reference(execution));
    }

    /** The one path by which a relay is given up: nothing of it stays alive. */
    @Bean
    JavaDelegate closeEverything(RelayWays ways) {
        return execution ->
                ways.close(Variables.reference(execution), Variables.textOrNull(execution, RelayVariables.REASON));
    }

    /** The client hears of a later start by a mail of its own. */
    @Bean
    JavaDelegate announceLaterStart(ClientLetters letters) {
        return execution -> letters.announceLaterStart(
                Variables.reference(execution),
                new StartDay(
                        Variables.text(execution, RelayVariables.READY_ON),
                        Variables.textOrNull(execution, RelayVariables.TOLD_START)));
    }
}
