package org.batonrelay.baton;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which of several tasks of the same name is this? The promise, or the question, on each row of every list. Local to
 * the task, because lists read nothing that stands between a task and its process.
 */
@Component
@Order(AboutTasks.ORDER)
class AboutTasks implements ApplicationRunner {

    /** In this node's turn to start, so that two nodes do not say it twice. */
    static final int ORDER = 110;

    private static final int LONGEST_ON_A_ROW = 200;
    private static final String SAID_NOTHING_YET = """
            select t.* from ACT_RU_TASK t where t.TASK_DEF_KEY_ = 'keepPromise' and not exists (
              select 1 from ACT_RU_VARIABLE v where v.TASK_ID_ = t.ID_ and v.NAME_ = 'about')""";

    private final TaskService tasks;

    AboutTasks(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    @EventListener(condition = "#task.eventName == 'create'")
    void on(DelegateTask task) {
        Stream.of("promise", "question")
                .map(name -> Variables.textOrNull(task, name))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(said -> task.setVariableLocal(Variables.ABOUT, onARow(said)));
    }

    /** Tasks that were made before lists said it. */
    @Override
    public void run(ApplicationArguments arguments) {
        tasks.createNativeTaskQuery()
                .sql(SAID_NOTHING_YET)
                .list()
                .forEach(task -> Optional.ofNullable(tasks.getVariable(task.getId(), "promise"))
                        .ifPresent(said ->
                                tasks.setVariableLocal(task.getId(), Variables.ABOUT, onARow(said.toString()))));
    }

    private static String onARow(String said) {
        String line = said.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_ON_A_ROW ? line : line.substring(0, LONGEST_ON_A_ROW - 1) + "…";
    }
}
