package org.batonrelay.backward;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.LeadMessages;
import org.batonrelay.relay.Variables;
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

    BackwardProcess(@Lazy RuntimeService runtime, LeadMessages messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    /**
     * Whoever is logged in asks an earlier runner.
     *
     * @param whom a user id, or {@code group:} and a group id; null for whoever held the lead last
     * @throws RuntimeException around an {@link org.batonrelay.engine.Refusal} when it cannot be asked
     */
    public void ask(LeadReference reference, @Nullable String whom, String question) {
        Map<String, Object> said = new HashMap<>();
        said.put(Variables.REFERENCE, reference.value());
        said.put(CallBackVariables.WHOM, whom);
        said.put(CallBackVariables.QUESTION, question);
        runtime.startProcessInstanceByKey("call-back", reference.value(), said);
    }

    void withdrawQuestions(LeadReference reference) {
        messages.tellAll(reference, "callBackWithdrawn");
    }
}
