package org.batonrelay.engine.guard;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** Stands between a partner and what the engine would tell them; everybody else is told as ever. */
public class PartnersEyes {

    private static final PartnersQuestions QUESTIONS = new PartnersQuestions();

    private final ProcessEngineConfigurationImpl engine;
    private final Supplier<PartnersSight> sight;

    public PartnersEyes(ProcessEngineConfigurationImpl engine, Supplier<PartnersSight> sight) {
        this.engine = engine;
        this.sight = sight;
    }

    private Optional<Visitor> partner() {
        return Visitor.of(engine).filter(visitor -> Partners.isPartner(visitor.groups()));
    }

    private boolean arePartners() {
        return partner().isPresent();
    }

    /**
     * @param told what the engine would answer
     * @param all every variable of that task, of which the sight takes its choice
     */
    VariableMap on(Supplier<VariableMap> told, Supplier<VariableMap> all) {
        Visitor reader = partner().orElse(null);
        if (reader == null) {
            return told.get();
        }
        VariableMap seen = sight.get().of(reader.id(), all.get());
        VariableMap answer = Variables.createVariables();
        Collection<String> asked = told.get().keySet();
        asked.stream().filter(seen::containsKey).forEach(name -> answer.putValueTyped(name, seen.getValueTyped(name)));
        return answer;
    }

    /** One value; null where there is none, and where it is not theirs to see. */
    <T> @Nullable T on(
            String name, Supplier<@Nullable T> told, Supplier<VariableMap> all, Function<VariableMap, T> of) {
        Visitor reader = partner().orElse(null);
        if (reader == null) {
            return told.get();
        }
        VariableMap seen = sight.get().of(reader.id(), all.get());
        return seen.containsKey(name) ? of.apply(seen) : null;
    }

    /** Whom else a task is offered to is not a partner's business. */
    boolean maySee(IdentityLink link) {
        return partner()
                .map(reader -> reader.id().equals(link.getUserId())
                        || link.getGroupId() != null && reader.groups().contains(link.getGroupId()))
                .orElse(true);
    }

    TaskQuery tasks(TaskQuery usual) {
        if (arePartners() && usual instanceof TaskQueryImpl query) {
            query.addValidator(QUESTIONS);
        }
        return usual;
    }

    /** What is asked besides a shared list's own question. */
    void check(@Nullable Query<?, ?> more) {
        if (arePartners() && more instanceof AbstractQuery<?, ?> query) {
            QUESTIONS.validate(query);
        }
    }

    VariableInstanceQuery variables(CommandExecutor executor, Supplier<VariableInstanceQuery> usual) {
        return arePartners()
                ? new PartnersVariableQuery(
                        executor, engine.getTaskService(), sight.get().onEachRow())
                : usual.get();
    }
}
