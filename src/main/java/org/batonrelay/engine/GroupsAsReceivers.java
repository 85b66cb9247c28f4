package org.batonrelay.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets every model name a group where it names a person: a task whose assignee or candidate user turns out to be
 * {@code group:sdr} is offered to the group {@code sdr}. So one variable, a holder, says it all.
 */
public class GroupsAsReceivers extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
            understandGroups(userTask.getTaskDefinition());
        }
    }

    private static void understandGroups(TaskDefinition task) {
        Expression assignee = task.getAssigneeExpression();
        if (assignee != null) {
            task.setAssigneeExpression(Receivers.person(assignee));
            task.addCandidateGroupIdExpression(Receivers.groups(assignee));
        }
        Set<Expression> candidates = task.getCandidateUserIdExpressions();
        List<Expression> drawn = List.copyOf(candidates);
        candidates.clear();
        drawn.forEach(candidate -> {
            candidates.add(Receivers.people(candidate));
            task.addCandidateGroupIdExpression(Receivers.groups(candidate));
        });
    }
}
