package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.relay.RunningLeg;
import org.junit.jupiter.api.Test;

/** A day was promised to the client, and nobody has taken the baton by the time it should have been taken. */
class LateReceiverTests extends RunningLeg {

    private void waitsForAnAe(LocalDate promised) {
        isOffered("sdr-1", "group:ae", promised);
        fires("batonStalled");
    }

    private void isOffered(String giver, String receiver, LocalDate promised) {
        isHeldBy(giver, Leg.QUALIFICATION);
        if (promised != null) {
            batons.agreeNextStep(lead, "A call with our expert", promised);
        }
        goesOnWith("handoff", Map.of("exchange", "sdr-to-ae", "giver", giver, "receiver", receiver));
        if (open().contains("prepareBrief")) {
            completes(giver, "prepareBrief", Map.of("nextSteps", "A call"));
        }
    }

    private List<Mailbox.Mail> told() {
        return mailbox.of(client()).stream()
                .filter(mail -> mail.subject().contains("later than we said")
                        || mail.subject().contains("etwas später"))
                .toList();
    }

    @Test
    void h14_tellsTheClientTheNewDateOnceWhereTheReceiverIsLate() {
        waitsForAnAe(HouseDay.today().plusDays(1));

        fires("clientNoticeDue");
        fires("tellClientOfDelay");

        LocalDate day = baton().nextStepOn();
        assertThat(day).isAfter(HouseDay.today().plusDays(1));
        assertThat(told()).singleElement().satisfies(mail -> {
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.text()).contains(String.valueOf(day.getDayOfMonth()), "you hear from us by");
            assertThat(mail.visible()).doesNotContainIgnoringCase("baton").doesNotContainIgnoringCase("handoff");
        });
        assertThat(lastOnRecord("handoff.delay-told").detail()).containsEntry("to", day.toString());
        // whoever waits longer tells nobody a second time
        completes("manager-1", "unblockBaton", Map.of("unblockDecision", "wait"));
        assertThat(open()).containsExactly("takeBaton");
        assertThat(told()).hasSize(1);
    }

    @Test
    void h14_aManagerCanVeto() {
        waitsForAnAe(HouseDay.today().plusDays(1));

        completes("manager-1", "unblockBaton", Map.of("unblockDecision", "wait", "tellClient", false));

        assertThat(jobsAt("clientNoticeDue", "tellClientOfDelay")).isZero();
        assertThat(told()).isEmpty();
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(baton().holder().id()).isEqualTo("ae-1");
    }

    @Test
    void h14_aManagerWhoWaitsTellsTheClientAtOnce() {
        waitsForAnAe(HouseDay.today().plusDays(1));
        jdbc.sql("update contact set language = 'de' where reference = :lead")
                .param("lead", lead.value())
                .update();

        completes("manager-1", "unblockBaton", Map.of("unblockDecision", "wait", "tellClient", true));
        fires("tellClientOfDelay");

        assertThat(told())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Sie hören bis"));
    }

    @Test
    void h14_saysNothingWhereNoDayWasPromisedOrItCanStillBeKept() {
        for (LocalDate promised : new LocalDate[] {
            null, HouseDay.today().plusDays(60), HouseDay.today().minusDays(9)
        }) {
            waitsForAnAe(promised);
            completes("manager-1", "unblockBaton", Map.of("unblockDecision", "wait"));
            assertThat(jobsAt("tellClientOfDelay")).isZero();
            assertThat(told()).isEmpty();
        }
    }

    @Test
    void h14_writesNothingToWhoeverWantsNoAutomaticMail() {
        waitsForAnAe(HouseDay.today().plusDays(1));
        jdbc.sql("insert into automatic_mail_stop (email_key, stopped_at) values (:email, now())")
                .param("email", client())
                .update();

        fires("clientNoticeDue");
        fires("tellClientOfDelay");

        assertThat(told()).isEmpty();
    }

    @Test
    void h14_saysNothingOnceSomebodyHasTakenIt() {
        waitsForAnAe(HouseDay.today().plusDays(1));
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(jobsAt("clientNoticeDue", "tellClientOfDelay")).isZero();
    }

    /** The only manager gives it: nobody is asked to unblock it, and still the client waits. */
    @Test
    void h14_tellsTheClientOfWhatWasDroppedWithoutAnEscalation() {
        isOffered("manager-1", "group:ae", HouseDay.today());
        fires("dropDue");
        assertThat(told()).as("a manager may decide first").isEmpty();

        errandsRun();

        LocalDate day = baton().nextStepOn();
        assertThat(day).isAfter(HouseDay.today());
        assertThat(told()).hasSize(1);
        assertThat(String.valueOf(
                        tasks.getVariable(task(lead.value(), "decideDropped").getId(), "newDate")))
                .as("told hours later, perhaps on the next day")
                .isIn(day.datesUntil(day.plusDays(8)).map(WrittenDates::day).toList());
        errandsRun();
        assertThat(told()).as("once an offer").hasSize(1);
    }

    @Test
    void h14_saysNothingMoreAtTheDropOfWhatTheClientKnows() {
        waitsForAnAe(HouseDay.today().plusDays(1));
        fires("clientNoticeDue");
        fires("tellClientOfDelay");

        fires("dropDue");
        errandsRun();

        assertThat(told()).hasSize(1);
        assertThat(onRecord().stream().filter("handoff.delay-told"::equals)).hasSize(1);
    }

    @Test
    void h14_tellsTheClientWhereNobodyIsThereToTakeIt() {
        isOffered("sdr-1", "somebody-who-left", HouseDay.today());
        assertThat(open()).containsExactly("decideDropped");

        errandsRun();

        assertThat(told()).hasSize(1);
    }

    @Test
    void h14_aManagerWhoDecidesAboutADroppedBatonFirstHasDecidedAboutTheMail() {
        isOffered("manager-1", "group:ae", HouseDay.today());
        fires("dropDue");

        completes("manager-1", "decideDropped", Map.of("dropCause", "absent", "droppedDecision", "take"));
        errandsRun();

        assertThat(told()).isEmpty();
    }

    /** The day was still ahead when it was offered first; whoever is offered it next is no less late. */
    @Test
    void h14_countsFromTheFirstOfferHoweverOftenItIsOfferedAgain() {
        isOffered("sdr-1", "group:ae", null);
        jdbc.sql("update offer set offered_at = :before where reference = :lead")
                .param("before", HouseDay.daysAgo(3))
                .param("lead", lead.value())
                .update();
        batons.agreeNextStep(lead, "A call with our expert", HouseDay.today().minusDays(1));
        completes("ae-1", "takeBaton", Map.of("decision", "not-ours"));

        fires("batonStalled");
        fires("clientNoticeDue");
        fires("tellClientOfDelay");

        assertThat(told()).hasSize(1);
    }

    private long jobsAt(String... elements) {
        return List.of(elements).stream()
                .mapToLong(element ->
                        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                                .mapToLong(instance -> management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .activityId(element)
                                        .count())
                                .sum())
                .sum();
    }
}
