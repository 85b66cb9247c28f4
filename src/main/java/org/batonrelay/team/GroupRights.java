package org.batonrelay.team;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine and its web apps. In-house groups read the tasks of whole definitions, because
 * a baton can be given to anybody in the house and must not be invisible to them; partners get a row per task from the
 * engine, programs that post leads get nothing. Nobody but administrators may change variables, assignees or instances
 * past the processes.
 */
@Component
class GroupRights {

    private static final List<String> REPS =
            List.of("marketing", "sdr", "ae", "sales-support", "csm", "customer-service");
    private static final List<String> LEGS = List.of(
            "handoff",
            "qualification",
            "deal",
            "onboarding",
            "leg-watch",
            "summary-email",
            "mail-bounced",
            "sales-support",
            "readiness");
    private static final List<String> LEGALS = List.of("contract-review", "onboarding");
    /** The contract comes back to the AE between two rounds. */
    private static final List<String> DEALS = List.of("contract-review");

    private static final List<String> WAYS_BACK = List.of("call-back", "pass-on", "send-back");
    private static final List<String> CARERS = List.of("csm", "customer-service", "manager");
    private static final List<String> HOUSE =
            List.of("marketing", "sdr", "ae", "sales-support", "legal", "csm", "customer-service", "manager");
    private static final List<String> FINDERS = List.of("marketing", "sdr", "ae", "csm", "customer-service", "manager");

    private final Rights rights;
    private final People people;

    GroupRights(Rights rights, People people) {
        this.rights = rights;
        this.people = people;
    }

    void give() {
        REPS.forEach(group -> worksIn(group, LEGS));
        worksIn("legal", LEGALS);
        worksIn("ae", DEALS);
        people.partners().forEach(group -> opens(group, "tasklist"));
        managersSeeEverything();
        processOwnersDeploy();
        FINDERS.forEach(group -> starts(group, "relay"));
        WAYS_BACK.forEach(way -> starts("manager", way));
        CARERS.forEach(group -> starts(group, "new-interest"));
        HOUSE.forEach(this::notesAbsences);
        starts("manager", "move-batons");
        administratorsMayEverything();
    }

    /** Tasklist shows the client and the leg on a task's row only to those who may read the instance. */
    private void worksIn(String group, List<String> definitions) {
        opens(group, "tasklist");
        definitions.forEach(
                key -> rights.give(group, Resources.PROCESS_DEFINITION, key, READ_INSTANCE, READ_TASK, TASK_WORK));
        WAYS_BACK.forEach(way -> rights.give(
                group,
                Resources.PROCESS_DEFINITION,
                way,
                ProcessDefinitionPermissions.READ,
                CREATE_INSTANCE,
                READ_INSTANCE,
                READ_TASK,
                TASK_WORK));
        rights.give(group, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
    }

    private void notesAbsences(String group) {
        opens(group, "tasklist");
        rights.give(
                group,
                Resources.PROCESS_DEFINITION,
                "absence",
                ProcessDefinitionPermissions.READ,
                CREATE_INSTANCE,
                READ_INSTANCE,
                READ_TASK,
                TASK_WORK);
        rights.give(group, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
    }

    private void managersSeeEverything() {
        opens("manager", "tasklist");
        opens("manager", "cockpit");
        rights.give(
                "manager",
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                READ_INSTANCE,
                READ_HISTORY,
                READ_TASK,
                TASK_WORK,
                RETRY_JOB);
        // Cockpit counts open tasks by this right alone
        rights.give("manager", Resources.TASK, ANY, Permissions.READ);
        readsDecisions("manager");
        rights.give("manager", Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void processOwnersDeploy() {
        opens("process-owner", "cockpit");
        rights.give("process-owner", Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
        rights.give("process-owner", Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        readsDecisions("process-owner");
    }

    private void readsDecisions(String group) {
        rights.give(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        rights.give(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    }

    private void starts(String group, String process) {
        rights.give(group, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ, CREATE_INSTANCE);
        rights.give(group, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
    }

    private void administratorsMayEverything() {
        for (Resources resource : Resources.values()) {
            rights.give("camunda-admin", resource, ANY, (Permission) Permissions.ALL);
        }
    }

    private void opens(String group, String app) {
        rights.give(group, Resources.APPLICATION, app, Permissions.ACCESS);
    }
}
