package org.batonrelay.baton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whose a task is: its model says so, by the extension property {@code whose}. A version of a model from before that
 * goes by the list that counted then; a task that neither knows is the holder's where it is assigned to them.
 */
@Component
class WhoseTasks {

    static final String PROPERTY = "whose";

    /**
     * Whose tasks go along when the baton is passed: the holder's, the giver's, who holds until somebody accepts, and
     * those of a promise, as long as the one who held owns it.
     */
    private static final Set<String> THE_HOLDERS = Set.of("holder", "giver", "owner");

    private final RepositoryService repository;
    private final Properties before = read();
    private final Map<String, Map<String, String>> byDefinition = new ConcurrentHashMap<>();

    WhoseTasks(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    boolean goesWithTheBaton(Task task) {
        return THE_HOLDERS.contains(byDefinition
                .computeIfAbsent(task.getProcessDefinitionId(), this::ofDefinition)
                .getOrDefault(task.getTaskDefinitionKey(), ""));
    }

    private Map<String, String> ofDefinition(String id) {
        Map<String, String> whose = new ConcurrentHashMap<>();
        repository
                .getBpmnModelInstance(id)
                .getModelElementsByType(UserTask.class)
                .forEach(task -> whose.put(task.getId(), whose(task)));
        return whose;
    }

    private String whose(UserTask task) {
        String said = said(task);
        if (said != null) {
            return said;
        }
        String drawn = "${holder}".equals(task.getCamundaAssignee()) ? "holder" : "";
        return before.getProperty(task.getId(), drawn);
    }

    private static @Nullable String said(UserTask task) {
        return Stream.ofNullable(task.getExtensionElements())
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> PROPERTY.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private static Properties read() {
        Properties read = new Properties();
        try (InputStream file = WhoseTasks.class.getResourceAsStream("/whose-tasks.properties")) {
            read.load(file);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
