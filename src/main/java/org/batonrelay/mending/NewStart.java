package org.batonrelay.mending;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Variables;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.OwnTransaction;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.RelayBegunAnew;
import org.batonrelay.relay.RelayVariables;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets a relay going again that had come to a standstill: at an exchange, or at the start of its leg. What is left of
 * its processes is ended first; mails that are on their way still go. Where in the model that is, the model says. Long
 * because what a new start sets, ends and keeps is read together.
 */
@Component
@Transactional
public class NewStart {

    private static final String BEGUN_ANEW = "begun-anew";

    private final RuntimeService runtime;
    private final RelayPlaces places;
    private final ManagementService management;
    private final Batons batons;
    private final Leads leads;
    private final BusinessCalendar calendar;
    private final WaysOn ways;
    private final JdbcClient jdbc;
    private final OwnTransaction ownTransaction;
    private final ApplicationEventPublisher events;

    NewStart(
            @Lazy RuntimeService runtime,
            RelayPlaces places,
            @Lazy ManagementService management,
            Batons batons,
            Leads leads,
            BusinessCalendar calendar,
            WaysOn ways,
            JdbcClient jdbc,
            OwnTransaction ownTransaction,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.places = places;
        this.management = management;
        this.batons = batons;
        this.leads = leads;
        this.calendar = calendar;
        this.ways = ways;
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.events = events;
    }

    /** @throws Refusal where its model has no such exchange */
    public void atExchange(LeadReference reference, Exchange exchange) {
        begin(reference, RelayPlaces.exchange(exchange), "the exchange " + exchange.id());
    }

    /** @throws Refusal where its model has no such leg */
    public void atStartOf(LeadReference reference, Leg leg) {
        begin(reference, RelayPlaces.start(leg), "the leg " + leg.id());
    }

    private void begin(LeadReference reference, Predicate<FlowNode> wanted, String inWords) {
        setGoing(reference);
        Baton baton = batons.get(reference);
        Optional<ProcessInstance> relay = relay(reference);
        String definition = relay.map(ProcessInstance::getProcessDefinitionId).orElseGet(places::latest);
        Map<String, Object> variables = new HashMap<>();
        Predicate<FlowNode> place = wanted;
        if (baton.state() == Baton.State.RECYCLED) {
            place = RelayPlaces.WAKING;
        } else if (baton.leg() == Leg.CAPTURE && contactAt(reference) != null) {
            variables.put(RelayVariables.CONTACT_AT, contactAt(reference));
            place = RelayPlaces.WAITING;
        }
        String element = places.find(definition, place)
                .or(() -> places.find(definition, wanted))
                .orElseThrow(() -> new Refusal("The relay of this lead is drawn without " + inWords
                        + ", so it cannot go on there. Choose something else, or close it and take it in anew."));
        events.publishEvent(new RelayBegunAnew(reference));
        relay.ifPresentOrElse(
                running -> goOn(reference, running, element, variables),
                () -> startAnew(reference, baton, element, variables));
        if (!variables.containsKey(RelayVariables.CONTACT_AT)) {
            batons.become(reference, Baton.State.RUNNING);
        }
    }

    private void goOn(LeadReference reference, ProcessInstance relay, String element, Map<String, Object> variables) {
        variables.put(RelayVariables.RECEIVER, null);
        // should a leg be ended by it, the record says why
        variables.put(RelayVariables.OUTCOME, BEGUN_ANEW);
        runtime.setVariables(relay.getId(), variables);
        var change = runtime.createProcessInstanceModification(relay.getId());
        var later = change.startBeforeActivity(element);
        ActivityInstance tree = runtime.getActivityInstance(relay.getId());
        if (tree != null) {
            for (ActivityInstance child : tree.getChildActivityInstances()) {
                later.cancelActivityInstance(child.getId());
            }
            for (TransitionInstance step : tree.getChildTransitionInstances()) {
                if (ways.leadsOn(relay.getProcessDefinitionId(), step.getActivityId())) {
                    later.cancelTransitionInstance(step.getId());
                }
            }
        }
        later.execute();
    }

    private void startAnew(LeadReference reference, Baton baton, String element, Map<String, Object> variables) {
        Lead lead = leads.get(reference);
        variables.put(Variables.REFERENCE, reference.value());
        variables.put(Variables.ORGANISATION, lead.organisation());
        variables.put(Variables.LEG, baton.leg().id());
        variables.put(Variables.HOLDER, baton.holder().value());
        variables.put(
                Variables.FLAGS,
                String.join(",", baton.flags().stream().map(Flag::id).toList()));
        variables.put(Variables.PRIORITY, lead.priority().id());
        variables.put(RelayVariables.JOINED, false);
        variables.put(RelayVariables.FINDER_KEEPS, false);
        variables.put(RelayVariables.CUSTOMER, false);
        variables.put(RelayVariables.RECEIVER, null);
        runtime.createProcessInstanceByKey("relay")
                .businessKey(reference.value())
                .setVariables(variables)
                .startBeforeActivity(element)
                .execute();
    }

    /**
     * Whatever stands still of this lead. In a transaction of its own: the engine writes it for all at once, past what
     * this one has read already.
     */
    private void setGoing(LeadReference reference) {
        List<String> standing = jdbc.sql("select distinct I.ID_ from ACT_RU_EXECUTION I"
                        + " left join ACT_RU_JOB J on J.PROCESS_INSTANCE_ID_ = I.ID_ and J.SUSPENSION_STATE_ = 2"
                        + " where I.BUSINESS_KEY_ = :reference and I.PARENT_ID_ is null"
                        + " and (I.SUSPENSION_STATE_ = 2 or J.ID_ is not null)")
                .param("reference", reference.value())
                .query(String.class)
                .list();
        if (!standing.isEmpty()) {
            ownTransaction.run(() -> {
                standing.forEach(instance -> {
                    runtime.activateProcessInstanceById(instance);
                    management.activateJobByProcessInstanceId(instance);
                });
                return null;
            });
        }
    }

    private Optional<ProcessInstance> relay(LeadReference reference) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("relay")
                .rootProcessInstances()
                .list()
                .stream()
                .findFirst();
    }

    /** Who may not be called before a day is not called before it. */
    private @Nullable Date contactAt(LeadReference reference) {
        LocalDate notBefore = leads.get(reference).contactNotBefore();
        return notBefore == null || !notBefore.isAfter(calendar.today("sdr"))
                ? null
                : Date.from(calendar.opening(notBefore, "sdr"));
    }
}
