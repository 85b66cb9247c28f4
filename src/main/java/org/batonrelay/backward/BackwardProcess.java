package org.batonrelay.backward;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.LeadMessages;
import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The processes of this room in business words, for pages that begin them without their start forms. */
@Component
@Transactional
public class BackwardProcess {

    private final RuntimeService runtime;
    private final LeadMessages messages;
    private final Asking asking;
    private final MisdirectedQuestion misdirected;

    BackwardProcess(
            @Lazy RuntimeService runtime, LeadMessages messages, Asking asking, MisdirectedQuestion misdirected) {
        this.runtime = runtime;
        this.messages = messages;
        this.asking = asking;
        this.misdirected = misdirected;
    }

    /**
     * Whoever is logged in asks an earlier runner.
     *
     * @param whom a user id, or {@code group:} and a group id; null for whoever held the lead last
     * @throws org.batonrelay.engine.Refusal when it cannot be asked
     */
    public void ask(LeadReference reference, @Nullable String whom, String question) {
        asking.whoAnswers(reference.value(), whom, CurrentActor.name()); // an answer to a person, no fault for the log
        Map<String, Object> said = new HashMap<>();
        said.put(Variables.REFERENCE, reference.value());
        said.put(CallBackVariables.WHOM, whom);
        said.put(CallBackVariables.QUESTION, question);
        runtime.startProcessInstanceByKey("call-back", reference.value(), said);
    }

    /**
     * Whoever is logged in passes a client's question on to today's holder.
     *
     * @param contactEmail of who asked; null for the main contact
     * @throws org.batonrelay.engine.Refusal when it cannot be passed on
     */
    public void passOn(LeadReference reference, @Nullable String contactEmail, String question) {
        misdirected.whoAsked(reference.value(), contactEmail, CurrentActor.name());
        Map<String, Object> said = new HashMap<>();
        said.put(Variables.REFERENCE, reference.value());
        said.put(PassOnSteps.CONTACT_EMAIL, contactEmail);
        said.put(CallBackVariables.QUESTION, question);
        runtime.startProcessInstanceByKey("pass-on", reference.value(), said);
    }

    void withdrawQuestions(LeadReference reference) {
        messages.tellAll(reference, "callBackWithdrawn");
    }
}
