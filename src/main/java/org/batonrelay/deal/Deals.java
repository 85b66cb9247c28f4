package org.batonrelay.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Flag;
import org.batonrelay.relay.LeadTasks;
import org.batonrelay.relay.SendingBack;
import org.jspecify.annotations.Nullable;
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
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactRole,
            @Nullable String dealValue,
            @Nullable String closeOn) {}

    private static final int ENOUGH_CONTACTS = 2;

    private final Batons batons;
    private final Contacts contacts;
    private final MeetingDiary diary;
    private final MeetingPlan plan;
    private final ContractReviews reviews;
    private final DealTerms terms;
    private final LeadTasks tasks;
    private final AgreedDates dates;
    private final SendingBack back;

    Deals(
            Batons batons,
            Contacts contacts,
            MeetingDiary diary,
            MeetingPlan plan,
            ContractReviews reviews,
            DealTerms terms,
            LeadTasks tasks,
            AgreedDates dates,
            SendingBack back) {
        this.batons = batons;
        this.contacts = contacts;
        this.diary = diary;
        this.plan = plan;
        this.reviews = reviews;
        this.terms = terms;
        this.tasks = tasks;
        this.dates = dates;
        this.back = back;
    }

    /** @return the variables that the deal begins with */
    Map<String, Object> open(LeadReference reference, @Nullable String meetingOn) {
        countContacts(reference);
        Map<String, Object> known = new HashMap<>(MeetingPlan.NO_MEETING);
        known.put(DealVariables.MEETING_FIXED, meetingOn != null);
        if (meetingOn != null) {
            known.putAll(plan.begin(reference, meetingOn));
        }
        return known;
    }

    /** What an AE most often does next. */
    String usualNext(LeadReference reference) {
        if (reviews.isApproved(reference)) {
            return "won";
        }
        if (!diary.isAny(reference)) {
            return "meeting";
        }
        return reviews.open(reference).isPresent() || isRevised(reference) ? "summary" : "contract";
    }

    /**
     * Takes down what the AE decided, in the transaction of the answer.
     *
     * @return the variables that follow from it
     * @throws Refusal when a date is past, or something is asked for twice
     */
    Map<String, Object> record(LeadReference reference, String decision, Said said) {
        batons.touch(reference);
        addContact(reference, said);
        return switch (decision) {
            case "meeting" -> plan.decide(reference, said.meetingChange(), said.meetingOn());
            case "later" -> wait(reference, said);
            case "contract" -> askForContract(reference, said);
            case SendingBack.OUTCOME -> sendBack(reference, said);
            case "summary", "won", "lost" -> MeetingPlan.NO_MEETING;
            default -> throw new Refusal("'" + decision + "' is no decision: choose one from the list.");
        };
    }

    /** Won means signed; signed without legal's word is a shortcut. */
    void win(LeadReference reference) {
        if (!reviews.isApproved(reference)) {
            String why = reviews.last(reference)
                    .map(review ->
                            review.verdict() == null ? "legal has not answered" : "legal said " + review.verdict())
                    .orElse("legal was not asked");
            batons.recordDeparture(reference, "won without legal's approval", why);
        }
    }

    private Map<String, Object> wait(LeadReference reference, Said said) {
        String team = dates.teamOf(reference);
        LocalDate day = dates.ahead("Try again on", said.tryAgainOn(), team);
        batons.agreeNextStep(reference, "Talk again", day);
        return Map.of(DealVariables.TRY_AGAIN_AT, Date.from(dates.opening(day, team)));
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
        countContacts(reference);
        terms.agree(
                reference,
                said.dealValue() == null ? null : new BigDecimal(said.dealValue()).longValue(),
                said.closeOn() == null ? null : dates.ahead("Close date", said.closeOn(), dates.teamOf(reference)));
        return new HashMap<>();
    }

    /** Whether the contract lies with the AE and the client, between two rounds. */
    private boolean isRevised(LeadReference reference) {
        return tasks.find(reference, "reviseContract").isPresent();
    }

    private void addContact(LeadReference reference, Said said) {
        if (said.contactName() == null && said.contactEmail() == null) {
            return;
        }
        if (said.contactName() == null) {
            throw new Refusal("Name: who is " + said.contactEmail() + "?");
        }
        contacts.add(reference, said.contactName(), said.contactEmail(), null, said.contactRole(), null);
        countContacts(reference);
    }

    /** A deal that hangs on one person at the client's side is a weak one. */
    private void countContacts(LeadReference reference) {
        int known = contacts.of(reference).size();
        if (known < ENOUGH_CONTACTS) {
            batons.raise(reference, Flag.ONE_CONTACT, "a deal needs two people on the client's side");
        } else {
            batons.clear(reference, Flag.ONE_CONTACT, known + " contacts");
        }
    }
}
