package org.batonrelay.onboarding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.lead.Contact;
import org.batonrelay.relay.RunningLeg;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** An onboarding by itself, and what its people do in it. */
abstract class RunningOnboarding extends RunningLeg {

    static final String KICK_OFF = "Kick-off call: who does what by when";

    @Autowired
    Promises promises;

    @Autowired
    ClientItems clientItems;

    @Autowired
    Summaries summaries;

    @Autowired
    ClientAnswers answers;

    /** One promise was made before; the template adds the kick-off. */
    Promise begins() {
        isHeldBy("csm-1", Leg.ONBOARDING);
        Promise promise = promises.make(lead, null, "Send the price list", "us", "csm-1", date(5));
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
        return promise;
    }

    void everythingIsKept() {
        begins();
        decide("Send the price list", Map.of("promiseDecision", "kept"));
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
    }

    void decide(String what, Map<String, Object> values) {
        complete(item(what).getAssignee(), item(what), values);
    }

    Task item(String what) {
        List<Task> items = tasks.createTaskQuery()
                .processInstanceBusinessKey(lead.value())
                .taskDefinitionKey("keepPromise")
                .list();
        return items.stream()
                .filter(it ->
                        String.valueOf(tasks.getVariable(it.getId(), "promise")).startsWith(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task for " + what));
    }

    void clientConfirms() {
        Contact client = contacts.main(lead).orElseThrow();
        Summary last = summaries.last(lead).orElseThrow();
        answers.confirm(client, UUID.randomUUID().toString(), last.id(), last.version());
        countsAnswers();
    }

    void countsAnswers() {
        errandsBeginning("count-answer").stream().map(Job::getId).forEach(management::executeJob);
    }

    static LocalDate date(int ahead) {
        return LocalDate.parse(day(ahead));
    }
}
