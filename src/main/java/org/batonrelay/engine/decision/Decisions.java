package org.batonrelay.engine.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.batonrelay.engine.Faults;
import org.batonrelay.engine.UnreadableDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.DecisionTableEvaluationBuilderImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reads decision tables so that a bad one never fails the step of the person who needs it. Long because reading,
 * falling back and saying so belong together.
 */
@Component
public class Decisions {

    /** The type of the incidents that tell of an unreadable decision; their configuration is the decision's key. */
    static final String UNREADABLE = "unreadableDecision";

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final FiredRules rules;
    private final ApplicationEventPublisher events;
    private final Map<Rule, String> descriptions = new ConcurrentHashMap<>();

    Decisions(
            ObjectProvider<ProcessEngineConfigurationImpl> engine, FiredRules rules, ApplicationEventPublisher events) {
        this.engine = engine;
        this.rules = rules;
        this.events = events;
    }

    /**
     * The rule that has fired.
     *
     * @param version the id of the version of the decision
     * @param id as it stands in the table's file
     */
    public record Rule(String version, String id) {}

    /**
     * Evaluates the latest version in a transaction of its own. When it cannot be evaluated, no rule matches, or
     * {@code read} throws, an incident is raised on the execution and the newest older version that can be read
     * counts. The incident goes when the latest version can be read again for the same execution.
     *
     * @param read makes a value of the outputs by their names; throws IllegalArgumentException with a sentence when it
     *     cannot
     * @throws UnreadableDecision when no deployed version can be read
     */
    public <T> T decide(
            String decision,
            Map<String, ?> inputs,
            @Nullable String executionId,
            Function<Map<String, @Nullable Object>, T> read) {
        return decide(decision, inputs, executionId, (outputs, rule) -> read.apply(outputs));
    }

    /** The same, told which rule of which version it was. */
    public <T> T decide(
            String decision,
            Map<String, ?> inputs,
            @Nullable String executionId,
            BiFunction<Map<String, @Nullable Object>, Rule, T> read) {
        return newestReadable(decision, executionId, version -> read.apply(evaluate(version, inputs), fired(version)));
    }

    private <T> T newestReadable(String decision, @Nullable String executionId, Function<DecisionDefinition, T> read) {
        RuntimeException fault = new IllegalStateException("no decision '" + decision + "' is deployed");
        boolean latest = true;
        DecisionDefinition newest = null;
        for (DecisionDefinition version : versions(decision)) {
            try {
                T value = read.apply(version);
                report(executionId, decision, latest ? null : fault);
                tell(decision, newest, fault);
                return value;
            } catch (RuntimeException e) {
                LOG.warn("decision '{}', version {}, cannot be read", decision, version.getVersion(), e);
                fault = latest ? e : fault;
                newest = latest ? version : newest;
                latest = false;
            }
        }
        tell(decision, newest, fault);
        throw new UnreadableDecision("the decision '" + decision + "' cannot be read: " + reason(fault), fault);
    }

    /** @param unreadable the newest version, where it could not be read */
    private void tell(String decision, @Nullable DecisionDefinition unreadable, RuntimeException fault) {
        if (unreadable != null) {
            events.publishEvent(
                    new CouldNotUse(decision + ".dmn", unreadable.getDeploymentId(), String.valueOf(reason(fault))));
        }
    }

    /** The same for a table of which all matching rules count, in its order; it may be that none matches. */
    public <T> T collect(
            String decision,
            Map<String, ? extends @Nullable Object> inputs,
            @Nullable String executionId,
            Function<List<Map<String, @Nullable Object>>, T> read) {
        return newestReadable(
                decision,
                executionId,
                version -> read.apply(rules(version, inputs).stream()
                        .map(DmnDecisionRuleResult::getEntryMap)
                        .toList()));
    }

    /** The id of the newest version; null where there is none. */
    public @Nullable String latest(String decision) {
        DecisionDefinition newest = apart(() -> engine().getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult());
        return newest == null ? null : newest.getId();
    }

    private Rule fired(DecisionDefinition version) {
        return new Rule(version.getId(), String.valueOf(rules.last()));
    }

    /** What the process owner has written beside a rule; empty where they have not. */
    public String described(Rule rule) {
        return descriptions.computeIfAbsent(rule, this::description);
    }

    private String description(Rule rule) {
        return apart(() -> {
            ModelElementInstance element = engine().getRepositoryService()
                    .getDmnModelInstance(rule.version())
                    .getModelElementById(rule.id());
            return element instanceof org.camunda.bpm.model.dmn.instance.Rule drawn && drawn.getDescription() != null
                    ? drawn.getDescription().getTextContent()
                    : "";
        });
    }

    private List<DecisionDefinition> versions(String decision) {
        return apart(engine().getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .orderByDecisionDefinitionVersion()
                .desc()::list);
    }

    private Map<String, @Nullable Object> evaluate(DecisionDefinition version, Map<String, ?> inputs) {
        DmnDecisionRuleResult rule = rules(version, inputs).getSingleResult();
        if (rule == null) {
            throw new IllegalArgumentException("no rule matches " + inputs);
        }
        return rule.getEntryMap();
    }

    private DmnDecisionTableResult rules(DecisionDefinition version, Map<String, ? extends @Nullable Object> inputs) {
        CommandExecutor executor = engine().getCommandExecutorTxRequired();
        DmnDecisionTableResult result = apart(() -> (DmnDecisionTableResult)
                DecisionTableEvaluationBuilderImpl.evaluateDecisionTableById(executor, version.getId())
                        .variables(new HashMap<>(inputs))
                        .evaluate());
        String fault = rules.fault();
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return result;
    }

    /** In a transaction of its own, and with the rights of the house: a rep need not be allowed to read decisions. */
    private <T> T apart(Callable<T> reading) {
        return engine().getCommandExecutorTxRequiresNew().execute(context -> context.runWithoutAuthorization(reading));
    }

    private void report(@Nullable String executionId, String decision, @Nullable RuntimeException fault) {
        if (executionId == null) {
            return;
        }
        engine().getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
            List<IncidentEntity> open = execution.getIncidents().stream()
                    .filter(incident -> incident.getIncidentType().equals(UNREADABLE)
                            && decision.equals(incident.getConfiguration()))
                    .toList();
            if (fault == null) {
                open.forEach(incident -> execution.resolveIncident(incident.getId()));
            } else if (open.isEmpty()) {
                execution.createIncident(
                        UNREADABLE,
                        decision,
                        Faults.cut("the latest version of the decision '" + decision
                                + "' cannot be read, so an older one counts: " + reason(fault)));
            }
            return null;
        });
    }

    /** The engine says only that evaluating went wrong; what did is in the cause. */
    private static @Nullable String reason(RuntimeException fault) {
        return fault instanceof ProcessEngineException && fault.getCause() != null
                ? fault.getCause().getMessage()
                : fault.getMessage();
    }

    private ProcessEngineConfigurationImpl engine() {
        return engine.getObject();
    }
}
