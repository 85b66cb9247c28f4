package org.batonrelay.absence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Refusal;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Notes or ends one absence that the calendar feed tells of, by the same process as people do. */
@Component
class FeedAbsence implements Errand<FeedAbsence.Order> {

    static final ErrandName<Order> NAME = new ErrandName<>("feed-absence", Order.class, "\\n");

    enum What {
        NOTE,
        END
    }

    /**
     * @param id of the feed's entry, or of the absence that ends
     * @param person as the feed names them; like all that follows, of an entry only
     */
    record Order(
            What what,
            String id,
            @Nullable String person,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String substitute) {

        static Order end(Absence absence) {
            return new Order(What.END, absence.id(), null, null, null, null);
        }

        static Order note(FeedEntry entry) {
            return new Order(
                    What.NOTE, entry.uid(), entry.person(), entry.firstDay(), entry.lastDay(), entry.substitute());
        }
    }

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

    @Override
    public ErrandName<Order> name() {
        return NAME;
    }

    @Override
    public void run(Order told) {
        if (told.what() == What.END) {
            end(told.id());
        } else {
            note(told);
        }
    }

    /** What does not add up is nobody's form to mend: it is told in the log, and read again with the next feed. */
    private void note(Order told) {
        String person = userId(requireNonNull(told.person()));
        LocalDate firstDay = requireNonNull(told.firstDay());
        LocalDate lastDay = requireNonNull(told.lastDay());
        String named = told.substitute();
        String substitute = named == null || named.isEmpty() ? null : userId(named);
        try {
            plan.check(plan.planned(person, firstDay, lastDay, substitute, AbsenceFeed.NAME.value(), told.id()));
        } catch (Refusal refusal) {
            LOG.warn("baton.absences.feed, {} from {}: {}", told.person(), told.firstDay(), refusal.getMessage());
            return;
        }
        Map<String, Object> form = new HashMap<>();
        form.put("person", person);
        form.put("firstDay", firstDay.toString());
        form.put("lastDay", lastDay.toString());
        form.put("substitute", substitute);
        form.put("feedUid", told.id());
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
