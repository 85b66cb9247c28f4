package org.batonrelay.summary;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.CardText;
import org.batonrelay.baton.Variables;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.CurrentActor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code summary-email.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class SummaryEmailSteps {

    /** Looks whether mail can reach anybody this summary is meant for. */
    @Bean
    JavaDelegate findRecipients(SummaryRecipients recipients) {
        return execution -> {
            String summary = Variables.text(execution, SummaryProcess.SUMMARY_ID);
            execution.setVariable("hasReachableContact", recipients.find(summary));
        };
    }

    /** The form names whose address does not work, and starts from that address: often one letter is wrong. */
    @Bean
    TaskListener prefillAddress(SummaryRecipients recipients) {
        return task -> {
            recipients
                    .unreachable(Variables.text(task, SummaryProcess.SUMMARY_ID))
                    .ifPresent(contact -> {
                        task.setVariable("unreachableName", contact.name());
                        task.setVariable("contactEmail", contact.email());
                    });
        };
    }

    /** Takes the address that the holder has found out. */
    @Bean
    JavaDelegate recordAddress(SummaryRecipients recipients) {
        return execution -> recipients.recordAddress(
                Variables.text(execution, SummaryProcess.SUMMARY_ID), Variables.text(execution, "contactEmail"));
    }

    /** Sends in a transaction of its own, and sets the due times once the mail server has said yes: a dead server marks nothing sent. */
    @Bean
    JavaDelegate sendSummaryEmail(SummarySending sender, BusinessCalendar hours, AgreedDates dates) {
        return execution -> {
            Object before = execution.getVariable("sending");
            int sending = before == null ? 1 : (Integer) before + 1;
            Instant sentAt = sender.send(Variables.text(execution, SummaryProcess.SUMMARY_ID), sending);
            SummaryDeadlines deadlines = new SummaryDeadlines(
                    Variables.textOrNull(execution, "remindAfter"),
                    Variables.textOrNull(execution, "flagAfter"),
                    Variables.text(execution, "summaryCalendar"));
            String clock = dates.teamOf(Variables.reference(execution));
            Instant remindAt = deadlines.remindAt(sentAt, hours, clock);
            Instant flagAt = deadlines.flagAt(sentAt, hours, clock);
            execution.setVariable("sending", sending);
            execution.setVariable("remindAt", Date.from(remindAt));
            execution.setVariable("flagAt", Date.from(flagAt));
            execution.setVariable("reminderWanted", remindAt.isBefore(flagAt));
        };
    }

    /** Reminds the client once, in a transaction of its own. */
    @Bean
    JavaDelegate remindClient(SummarySending sender) {
        return execution -> sender.remind(
                Variables.text(execution, SummaryProcess.SUMMARY_ID), (Integer) execution.getVariable("sending"));
    }

    /** The client has been silent for too long. */
    @Bean
    JavaDelegate raiseFlag(Silence silence) {
        return execution -> silence.raiseFlag(Variables.text(execution, SummaryProcess.SUMMARY_ID));
    }

    /** The usual answer to silence is to send again. */
    @Bean
    TaskListener prefillSilence() {
        return task -> task.getExecution().setVariable("silenceDecision", "resend");
    }

    /** The client has confirmed by phone or in a meeting. */
    @Bean
    JavaDelegate recordPhoneConfirmation(Silence silence) {
        return execution -> silence.confirmedByPhone(Variables.text(execution, SummaryProcess.SUMMARY_ID));
    }

    /** The holder goes on without the client's word, and says why. */
    @Bean
    JavaDelegate recordDeparture(Silence silence) {
        return execution -> {
            String why = Variables.textOrNull(execution, "goOnReason");
            silence.goOn(Variables.text(execution, SummaryProcess.SUMMARY_ID), why == null ? "no reason given" : why);
        };
    }

    /** Tells whoever waits for this summary that it is settled, and how. */
    @Bean
    JavaDelegate tellSummarySettled(Summaries summaries, SummaryProcess process) {
        return execution -> {
            Summary summary = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
            process.summarySettled(
                    summary.reference(),
                    Variables.text(execution, SummaryProcess.AWAITED_ID),
                    summary.status().id());
        };
    }

    /** Counts the answer that the client gave; it was stored before. */
    @Bean
    JavaDelegate applyAnswer(Answers answers, Counting counting) {
        return execution -> {
            Answer answer = answers.get(Variables.text(execution, SummaryProcess.ANSWER_ID));
            counting.count(answer).ifPresent(agreed -> {
                execution.setVariable(SummaryProcess.CORRECTED_ID, answer.summaryId());
                execution.setVariable(SummaryProcess.SUMMARY_ID, agreed.id());
            });
            execution.setVariable("verdict", answer.verdict().id());
        };
    }

    /** The form shows the client's words to be changed, and beside them what we had written. */
    @Bean
    TaskListener prefillRevision(
            Summaries summaries, Answers answers, Contacts contacts, HeadingTitles titles, PitchWords pitchWords) {
        return task -> {
            DelegateExecution execution = task.getExecution();
            Summary agreed = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
            Summary before = summaries.get(Variables.text(execution, SummaryProcess.CORRECTED_ID));
            Answer answer = answers.get(Variables.text(execution, SummaryProcess.ANSWER_ID));
            String by = contacts.find(answer.contactId()).map(Contact::name).orElse("Somebody");
            agreed.headings().byName().forEach(execution::setVariable);
            execution.setVariable("nextStepOn", agreed.nextStepOn().toString());
            execution.setVariable("promises", null);
            execution.setVariable(PitchWords.VARIABLE, pitchWords.inOneLine());
            Map<String, Object> correction = Correction.between(by, before, agreed, answer);
            correction.put("titles", titles.of(agreed, Locale.ENGLISH));
            execution.setVariable("correction", Spin.JSON(CardText.harmless(correction)));
        };
    }

    /** Compares what the holder has made of a client's correction with it; a changed text is a new version. */
    @Bean
    JavaDelegate recordRevision(Summaries summaries, SummaryWriting writing) {
        return execution -> {
            Summary agreed = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
            Draft draft = Draft.of(execution::getVariable);
            boolean changed = !draft.saysTheSameAs(agreed);
            execution.setVariable("textChanged", changed);
            if (changed) {
                Summary corrected = summaries.get(Variables.text(execution, SummaryProcess.CORRECTED_ID));
                execution.setVariable(
                        SummaryProcess.SUMMARY_ID,
                        writing.revise(corrected, draft).id());
            }
        };
    }

    /** The form shows what the client wrote beside what they were sent. */
    @Bean
    TaskListener prefillSorting(Summaries summaries, Contacts contacts, HeadingTitles titles) {
        return task -> {
            Summary summary = summaries.get(Variables.text(task, SummaryProcess.SUMMARY_ID));
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put(
                    "by",
                    contacts.find(Variables.text(task, SortedAnswer.CONTACT))
                            .map(Contact::name)
                            .orElse("Somebody"));
            shown.put("said", Variables.text(task, SortedAnswer.SAID));
            shown.put("version", summary.version());
            summary.headings()
                    .byName()
                    .forEach((name, text) -> shown.put(name, text == null ? "not discussed yet" : text));
            titles.said(summary).ifPresent(said -> shown.put("said", said));
            shown.put("nextStepOn", WrittenDates.day(summary.nextStepOn()));
            task.setVariable("answered", Spin.JSON(CardText.harmless(shown)));
        };
    }

    /** Stores what an answer by mail means, now that somebody has read it; it is counted like an answer of the page. */
    @Bean
    JavaDelegate countSortedAnswer(Contacts contacts, Summaries summaries, ClientAnswers answers) {
        return execution -> {
            Contact contact = contacts.find(Variables.text(execution, SortedAnswer.CONTACT))
                    .orElseThrow();
            Summary summary = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
            // whoever has answered it has it, even where somebody else has handed it on
            summaries.addRecipients(summary.id(), List.of(contact.id()));
            boolean corrects = Variables.text(execution, SortedAnswer.MEANS).equals("corrected");
            answers.byMail(
                    contact,
                    Variables.text(execution, SortedAnswer.MAIL),
                    summary,
                    corrects ? Variables.text(execution, SortedAnswer.SAID) : null,
                    Answer.READ_BY + CurrentActor.name());
        };
    }

    /** Writes down the summary that a rep has just typed, and has it sent beside the relay; all in the transaction of that rep's step. */
    @Bean
    JavaDelegate announceSummary(SummaryWriting writing, Withdrawal withdrawal, SummaryProcess process, Drafts drafts) {
        return execution -> {
            Summary summary = writing.write(Variables.reference(execution), Draft.of(execution::getVariable));
            drafts.forget(summary.reference());
            withdrawal.replacedBy(summary);
            execution.setVariable(SummaryProcess.SUMMARY_ID, summary.id());
            process.summaryWritten(summary);
        };
    }
}
