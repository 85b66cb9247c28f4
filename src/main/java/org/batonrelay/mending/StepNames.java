package org.batonrelay.mending;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a step of a model is called there. */
@Component
class StepNames {

    private final RepositoryService repository;

    StepNames(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** Its id, where nobody has given it a name. */
    String of(String definition, String element) {
        String name =
                repository.getBpmnModelInstance(definition).getModelElementById(element) instanceof FlowElement known
                        ? known.getName()
                        : null;
        return '"' + (isBlank(name) ? element : String.valueOf(name)) + '"';
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
