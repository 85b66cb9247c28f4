package org.batonrelay.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.ClassDelegateActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.MailActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ScriptTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Takes from a model what the engine would do without asking the house: programs of the machine, mails past the post,
 * scripts, classes by their names, work for others. Rules refuse these at deployment; this is for versions that were
 * deployed before there were rules. Such a step fails with a sentence, so that it is an incident and never silent.
 */
public class DrawnBehaviour extends AbstractBpmnParseListener {

    private static final List<Class<? extends ActivityBehavior>> FORBIDDEN = List.of(
            ShellActivityBehavior.class,
            MailActivityBehavior.class,
            ScriptTaskActivityBehavior.class,
            ClassDelegateActivityBehavior.class,
            ExternalTaskActivityBehavior.class);

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        tame(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        tame(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        tame(element, activity);
    }

    @Override
    public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        tame(element, activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        tame(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        tame(element, activity);
    }

    private static void tame(Element element, ActivityImpl activity) {
        ActivityBehavior behaviour = activity.getActivityBehavior();
        if (FORBIDDEN.stream().anyMatch(kind -> kind.isInstance(behaviour))) {
            activity.setActivityBehavior(new Forbidden(element.attribute("name", activity.getId())));
        }
    }

    private static final class Forbidden extends TaskActivityBehavior {

        private final String label;

        Forbidden(String label) {
            this.label = label;
        }

        @Override
        public void performExecution(ActivityExecution execution) {
            throw new ProcessEngineException("The step '" + label + "' of the model '"
                    + execution.getProcessDefinitionId()
                    + "' does what no model may do: a script, a program, a mail of its own, a class by its name, or work"
                    + " for a program outside. Deploy the model with a delegate expression of Baton's there.");
        }
    }
}
