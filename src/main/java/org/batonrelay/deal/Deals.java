package org.batonrelay.deal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.contract.ContractReviews;
import org.batonrelay.contract.DealTerms;
import org.batonrelay.contract.SignedContracts;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.meeting.MeetingDiary;
import org.batonrelay.relay.SendingBack;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leg in which a lead becomes a customer, or does not. */
@Component
@Transactional
class Deals {

    /** What the AE filled in beside the decision; dates as forms send them. */
    record Said(
            @Nullable String meetingChange,
            @Nullable String meetingOn,
            @Nullable String tryAgainOn,
            @Nullable String sendBackReason,
            @Nullable String sendBackNote,
            @Nullable String followUp,
            @Nullable String noFollowUpReason,
            SecondContact.Person contact,
            @Nullable String oneContactReason,
            @Nullable String dealValue,
            @Nullable String closeOn,
            SupportWanted support) {}

    /** The decision that asks legal. */
    static final String CONTRACT = "contract";

    static final String WON = "won";

    private final Batons batons;
    private final SecondContact secondContact;
    private final FollowUps followUps;
    private final MeetingDiary diary;
    private final MeetingPlan plan;
    private final ContractReviews reviews;
    private final SignedContracts signed;
    private final DealTerms terms;
    private final LeadTasks tasks;
    private final AgreedDates dates;
    private final SendingBack back;
    private final ApplicationEventPublisher events;

    Deals(
            Batons batons,
            SecondContact secondContact,
            FollowUps followUps,
            MeetingDiary diary,
            MeetingPlan plan,
            ContractReviews reviews,
            SignedContracts signed,
            DealTerms terms,
            LeadTasks tasks,
            AgreedDates dates,
            SendingBack back,
            ApplicationEventPublisher events) {
        this.batons = batons;
        this.secondContact = secondContact;
        this.followUps = followUps;
        this.diary = diary;
        this.plan = plan;
        this.reviews = reviews;
        this.signed = signed;
        this.terms = terms;
        this.tasks = tasks;
        this.dates = dates;
        this.back = back;
        this.events = events;
    }

    /** @return the variables that the deal begins with */
    Map<String, Object> open(LeadReference reference, @Nullable String meetingOn) {
        secondContact.count(reference);
        Map<String, Object> known = new HashMap<>(MeetingPlan.NO_MEETING);
        known.putAll(terms.of(reference).inForm());
        known.put(DealVariables.MEETING_FIXED, meetingOn != null);
        if (meetingOn != null) {
            known.putAll(plan.begin(reference, meetingOn));
        }
        return known;
    }

    /**
     * What an AE most often does next.
     *
     * @param begun what they have decided just now and is only being prepared; null when the deal begins
     */
    String usualNext(LeadReference reference, @Nullable String begun) {
        if (reviews.isApproved(reference) || signed.lastOf(reference).isPresent()) {
            return WON;
        }
        if (!diary.isAny(reference)) {
            return "meeting";
        }
        boolean lies = CONTRACT.equals(begun) || reviews.open(reference).isPresent() || isRevised(reference);
        return lies ? "summary" : CONTRACT;
    }

    /**
     * Takes down what the AE decided, in the transaction of the answer.
     *
     * @return the variables that follow from it
     * @throws Refusal when a date is past, or something is asked for twice
     */
    Map<String, Object> record(LeadReference reference, String decision, Said said) {
        batons.touch(reference);
        secondContact.add(reference, said.contact());
        return switch (decision) {
            case "meeting" -> plan.decide(reference, said.meetingChange(), said.meetingOn());
            case "later" -> followUps.later(reference, said.tryAgainOn());
            case "information" ->
                followUps.afterInformation(reference, said.followUp(), said.tryAgainOn(), said.noFollowUpReason());
            case CONTRACT -> askForContract(reference, said);
            case SendingBack.OUTCOME -> sendBack(reference, said);
            case "support" -> askForSupport(said.support());
            case "summary", WON, "lost" -> MeetingPlan.NO_MEETING;
            default -> throw new Refusal("'" + decision + "' is no decision: choose one from the list.");
        };
    }

    /** Won means signed; signed without legal's word, or with a question unanswered, is a shortcut. */
    void win(LeadReference reference) {
        secondContact.missAnswer(reference);
        if (!reviews.isApproved(reference)) {
            String why = reviews.last(reference)
                    .map(review ->
                            review.verdict() == null ? "legal has not answered" : "legal said " + review.verdict())
                    .orElse("legal was not asked");
            batons.recordDeparture(reference, "won without legal's approval", why);
        }
    }

    private Map<String, Object> sendBack(LeadReference reference, Said said) {
        back.record(reference, said.sendBackReason(), said.sendBackNote());
        return new HashMap<>();
    }

    private Map<String, Object> askForContract(LeadReference reference, Said said) {
        if (reviews.open(reference).isPresent()) {
            throw new Refusal("What next: legal is already reviewing the contract. Wait for their word on the card.");
        }
        if (isRevised(reference)) {
            throw new Refusal("What next: legal asks for changes. Complete the task \"Revise contract\":"
                    + " it brings the contract back to them.");
        }
        boolean owed = secondContact.isOwed(reference, said.oneContactReason());
        terms.agree(
                reference,
                said.dealValue() == null ? null : new BigDecimal(said.dealValue()).longValue(),
                said.closeOn() == null ? null : dates.ahead("Close date", said.closeOn(), dates.teamOf(reference)));
        return Map.of(DealVariables.SECOND_CONTACT_MISSING, owed);
    }

    /** Whether the contract lies with the AE and the client, between two rounds. */
    private boolean isRevised(LeadReference reference) {
        return tasks.find(reference, "reviseContract").isPresent();
    }

    private Map<String, Object> askForSupport(SupportWanted wanted) {
        events.publishEvent(wanted);
        return Map.of(DealVariables.SUPPORT_ID, wanted.id());
    }
}
