package org.batonrelay.engine.guard;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.batonrelay.engine.Refusal;
import org.batonrelay.engine.RetryLostRaces;
import org.batonrelay.engine.Sentences;
import org.batonrelay.engine.Visitor;
import org.batonrelay.engine.form.ChoicesInForms;
import org.batonrelay.engine.form.FormCheck;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's forms as visitors may use them: every answer is checked against the form before it counts. */
public class GuardedFormService extends FormServiceImpl {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskGuard tasks;
    private final FormCheck forms;
    private final PartnersEyes partners;
    private final ChoicesInForms choices;

    public GuardedFormService(
            ProcessEngineConfigurationImpl engine,
            TaskGuard tasks,
            FormCheck forms,
            PartnersEyes partners,
            ChoicesInForms choices) {
        this.choices = choices;
        this.engine = engine;
        this.tasks = tasks;
        this.forms = forms;
        this.partners = partners;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return partners.on(() -> super.getTaskFormVariables(taskId), () -> super.getTaskFormVariables(taskId));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, @Nullable Collection<String> names, boolean deserialize) {
        return partners.on(
                () -> super.getTaskFormVariables(taskId, names, deserialize),
                () -> super.getTaskFormVariables(taskId, null, false));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        if (isTheHouse()) {
            super.submitTaskForm(taskId, properties);
        } else {
            answered(taskId, properties);
        }
    }

    /** A visitor gets back what was stored of their answer; what else the process knows is not theirs to read here. */
    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return isTheHouse()
                ? super.submitTaskFormWithVariablesInReturn(taskId, properties, deserializeValues)
                : answered(taskId, properties);
    }

    private VariableMap answered(String taskId, Map<String, Object> properties) {
        return tasks.answer(commandExecutor, taskId, properties, checked -> {
            super.submitTaskForm(taskId, checked);
            return checked;
        });
    }

    /** A process starts by its form or not at all. */
    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return isTheHouse()
                ? super.submitStartForm(processDefinitionId, properties)
                : Sentences.forAnswers(() -> RetryLostRaces.around(() ->
                        commandExecutor.execute(context -> Sentences.quietly(() -> super.submitStartForm(
                                processDefinitionId,
                                forms.check(
                                        FormsOnHand.ofStart(context, processDefinitionId), properties, Map::of))))));
    }

    /** The business key is for the process to make, whatever a visitor sends. */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, Map<String, Object> properties) {
        return isTheHouse()
                ? super.submitStartForm(processDefinitionId, businessKey, properties)
                : submitStartForm(processDefinitionId, properties);
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return open(
                () -> super.getDeployedTaskForm(taskId),
                () -> commandExecutor.execute(context -> {
                    tasks.find(context, taskId);
                    return FormsOnHand.ofTask(context, taskId);
                }));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return open(
                () -> super.getDeployedStartForm(processDefinitionId),
                () -> commandExecutor.execute(context -> FormsOnHand.ofStart(context, processDefinitionId)));
    }

    /** Whoever opens it finds in it who there is to choose. */
    private InputStream open(Supplier<InputStream> form, Supplier<?> again) {
        InputStream opened = opened(form, again);
        return Visitor.of(engine).map(reader -> choices.in(opened, reader)).orElse(opened);
    }

    /** When a form cannot be opened, looks again for why, and says so: a 404 with the sentence. */
    private static InputStream opened(Supplier<InputStream> form, Supplier<?> again) {
        try {
            return form.get();
        } catch (NotFoundException | NullPointerException e) {
            try {
                again.get();
            } catch (Refusal refusal) {
                throw new NotFoundException(refusal.getMessage(), e);
            }
            throw e;
        }
    }

    private boolean isTheHouse() {
        return Visitor.of(engine).isEmpty();
    }
}
