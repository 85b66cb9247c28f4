package org.batonrelay.rules;

import java.util.Map;
import java.util.Set;

/**
 * What a model may say to the engine beside what is drawn. A list of what is known to be harmless, so that whatever the
 * engine can do besides is refused, also what nobody here has thought of.
 */
final class ModelWords {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Older names of the same, to which the engine listens as well. */
    static final Set<String> OLDER = Set.of("http://activiti.org/bpmn", "http://activiti.com/modeler");

    static final Set<String> ELEMENTS = Set.of(
            "in",
            "out",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "value",
            "map",
            "entry",
            "taskListener",
            "executionListener",
            "failedJobRetryTimeCycle",
            "properties",
            "property");

    static final Set<String> ATTRIBUTES = Set.of(
            "delegateExpression",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "candidateStarterUsers",
            "candidateStarterGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "taskPriority",
            "jobPriority",
            "asyncBefore",
            "asyncAfter",
            "async",
            "exclusive",
            "initiator",
            "historyTimeToLive",
            "isStartableInTasklist",
            "versionTag",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "collection",
            "elementVariable",
            "errorMessage",
            "errorMessageVariable",
            "errorCodeVariable",
            "escalationCodeVariable",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "variableName",
            "variableEvents");

    private static final String BY_A_STEP =
            "Choose the implementation 'Delegate expression' in Modeler and name one of Baton's steps.";

    /** Why some of the rest are refused; in the words of Modeler's panel. */
    static final Map<String, String> WHY_NOT = Map.ofEntries(
            Map.entry("class", "a Java class by its name is not run. " + BY_A_STEP),
            Map.entry("expression", "an expression as implementation is not run. " + BY_A_STEP),
            Map.entry("type", "an external task, a mail task or a program of the machine is not run. " + BY_A_STEP),
            Map.entry("topic", "nobody outside takes work from Baton. " + BY_A_STEP),
            Map.entry("script", "a script is not run. Let one of Baton's steps work it out."),
            Map.entry("resource", "a script is not run. Write an expression over process variables."),
            Map.entry("connector", "a connector is not run. " + BY_A_STEP),
            Map.entry("field", "a step takes nothing by field injection. Pass it on as a process variable."),
            Map.entry("formKey", "a form of its own kind cannot be checked. Choose 'Camunda Forms' and a form's id."),
            Map.entry("formData", "a generated form cannot be checked. Choose 'Camunda Forms' and a form's id."),
            Map.entry("formHandlerClass", "a Java class by its name is not run. Choose 'Camunda Forms'."),
            Map.entry("taskListener", "only a delegate expression that names one of Baton's steps is run."),
            Map.entry("caseRef", "there are no cases in Baton. Call a process."),
            Map.entry("variableMappingClass", "a Java class by its name is not run. Map variables one by one."),
            Map.entry(
                    "variableMappingDelegateExpression",
                    "a call's variables are mapped one by one, under 'In mappings' and 'Out mappings'."),
            Map.entry("calledElementTenantId", "there are no tenants in Baton. Empty the field."),
            Map.entry("decisionRefTenantId", "there are no tenants in Baton. Empty the field."));

    private ModelWords() {}

    static String why(String name) {
        return WHY_NOT.getOrDefault(name, "Baton does not use it. Take it out.");
    }
}
