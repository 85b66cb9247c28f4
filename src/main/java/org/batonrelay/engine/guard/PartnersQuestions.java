package org.batonrelay.engine.guard;

import org.batonrelay.engine.Sentences;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.Validator;

/**
 * Lists answer partners no question about values that they do not see: whoever may ask which tasks know a value like
 * "a%" has read it after a while. What a shared list asks by itself is its owner's question.
 */
class PartnersQuestions implements Validator<AbstractQuery<?, ?>> {

    private static final String BY_THE_TASK =
            "Search by the task, its dates, or whose it is; not by what the lead's processes know.";

    @Override
    public void validate(AbstractQuery<?, ?> query) {
        boolean byValue = query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream()
                        .anyMatch(part -> !part.getVariables().isEmpty());
        boolean byOrder = query.getOrderingProperties().stream().anyMatch(ordering -> ordering.getRelation() != null);
        if (byValue || byOrder) {
            throw Sentences.forbidden(BY_THE_TASK);
        }
    }
}
