package org.batonrelay.team;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.stereotype.Component;

/** The lists that everybody finds in Tasklist; each shows what concerns whoever is looking at it. */
@Component
class SharedFilters {

    private static final String ME = "${currentUser()}";
    private static final List<String> EVERYBODY = List.of(
            "marketing", "sdr", "ae", "sales-support", "legal", "csm", "customer-service", "partner", "manager");
    /** Shown on each row, above the due date that Tasklist shows by itself. */
    private static final List<Map<String, String>> ON_EACH_ROW = List.of(
            Map.of("name", "organisation", "label", "Client"),
            Map.of("name", "about", "label", "What"),
            Map.of("name", "leg", "label", "Leg"));

    /** What tells legal which contract comes first. */
    private static final List<Map<String, String>> ON_EACH_CONTRACT = List.of(
            Map.of("name", "organisation", "label", "Client"),
            Map.of("name", "dealValue", "label", "Value"),
            Map.of("name", "closeOn", "label", "Close date"));

    private final FilterService filters;
    private final TaskService tasks;
    private final Rights rights;
    private final People people;

    SharedFilters(FilterService filters, TaskService tasks, Rights rights, People people) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
        this.people = people;
    }

    void share() {
        share(1, "Offered to my team", "Claim it, look at it, then accept it or say why not", offered(), EVERYBODY);
        share(2, "Mine", "What waits for me", mine(), EVERYBODY);
        share(3, "Yellow", "Mine or offered, and the lead flies a yellow flag", yellow(concernsMe()), EVERYBODY);
        share(4, "Overdue", "Mine or offered, and late", overdue(concernsMe()), EVERYBODY);
        share(5, "Everybody's", "All open tasks", soonestFirst(tasks.createTaskQuery()), List.of("manager"));
        share(6, "Everybody's yellow", "All under a yellow flag", yellow(tasks.createTaskQuery()), List.of("manager"));
        share(7, "Everybody's overdue", "All that are late", overdue(tasks.createTaskQuery()), List.of("manager"));
        share(0, "Contracts", "To review: the first one comes first", contracts(), List.of("legal"), ON_EACH_CONTRACT);
    }

    /** As the decision contract-priority says; of two that are alike the one that closes earlier. */
    private TaskQuery contracts() {
        return concernsMe()
                .taskDefinitionKey("reviewContract")
                .orderByTaskPriority()
                .desc()
                .orderByProcessVariable("closeOn", ValueType.STRING)
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    private TaskQuery offered() {
        return soonestFirst(tasks.createTaskQuery().taskCandidateUserExpression(ME));
    }

    private TaskQuery mine() {
        return soonestFirst(tasks.createTaskQuery().taskAssigneeExpression(ME));
    }

    private TaskQuery concernsMe() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateUserExpression(ME)
                .endOr();
    }

    /** Every flag has a hyphen in its name, and a lead without flags an empty text. */
    private static TaskQuery yellow(TaskQuery query) {
        return soonestFirst(query.processVariableValueLike("flags", "%-%"));
    }

    private static TaskQuery overdue(TaskQuery query) {
        return soonestFirst(query.dueBeforeExpression("${now()}"));
    }

    private static TaskQuery soonestFirst(TaskQuery query) {
        return query.orderByDueDate().asc().orderByTaskCreateTime().asc();
    }

    private void share(int place, String name, String description, TaskQuery query, List<String> groups) {
        share(place, name, description, query, groups, ON_EACH_ROW);
    }

    private void share(
            int place,
            String name,
            String description,
            TaskQuery query,
            List<String> groups,
            List<Map<String, String>> shown) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description", description,
                "priority", place,
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", shown));
        String id = filters.saveFilter(filter).getId();
        Stream.concat(groups.stream(), groups.contains("partner") ? people.partners().stream() : Stream.empty())
                .distinct()
                .forEach(group -> rights.give(group, Resources.FILTER, id, Permissions.READ));
    }
}
