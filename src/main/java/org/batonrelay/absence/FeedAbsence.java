package org.batonrelay.absence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Refusal;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Notes or ends one absence that the calendar feed tells of, by the same process as people do. */
@Component
class FeedAbsence implements Errand {

    static final String NAME = "feed-absence";

    private static final Logger LOG = LoggerFactory.getLogger(FeedAbsence.class);

    private final AbsencePlan plan;
    private final People people;
    private final RuntimeService runtime;
    private final TaskService tasks;

    FeedAbsence(AbsencePlan plan, People people, @Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.plan = plan;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    static String end(Absence absence) {
        return "end\n" + absence.id();
    }

    static String note(FeedEntry entry) {
        String substitute = entry.substitute() == null ? "" : entry.substitute();
        return String.join(
                "\n",
                "note",
                entry.uid(),
                entry.person(),
                entry.firstDay().toString(),
                entry.lastDay().toString(),
                substitute);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        String[] lines = payload.split("\n", -1);
        if (lines[0].equals("end")) {
            end(lines[1]);
        } else {
            note(lines);
        }
    }

    /** What does not add up is nobody's form to mend: it is told in the log, and read again with the next feed. */
    private void note(String[] lines) {
        String person = userId(lines[2]);
        String substitute = lines[5].isEmpty() ? null : userId(lines[5]);
        try {
            plan.check(plan.planned(
                    person,
                    LocalDate.parse(lines[3]),
                    LocalDate.parse(lines[4]),
                    substitute,
                    AbsenceFeed.NAME,
                    lines[1]));
        } catch (Refusal refusal) {
            LOG.warn("baton.absences.feed, {} from {}: {}", lines[2], lines[3], refusal.getMessage());
            return;
        }
        Map<String, Object> form = new HashMap<>();
        form.put("person", person);
        form.put("firstDay", lines[3]);
        form.put("lastDay", lines[4]);
        form.put("substitute", substitute);
        form.put("feedUid", lines[1]);
        runtime.startProcessInstanceByKey("absence", form);
    }

    private String userId(String address) {
        return people.withAddress(address).map(Person::id).orElse(address);
    }

    private void end(String absenceId) {
        tasks.createTaskQuery()
                .taskDefinitionKey("endAbsence")
                .processVariableValueEquals("absenceId", absenceId)
                .list()
                .forEach(task -> tasks.complete(task.getId()));
    }
}
