package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.mail.Postman;
import org.batonrelay.meeting.Meeting;
import org.batonrelay.meeting.MeetingDiary;
import org.batonrelay.relay.RunningLeg;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A qualified lead: the summary of the talk and the invitation to the meeting that was agreed in it are one mail. */
class InvitationWithSummaryTests extends RunningLeg {

    @Autowired
    private Summaries summaries;

    @Autowired
    private ContactLinks links;

    @Autowired
    private ClientAnswers answers;

    @Autowired
    private Postman postman;

    @Autowired
    private MeetingDiary diary;

    private final List<Deployment> deployed = new ArrayList<>();

    @AfterEach
    void todaysModelsAreTheNewestAgain() {
        deployed.forEach(it -> engine.getRepositoryService().deleteDeployment(it.getId(), true));
    }

    private void isQualified() {
        isQualified(Map.of());
    }

    private void isQualified(Map<String, Object> more) {
        lead = aLeadInRelay();
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        qualifies(more);
    }

    private void qualifies(Map<String, Object> more) {
        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));
        Map<String, Object> said = new HashMap<>(aSummary());
        said.putAll(more);
        completes("sdr-1", "writeSummary", said);
    }

    private static String event(Mail mail) {
        return mail.calendar().replace("\r\n", "\n").replace("\n ", "");
    }

    private Mail theOnlyMail() {
        List<Mail> mails = mailbox.of(client());
        assertThat(mails).extracting(Mail::subject).hasSize(1);
        return mails.get(0);
    }

    private void assertBringsBoth(Mail mail) {
        assertThat(mail.subject()).startsWith("Invitation: ").contains("please confirm");
        assertThat(mail.text())
                .contains("We meet on ")
                .contains("Two plants, one of them on paper.")
                .contains("Accepting the invitation tells us that you come.")
                .contains(links.pageOf(contacts.main(lead).orElseThrow()));
        assertThat(event(mail))
                .contains("METHOD:REQUEST", "SEQUENCE:0", "mailto:" + client(), "mailto:sdr-1@baton.example")
                .contains("Two plants");
    }

    private boolean isOursInvited(String person) {
        return mailbox.of(person + "@baton.example").stream()
                .anyMatch(mail -> lead.value().equals(mail.header("X-Baton-Lead"))
                        && event(mail).contains("METHOD:REQUEST"));
    }

    private Summary summary() {
        return summaries.last(lead).orElseThrow();
    }

    @Test
    void peopleP3_theSummaryBringsTheInvitation() {
        isQualified();

        fires("sendSummaryEmail");
        fires("inviteToMeeting");

        assertBringsBoth(theOnlyMail());
        assertThat(isOursInvited("sdr-1")).isTrue();
        assertThat(diary.ahead(lead))
                .singleElement()
                .extracting(Meeting::sequence)
                .isEqualTo(0);
    }

    @Test
    void peopleP3_itDoesNotMatterWhichStepIsTheFirst() {
        isQualified();

        fires("inviteToMeeting");
        assertThat(mailbox.of(client())).isEmpty();
        assertThat(isOursInvited("sdr-1")).isTrue();
        fires("sendSummaryEmail");

        assertBringsBoth(theOnlyMail());
    }

    @Test
    void peopleP3_whoeverHasTakenTheBatonMeanwhileIsNamedAtOnce() {
        isQualified();
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        errandsRun();
        fires("inviteToMeeting");
        errandsRun();

        fires("sendSummaryEmail");

        assertThat(event(theOnlyMail())).contains("mailto:ae-1@baton.example").doesNotContain("mailto:sdr-1");
    }

    @Test
    void peopleP2_theEntryNamesTheAeAsSoonAsTheyTakeTheBaton() {
        isQualified();
        fires("sendSummaryEmail");
        fires("inviteToMeeting");
        String first = event(theOnlyMail());

        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        errandsRun();

        assertThat(mailbox.of(client())).hasSize(2);
        Mail update = mailbox.latest(client(), " looks after you from now on");
        Matcher uid = Pattern.compile("UID:\\S+").matcher(first);
        assertThat(uid.find()).isTrue();
        assertThat(event(update))
                .contains(uid.group(), "SEQUENCE:1", "METHOD:REQUEST", "mailto:ae-1@baton.example")
                .doesNotContain("mailto:sdr-1@baton.example");
        assertThat(organiser(first))
                .as("the house's address, whoever the host is")
                .isEqualTo(organiser(event(update)));
    }

    @Test
    void peopleP3_aReplyConfirmsTheText() {
        isQualified();
        fires("sendSummaryEmail");
        Mail mail = theOnlyMail();

        replies(mail, "Confirmed, thanks!\n\nAnna");
        answersCount();

        assertThat(summary().status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    @Test
    void peopleP3_anAcceptanceInACalendarNeverConfirmsTheText() {
        isQualified();
        fires("sendSummaryEmail");
        Mail mail = theOnlyMail();

        accepts(mail, "");
        answersCount();
        assertThat(lastOnRecord("meeting.answered").detail()).containsEntry("answer", "accepted");
        assertThat(summary().status()).isEqualTo(Summary.Status.SENT);

        accepts(mail, "Confirmed");
        answersCount();
        assertThat(summary().status())
                .as("a word beside it is read by a person")
                .isEqualTo(Summary.Status.SENT);
    }

    @Test
    void peopleP3_theReminderBringsNoInvitationAndWhatIsSentAgainDoes() {
        isQualified();
        fires("sendSummaryEmail");
        fires("inviteToMeeting");
        fires("reminderDue");
        fires("remindClient");
        assertThat(mailbox.latest(client(), "reminder").parts()).isEmpty();

        fires("silenceDue");
        completes("sdr-1", "decideOnSilence", Map.of("silenceDecision", "resend"));
        fires("sendSummaryEmail");

        List<Mail> both = mailbox.of(client()).stream()
                .filter(mail -> mail.subject().startsWith("Invitation"))
                .toList();
        assertThat(both).hasSize(2).allSatisfy(mail -> assertThat(event(mail)).contains("SEQUENCE:0"));
    }

    @Test
    void peopleP3_aNewVersionBringsNoInvitationToSomebodyWhoHasIt() {
        isQualified();
        fires("sendSummaryEmail");
        fires("inviteToMeeting");
        corrects("Three plants.");
        completes(
                "sdr-1",
                "reviseSummary",
                Map.of(
                        "currentSituation", "Three plants, one of them on paper.",
                        "nextSteps", "A demonstration on site.",
                        "nextStepOn", day(10)));
        fires("sendSummaryEmail");

        Mail newest = mailbox.latest(client(), "please confirm");
        assertThat(newest.subject()).startsWith("Our summary, version ");
        assertThat(newest.parts()).isEmpty();
    }

    @Test
    void peopleP3_whatCameBackGoesWithTheInvitationToTheMendedAddress() {
        isQualified();
        fires("sendSummaryEmail");
        fires("inviteToMeeting");
        bounces(theOnlyMail());

        String better = "anna.berg" + client().substring(client().indexOf('@'));
        completes("sdr-1", "mendAddress", Map.of("contactEmail", better));
        fires("sendSummaryEmail");

        assertBringsBoth(mailbox.latest(better, "please confirm"));
    }

    @Test
    void peopleP3_everyContactHasTheirOwnLinkAndWhoeverIsNotToComeGetsTheTextAlone() {
        lead = aLeadInRelay();
        Contact ben = contacts.add(lead, "Ben Ode", "ben-" + client(), null, "Buyer", "en");
        Contact eve = contacts.add(lead, "Eve Roth", "eve-" + client(), null, "Legal", "en");
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        jdbc.sql("insert into meeting_choice (contact_id, invited, chosen_by) values (:id, false, 'sdr-1')")
                .param("id", eve.id())
                .update();
        qualifies(Map.of("alsoTo", ben.email() + ", " + eve.email()));

        fires("inviteToMeeting");
        fires("sendSummaryEmail");

        Mail bens = mailbox.latest(String.valueOf(ben.email()), "Invitation");
        assertThat(bens.text())
                .contains(links.pageOf(ben))
                .doesNotContain(links.pageOf(contacts.main(lead).orElseThrow()));
        assertThat(event(bens)).contains("mailto:" + ben.email(), "mailto:" + client());
        Mail eves = mailbox.latest(String.valueOf(eve.email()), "please confirm");
        assertThat(eves.subject()).startsWith("What we talked about");
        assertThat(eves.parts()).isEmpty();
        assertThat(mailbox.of(String.valueOf(ben.email()))).hasSize(1);
        assertThat(mailbox.of(client())).hasSize(1);
    }

    @Test
    void peopleP3_aGuestWhoDoesNotGetTheTextIsInvitedByAMailOfTheirOwn() {
        lead = aLeadInRelay();
        Contact ben = contacts.add(lead, "Ben Ode", "ben-" + client(), null, "Buyer", "en");
        jdbc.sql("insert into meeting_choice (contact_id, invited, chosen_by) values (:id, true, 'sdr-1')")
                .param("id", ben.id())
                .update();
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        qualifies(Map.of());

        fires("sendSummaryEmail");
        fires("inviteToMeeting");

        assertBringsBoth(theOnlyMail());
        assertThat(mailbox.of(String.valueOf(ben.email()))).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Invitation");
            assertThat(mail.text()).doesNotContain("Two plants");
            assertThat(event(mail)).doesNotContain("Two plants");
        });
    }

    @Test
    void peopleP3_aMeetingThatMovesBeforeTheMailLeavesIsAnnouncedAtItsNewTime() {
        isQualified();
        fires("inviteToMeeting");
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        errandsRun();
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));
        fires("inviteToMeeting");
        assertThat(mailbox.of(client())).isEmpty();

        fires("sendSummaryEmail");

        assertThat(event(theOnlyMail()))
                .contains("DTSTART:" + time(9).substring(0, 10).replace("-", "") + "T");
    }

    // ---- relays that run on models from before, or on a process owner's own ----

    @Test
    void peopleP3_aQualificationWithoutTheStepInvitesByAMailOfItsOwn() throws IOException {
        deploys("qualification.bpmn", "older/qualification.bpmn");
        isQualified();

        fires("sendSummaryEmail");
        fires("inviteToMeeting");

        assertThat(mailbox.of(client()))
                .extracting(Mail::subject)
                .hasSize(2)
                .anyMatch(it -> it.startsWith("What we talked about"))
                .anyMatch(it -> it.startsWith("Invitation: ") && !it.contains("please confirm"));
    }

    @Test
    void peopleP3_aRelayThatAnnouncesALaterStartByAMailOfItsOwnSaysItOnce() throws IOException {
        deploys("relay.bpmn", "older/relay-announcing-later-start.bpmn");
        isQualified();
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        jdbc.sql("insert into readiness (reference, csm, ready_on, said_at) values (:it, 'csm-1', :on, now())")
                .param("it", lead.value())
                .param("on", LocalDate.parse(day(9)))
                .update();
        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        completes("csm-1", "takeBaton", Map.of("decision", "accept", "readyOn", day(40)));

        fires("announceLaterStart");
        fires("introduceReceiver");

        assertThat(mailbox.latest(client(), "your start").text()).contains("Until now we had named");
        assertThat(mailbox.latest(client(), "please meet").text())
                .contains("from today on")
                .doesNotContain("before anything else")
                .doesNotContain("Until now");
    }

    private void deploys(String name, String file) throws IOException {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString(name, Files.readString(Path.of("src/test/resources/" + file)))
                .deploy());
    }

    // ---- what the client's programs send ----

    private static String organiser(String event) {
        Matcher organiser = Pattern.compile("ORGANIZER[^:]*:mailto:(\\S+)").matcher(event);
        assertThat(organiser.find()).isTrue();
        return organiser.group(1);
    }

    private void replies(Mail mail, String words) {
        String to = mail.header("Reply-To").replaceAll(".*<|>.*", "");
        postman.bring(
                to,
                String.join(
                        "\n",
                        "From: Anna Berg <" + client() + ">",
                        "To: " + to,
                        "Subject: " + encoded("Re: " + mail.subject()),
                        "Message-ID: <reply-" + UUID.randomUUID() + "@client.example>",
                        "In-Reply-To: " + mail.header("Message-ID"),
                        "References: " + mail.header("Message-ID"),
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Transfer-Encoding: 8bit",
                        "",
                        words,
                        "",
                        "On Tue, 1 Dec 2026 at 10:00, Sam Rivers <" + to + "> wrote:",
                        mail.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n")),
                        ""));
    }

    private static String encoded(String subject) {
        try {
            return MimeUtility.encodeText(subject, "UTF-8", "Q");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accepts(Mail mail, String words) {
        String to = organiser(event(mail));
        postman.bring(
                to,
                String.join(
                        "\n",
                        "From: Anna Berg <" + client() + ">",
                        "To: " + to,
                        "Subject: Accepted: our meeting",
                        "Message-ID: <calendar-" + UUID.randomUUID() + "@client.example>",
                        "In-Reply-To: " + mail.header("Message-ID"),
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/alternative; boundary=\"xyz\"",
                        "",
                        "--xyz",
                        "Content-Type: text/plain; charset=utf-8",
                        "",
                        words,
                        "",
                        "--xyz",
                        "Content-Type: text/calendar; charset=utf-8; method=REPLY",
                        "Content-Transfer-Encoding: 8bit",
                        "",
                        mail.calendar()
                                .replace("METHOD:REQUEST", "METHOD:REPLY")
                                .replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED"),
                        "--xyz--",
                        ""));
    }

    private void corrects(String situation) {
        Contact anna = contacts.main(lead).orElseThrow();
        answers.correct(
                anna,
                UUID.randomUUID().toString(),
                summary().id(),
                summary().version(),
                Map.of("currentSituation", situation),
                null);
        answersCount();
    }

    /** An answer is stored first, and counted by an errand. */
    private void answersCount() {
        errandsBeginning("count-answer\n").stream().forEach(job -> management.executeJob(job.getId()));
    }

    private void bounces(Mail mail) {
        postman.bring(
                "office@baton.example",
                String.join(
                        "\n",
                        "From: Mail Delivery System <MAILER-DAEMON@client.example>",
                        "To: office@baton.example",
                        "Subject: Undelivered Mail Returned to Sender",
                        "Auto-Submitted: auto-replied",
                        "Message-ID: <bounce-" + UUID.randomUUID() + "@client.example>",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"xyz\"",
                        "",
                        "--xyz",
                        "Content-Type: text/plain",
                        "",
                        "User unknown",
                        "",
                        "--xyz",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; client.example",
                        "",
                        "Final-Recipient: rfc822; " + client(),
                        "Action: failed",
                        "Status: 5.1.1",
                        "",
                        "--xyz",
                        "Content-Type: text/rfc822-headers",
                        "",
                        "Message-ID: " + mail.header("Message-ID"),
                        "Subject: What we talked about",
                        "",
                        "--xyz--",
                        ""));
    }
}
