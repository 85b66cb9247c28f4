package org.batonrelay.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Holder;
import org.batonrelay.correspondence.AMail;
import org.batonrelay.correspondence.AnswerLetter;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.Message;
import org.batonrelay.correspondence.MessageNotice;
import org.batonrelay.correspondence.Note;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.correspondence.Proposal;
import org.batonrelay.correspondence.Proposals;
import org.batonrelay.correspondence.WhoAnswers;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.ThePast;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Sort;
import org.batonrelay.reading.PutAside;
import org.batonrelay.summary.Summary;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class MailDeskTests extends TalkingBaton {

    private static final String DOMAIN = "@baton.example";

    @Autowired
    private ThePast past;

    @Autowired
    private MailDesk desk;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private Notes notes;

    @Autowired
    private Files files;

    @Autowired
    private Proposals proposals;

    private void arrives(AMail mail) {
        arrives(mail.build());
    }

    private void arrives(IncomingMail mail) {
        transaction.executeWithoutResult(tx -> desk.take(mail));
        countAnswers();
    }

    /** Runs the errands of this kind, as the job executor would. */
    private void errands(String name) {
        errandsBeginning(name + "\n").stream().map(Job::getId).forEach(management::executeJob);
    }

    private String messageIdOf(String kind) {
        return jdbc.sql("select message_id from sent_mail where reference = :reference and mail_key like :kind"
                        + " order by sent_at desc fetch first 1 rows only")
                .param("reference", reference.value())
                .param("kind", kind + ":%")
                .query(String.class)
                .single();
    }

    /** Anna presses Reply on the summary. */
    private AMail reply(String said) {
        return AMail.from("Anna Ash", anna.email())
                .to(links.replyAddressOf(anna))
                .answering(messageIdOf("summary"))
                .about("Re: What we talked about – please confirm")
                .saying(said);
    }

    private AMail mailFromAnna(String said) {
        return AMail.from("Anna Ash", anna.email())
                .to(links.replyAddressOf(anna))
                .about("A question")
                .saying(said);
    }

    private List<String> receivedBy(String address) {
        return mailbox.of(address).stream()
                .filter(mail -> reference.value().equals(mail.header("X-Baton-Lead")))
                .map(Mail::subject)
                .toList();
    }

    // ---- answers to a summary ----

    @Test
    void anUnmistakableYesConfirmsTheSummary() {
        sends();
        arrives(reply("Hi Sam,\n\nyes, all correct. Thanks!\n\nAnna"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(onRecord("summary.confirmed").actor()).isEqualTo("client:" + anna.email());
        assertThat(onRecord("summary.confirmed").detail()).containsEntry("how", "mail");
        assertThat(onRecord()).contains("message.received");
        assertThat(isOpen("sortAnswer")).isFalse();
        assertSettled();
    }

    @Test
    void aYesToTheReminderConfirmsAsWell() {
        sends();
        fire(reference.value(), "reminderDue");
        fire(reference.value(), "remindClient");
        arrives(AMail.from("Anna Ash", anna.email())
                .to("office" + DOMAIN)
                .answering(messageIdOf("summary-reminder"))
                .about("AW: Reminder")
                .about("Re: " + mailbox.latest(anna.email(), "reminder").subject())
                .saying("Confirmed."));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    @Test
    void aDoubtIsSortedByTheHolderAndConfirmsNothingBefore() {
        sends();
        arrives(reply("Yes, but could you say more about the price?"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        Task sorting = task("sortAnswer");
        assertThat(sorting.getAssignee()).isEqualTo("sdr-1");
        assertThat(tasks.getVariable(sorting.getId(), "answered").toString())
                .contains("Yes, but could you say more about the price?", "Two plants, one of them on paper.");
        errands(MessageNotice.NAME.value());
        assertThat(mailbox.latest("sdr-1" + DOMAIN, reference.value()).text()).contains("Sort answer", "the price?");
    }

    @Test
    void c9_stopSaidByMailIsReadByAPersonAndOnceNotedEveryTimerKeepsQuiet() {
        sends();
        arrives(mailFromAnna("Please stop these mails. Unsubscribe."));

        errands(MessageNotice.NAME.value());
        assertThat(mailbox.latest("sdr-1" + DOMAIN, reference.value()).text()).contains("Unsubscribe.");
        assertThat(contacts.find(anna.id()).orElseThrow().wantsAutomaticMail())
                .as("no program takes a sentence for it")
                .isTrue();
        int before = mailbox.of(anna.email()).size();
        String page = "/leads/" + reference;
        assertThat(new Caller(port, "sdr-1")
                        .submit(page, page + "/contacts/" + anna.id() + "/automatic-mail", Map.of("wanted", "false"))
                        .statusCode())
                .isEqualTo(303);

        fire(reference.value(), "reminderDue");
        fire(reference.value(), "remindClient");

        assertThat(onRecord("contact.opted-out").actor()).isEqualTo("sdr-1");
        assertThat(mailbox.of(anna.email())).hasSize(before);
        assertThat(onRecord()).doesNotContain("summary.reminded");
    }

    @Test
    void theHolderSaysThatItConfirms() {
        sends();
        arrives(reply("That is how I see it too, cheers"));
        complete(task("sortAnswer"), Map.of("answerMeans", "confirmed"));
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(onRecord("summary.confirmed").detail()).containsEntry("how", "mail, read by sdr-1");
        assertSettled();
    }

    @Test
    void theHolderSaysThatItCorrectsAndWritesItWithTheirWordsBeside() {
        sends();
        arrives(reply("We have three plants, not two."));
        complete(task("sortAnswer"), Map.of("answerMeans", "corrected"));
        countAnswers();

        Task revising = task("reviseSummary");
        assertThat(tasks.getVariable(revising.getId(), "correction").toString())
                .contains("We have three plants, not two.");
        assertThat(onRecord("summary.corrected").actor()).isEqualTo("client:" + anna.email());
    }

    @Test
    void somethingElseLeavesTheSummaryWaiting() {
        sends();
        arrives(reply("Who comes on Tuesday?"));
        complete(task("sortAnswer"), Map.of("answerMeans", "something-else"));
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        arrives(reply("Confirmed").about("[EXTERNAL] Re: What we talked about – please confirm"));
        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    @Test
    void aYesWithAnotherSubjectAFileOrWordsBetweenTheQuotesIsSorted() {
        sends();
        String subject = "What we talked about – please confirm";
        for (String changed :
                List.of("Wrong timeline!", "Re: " + subject + "???", "Re: ?", "[not ok] Re: " + subject)) {
            arrives(reply("Confirmed").about(changed));
            assertThat(version(1).status()).as(changed).isEqualTo(Summary.Status.SENT);
        }
        arrives(reply("Confirmed").enclosing("corrections.docx", "application/octet-stream", 30_000));
        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        arrives(reply("Confirmed")
                .withAllOfIt("Confirmed\n\n> Timeline: before Easter\nNo, after Easter\n> Next steps"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(toSort()).hasSize(1);
        assertThat(onRecord().stream().filter("message.received"::equals)).hasSize(6);
    }

    private List<Task> toSort() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("sortAnswer")
                .list();
    }

    @Test
    void whatTheyWriteBeforeTheFirstIsSortedIsSortedWithIt() {
        sends();
        arrives(reply("We have three plants, not two."));
        Task opened = task("sortAnswer");
        arrives(reply("And the board meets in May."));
        arrives(reply("Sorry, in June."));

        assertThat(toSort())
                .singleElement()
                .satisfies(it -> assertThat(
                                tasks.getVariable(it.getId(), "answered").toString())
                        .containsSubsequence("Sorry, in June.", "the board meets in May.", "three plants, not two."));
        assertThatThrownBy(() -> complete(opened, Map.of("answerMeans", "confirmed")))
                .as("by whoever has only seen the first")
                .hasMessageContaining("Somebody else was faster");
        complete(task("sortAnswer"), Map.of("answerMeans", "corrected"));
        countAnswers();
        assertThat(tasks.getVariable(task("reviseSummary").getId(), "correction")
                        .toString())
                .contains("Sorry, in June.", "three plants, not two.");
        arrives(reply("One more thing"));
        assertThat(toSort()).as("what comes later is another answer").hasSize(1);
    }

    @Test
    void aYesTakesNothingBackThatNobodyHasSortedYet() {
        sends();
        arrives(reply("We have three plants, not two."));
        arrives(reply("Confirmed, thanks."));
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(tasks.getVariable(task("sortAnswer").getId(), "answered").toString())
                .containsSubsequence("Confirmed, thanks.", "three plants, not two.");
    }

    @Test
    void twoMailsThatAreTakenAtOnceAreSortedTogether() throws Exception {
        sends();
        IncomingMail first = reply("We have three plants.").build();
        IncomingMail second = reply("The board meets in May.").build();
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<?> taken = transaction.execute(tx -> {
                desk.take(first);
                Future<?> other = node.submit(() -> transaction.executeWithoutResult(its -> desk.take(second)));
                assertThatThrownBy(() -> other.get(2, TimeUnit.SECONDS))
                        .as("the second one waits for the first")
                        .isInstanceOf(TimeoutException.class);
                return other;
            });
            taken.get(1, TimeUnit.MINUTES);
        } finally {
            node.shutdownNow();
        }

        assertThat(toSort())
                .singleElement()
                .satisfies(it -> assertThat(
                                tasks.getVariable(it.getId(), "answered").toString())
                        .contains("We have three plants.", "The board meets in May."));
    }

    @Test
    void whatTwoContactsWriteIsSortedApart() {
        Contact ben = contacts.add(reference, "Ben Birch", "ben@" + anna.email().split("@")[1], null, null, null);
        sends();
        arrives(reply("Not quite"));
        arrives(AMail.from("Ben Birch", ben.email())
                .to(links.replyAddressOf(anna))
                .answering(messageIdOf("summary"))
                .about("Re: What we talked about – please confirm")
                .saying("Nor do I think so"));

        assertThat(toSort()).hasSize(2);
    }

    @Test
    void aYesFromSomebodyElseConfirmsNothingInTheContactsName() {
        sends();
        arrives(AMail.from("Bob Birch", "bob@elsewhere.example")
                .to(links.replyAddressOf(anna))
                .answering(messageIdOf("summary"))
                .about("Re: What we talked about – please confirm")
                .saying("Confirmed."));

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(onRecord("message.received").actor()).isEqualTo("client:bob@elsewhere.example");
        assertThat(contacts.of(reference)).hasSize(1);
    }

    @Test
    void aYesThatIsNoAnswerToTheSummaryIsAMessage() {
        sends();
        arrives(mailFromAnna("Yes"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(onRecord()).contains("message.received");
        assertThat(isOpen("sortAnswer")).isFalse();
    }

    @Test
    void aLateYesClearsTheFlag() {
        sends();
        fire(reference.value(), "reminderDue");
        fire(reference.value(), "remindClient");
        fire(reference.value(), "silenceDue");
        assertThat(flags()).contains("summary-unanswered");
        arrives(reply("Alles korrekt, danke."));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(flags()).isEmpty();
    }

    // ---- automatic answers and failures ----

    @Test
    void anAutomaticAnswerMovesReminderAndFlagBehindTheReturnOnce() {
        sends();
        Instant before = timer("reminderDue");
        LocalDate back = HouseDay.today().plusDays(20);
        arrives(reply("I am away.").awayUntil(back));

        assertThat(timer("reminderDue")).isAfter(before).isAfter(Instant.now().plusSeconds(20 * 86_400 - 86_400));
        assertThat(onRecord("away.noted").detail()).containsEntry("until", back.toString());
        Instant moved = timer("reminderDue");
        arrives(reply("Still away.").awayUntil(back.plusDays(10)));
        assertThat(timer("reminderDue")).isEqualTo(moved);
        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(onRecord()).doesNotContain("message.received");
    }

    @Test
    void anAutomaticYesConfirmsNothing() {
        sends();
        arrives(reply("Confirmed").sorted(Sort.AUTOMATIC));
        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
    }

    /** A help desk, a list, an empty return path: the words are the client's, and confirm nothing. */
    @Test
    void mailA1_wordsUnderAProgramsMarkReachTheHolderAndConfirmNothing() {
        sends();
        arrives(reply("Confirmed").marked());

        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(onRecord("message.received").detail()).containsEntry("text", "Confirmed");
        assertThat(onRecord()).doesNotContain("away.noted");
        assertThat(isOpen("sortAnswer")).isTrue();
    }

    @Test
    void mailA7_whoeverHasLeftIsToldToTheHolderAndTheNewAddressProposed() {
        sends();
        arrives(reply("I am no longer with Client. Please write to jo@elsewhere.example.")
                .sorted(Sort.NOTICE));
        errands(MessageNotice.NAME.value());

        assertThat(onRecord()).contains("message.received").doesNotContain("away.noted");
        assertThat(isOpen("sortAnswer")).isFalse();
        assertThat(proposals.of(reference)).extracting(Proposal::email).containsExactly("jo@elsewhere.example");
        assertThat(mailbox.latest("sdr-1" + DOMAIN, reference.value()).text())
                .contains("no longer with Client", "mark of a program", "jo@elsewhere.example");
    }

    @Test
    void mailR6_aForwardedMeetingOpensNoSortAnswer() {
        sends();
        arrives(reply("Kim has forwarded your meeting request.")
                .about("Meeting Forward Notification: Our call")
                .sorted(Sort.NOTICE));

        assertThat(onRecord()).contains("message.received");
        assertThat(isOpen("sortAnswer")).isFalse();
    }

    @Test
    void whatAColleagueSendsUnderAProgramsMarkIsPutAside() {
        assertThatThrownBy(() ->
                        arrives(AMail.from("Sam", "sdr-1" + DOMAIN).marked().saying("I am somewhere.")))
                .isInstanceOf(PutAside.class)
                .hasMessageContaining("of our own people");
    }

    @Test
    void aBouncedSummaryGoesAgainToTheMendedAddress() {
        sends();
        arrives(AMail.from("Mailer", "mailer-daemon@client.example")
                .failing(anna.email())
                .answering(messageIdOf("summary"))
                .saying("User unknown"));

        assertThat(onRecord("mail.bounced").detail()).containsEntry("to", anna.email());
        assertThat(flags()).contains("mail-bounced");
        assertThat(contacts.find(anna.id()).orElseThrow().reachable()).isFalse();
        Task mending = task("mendAddress");
        assertThat(tasks.getVariables(mending.getId()))
                .containsEntry("unreachableName", "Anna Ash")
                .containsEntry("contactEmail", anna.email());
        String better = "anna.ash" + anna.email().substring(anna.email().indexOf('@'));
        complete(mending, Map.of("contactEmail", better));
        fire(reference.value(), "sendSummaryEmail");

        assertThat(mailbox.latest(better, "please confirm").text()).contains("Two plants");
        assertThat(flags()).isEmpty();
        assertThat(isOpen("mendAddress")).isFalse();
    }

    @Test
    void anAnswerIsHeardWhileTheAddressIsMended() {
        sends();
        arrives(AMail.from("", "").failing(anna.email()).answering(messageIdOf("summary")));
        arrives(reply("Confirmed"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(isOpen("mendAddress")).isFalse();
        assertSettled();
    }

    @Test
    void anotherBouncedMailGoesAgainToTheMendedAddress() {
        arrives(mailFromAnna("Can you send the price list?"));
        errands(MessageNotice.NAME.value());
        holderReplies("Here it is.");
        arrives(AMail.from("", "").failing(anna.email()).answering(messageIdOf("answer")));
        arrives(AMail.from("", "").failing(anna.email()).answering(messageIdOf("answer")));

        assertThat(onRecord()).filteredOn("mail.bounced"::equals).hasSize(2);
        String better = "a" + anna.email();
        complete(task("mendAddress"), Map.of("contactEmail", better));
        fire(reference.value(), "sendBouncedMailAgain");

        assertThat(mailbox.of(better)).hasSize(1);
        assertThat(mailbox.latest(better, "A question").text()).contains("Here it is.");
        assertThat(flags()).isEmpty();
    }

    @Test
    void aWarningThatAMailIsLateIsNoFailure() {
        sends();
        arrives(AMail.from("Mail Delivery System", "mailer-daemon@client.example")
                .delayed()
                .answering(messageIdOf("summary")));

        assertThat(onRecord("mail.delayed").detail()).containsEntry("to", anna.email());
        assertThat(onRecord()).doesNotContain("mail.bounced");
        assertThat(contacts.find(anna.id()).orElseThrow().reachable()).isTrue();
        assertThat(flags()).doesNotContain("mail-bounced");
    }

    @Test
    void aFailureOfAMailThatWeNeverSentChangesNothing() {
        sends();
        arrives(AMail.from("", "").failing("nobody@elsewhere.example").answering("<forged@elsewhere.example>"));

        assertThat(onRecord()).doesNotContain("mail.bounced");
        assertThat(contacts.find(anna.id()).orElseThrow().reachable()).isTrue();
    }

    @Test
    void ourOwnMailComingBackIsNothing() {
        sends();
        int before = onRecord().size();
        arrives(reply("Confirmed").sorted(Sort.OWN));
        assertThat(onRecord()).hasSize(before);
    }

    // ---- other mail of clients ----

    private void holderReplies(String said) {
        Mail notice = mailbox.latest("sdr-1" + DOMAIN, reference.value());
        String address = notice.header("Reply-To").replaceAll(".*<|>.*", "");
        arrives(AMail.from("Sam Rivers", "sdr-1" + DOMAIN)
                .to(address)
                .unproven()
                .about("Re: " + notice.subject())
                .saying(said));
        errands(AnswerLetter.NAME.value());
    }

    @Test
    void aClientsMailReachesTheHolderWhoseReplyReachesTheClient() {
        arrives(mailFromAnna("Can you send the price list?"));
        errands(MessageNotice.NAME.value());

        Mail notice = mailbox.latest("sdr-1" + DOMAIN, reference.value());
        assertThat(notice.text()).contains("Anna Ash", "Can you send the price list?");
        assertThat(notice.header("Auto-Submitted")).isNotNull();
        holderReplies("With pleasure: it comes tomorrow.");

        Mail answer = mailbox.latest(anna.email(), "Re: A question");
        assertThat(answer.text()).contains("With pleasure: it comes tomorrow.", "Sam Rivers");
        assertThat(answer.from().getPersonal()).isEqualTo("Sam Rivers");
        assertThat(answer.header("Reply-To")).contains("reply+");
        assertThat(answer.header("Auto-Submitted")).isNull();
        assertThat(onRecord("message.sent").actor()).isEqualTo("sdr-1");
        assertThat(correspondence.of(reference))
                .extracting(Message::direction)
                .containsExactly(Message.Direction.FROM_CLIENT, Message.Direction.TO_CLIENT);
    }

    @Test
    void nobodyElseAnswersFromAHoldersAddress() {
        arrives(mailFromAnna("Can you send the price list?"));
        errands(MessageNotice.NAME.value());
        String address = mailbox.latest("sdr-1" + DOMAIN, reference.value())
                .header("Reply-To")
                .replaceAll(".*<|>.*", "");

        assertThatThrownBy(() ->
                        arrives(AMail.from("Alex", "ae-1" + DOMAIN).to(address).saying("We pay you back.")))
                .isInstanceOf(PutAside.class);
        assertThatThrownBy(() -> arrives(
                        AMail.from("Eve", "eve@evil.example").to(address).saying("We pay you back.")))
                .isInstanceOf(PutAside.class);
        errands(AnswerLetter.NAME.value());
        assertThat(onRecord()).doesNotContain("message.sent");
    }

    @Test
    void peopleInCopyAreProposedAndBecomeContactsOnlyWhenTheHolderSaysSo() {
        String bob = "bob@" + anna.email().substring(anna.email().indexOf('@') + 1);
        arrives(mailFromAnna("My colleague is in copy.")
                .copiedTo("Bob Birch", bob)
                .copiedTo("Sam", "sdr-1" + DOMAIN));

        assertThat(contacts.of(reference)).hasSize(1);
        assertThat(proposals.of(reference)).extracting(Proposal::email).containsExactly(bob);
        Proposal proposal = proposals.of(reference).get(0);
        proposals.take(reference, proposal.id(), "sdr-1");
        assertThat(contacts.of(reference)).extracting(Contact::name).contains("Bob Birch");
        assertThat(proposals.of(reference)).isEmpty();
    }

    @Test
    void anAnswerToAnEarlierRunnerIsPassedOnAndTheClientLearnsWhoAnswers() {
        sends();
        confirms(anna);
        isPassedOnBySdr1();
        arrives(AMail.from("Anna Ash", anna.email())
                .to("sdr-1" + DOMAIN, "office" + DOMAIN)
                .about("One more thing")
                .saying("Can we start in May?"));
        errands(MessageNotice.NAME.value());
        errands(WhoAnswers.NAME.value());

        assertThat(onRecord("message.passed-on").detail())
                .containsEntry("from", "sdr-1")
                .containsEntry("to", "ae-1");
        assertThat(receivedBy("ae-1" + DOMAIN)).anyMatch(it -> it.contains("One more thing"));
        assertThat(mailbox.latest(anna.email(), "Alex Winter").text()).contains("Sam Rivers", "Alex Winter");
        arrives(AMail.from("Anna Ash", anna.email())
                .to("sdr-1" + DOMAIN, "office" + DOMAIN)
                .about("And another thing")
                .saying("Or in June?"));
        errands(WhoAnswers.NAME.value());
        assertThat(receivedBy(anna.email()).stream().filter(it -> it.contains("Alex Winter")))
                .as("once a day is enough")
                .hasSize(1);
    }

    /** The day is the house's: in January it begins at 23:00 UTC. */
    @Test
    void tellsAgainWhoAnswersOnAnotherDayOfTheHouse() {
        sends();
        isPassedOnBySdr1();

        asksTheEarlierRunner(Instant.parse("2026-01-14T22:30:00Z"));
        asksTheEarlierRunner(Instant.parse("2026-01-14T23:30:00Z"));
        assertThat(timesTold()).as("it is the next day already").isEqualTo(2);

        asksTheEarlierRunner(Instant.parse("2026-01-15T22:30:00Z"));
        assertThat(timesTold()).as("it is still the same day").isEqualTo(2);
    }

    private void isPassedOnBySdr1() {
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("ae-1"), "accepted"));
        past.happened(
                Instant.parse("2020-01-01T00:00:00Z"),
                past.entry(reference, "holder.changed").by("baton").with("to", "sdr-1"));
    }

    private void asksTheEarlierRunner(Instant at) {
        arrives(AMail.from("Anna Ash", anna.email())
                .to("sdr-1" + DOMAIN, "office" + DOMAIN)
                .about("One more thing")
                .saying("Can we start in May?"));
        jdbc.sql("update message set said_at = :at where reference = :reference"
                        + " and said_at = (select max(said_at) from message where reference = :reference)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reference", reference.value())
                .update();
        errands(WhoAnswers.NAME.value());
    }

    private long timesTold() {
        return receivedBy(anna.email()).stream()
                .filter(it -> it.contains("Alex Winter"))
                .count();
    }

    @Test
    void aMailAboutNothingOfOursIsPutAside() {
        assertThatThrownBy(() -> arrives(AMail.from("Eve", "eve@evil.example")
                        .to("office" + DOMAIN)
                        .saying("Win a prize")))
                .isInstanceOf(PutAside.class)
                .hasMessageContaining("no lead that we know");
    }

    // ---- mail of colleagues ----

    @Test
    void aColleaguesCopyIsOnTheTimelineAndGoesToNobody() {
        arrives(AMail.from("Dana Brooks", "sdr-2" + DOMAIN)
                .to("lead+" + reference + DOMAIN, anna.email())
                .about("The price list")
                .saying("Dear Anna, here it is."));

        assertThat(onRecord("message.sent").actor()).isEqualTo("sdr-2");
        errands(AnswerLetter.NAME.value());
        assertThat(receivedBy(anna.email())).isEmpty();
    }

    @Test
    void aColleaguesMailToTheLeadAloneIsANote() {
        arrives(AMail.from("Dana Brooks", "sdr-2" + DOMAIN)
                .to("lead+" + reference + DOMAIN)
                .about("Call with Anna")
                .saying("She decides in May."));

        assertThat(notes.of(reference)).extracting(Note::text).containsExactly("Call with Anna\n\nShe decides in May.");
        assertThat(onRecord("note.written").actor()).isEqualTo("sdr-2");
    }

    /** Within the transaction that takes the mail, as the inbox does it: what was to be told of it is told. */
    private void isPutAside(AMail mail, String because) {
        transaction.executeWithoutResult(tx -> assertThatThrownBy(() -> desk.take(mail.build()))
                .isInstanceOf(PutAside.class)
                .hasMessageContaining(because));
        assertThat(onRecord()).doesNotContain("message.sent", "note.written");
    }

    @Test
    void aPartnerPutsNothingOnALeadThatWasNeverTheirs() {
        isPutAside(
                AMail.from("Pat Partner", "partner-1" + DOMAIN)
                        .to("lead+" + reference + DOMAIN)
                        .about("By the way")
                        .saying("They are ours now."),
                "outside team");
    }

    @Test
    void aForgedColleaguesCopyIsPutAsideAndTheHolderIsTold() {
        isPutAside(
                AMail.from("Alex Winter", "ae-1" + DOMAIN)
                        .to("lead+" + reference + DOMAIN)
                        .unproven()
                        .about("Discount")
                        .saying("Give them 90 %."),
                "nothing proves it");

        errands("unproven-copy");
        assertThat(mailbox.latest("sdr-1" + DOMAIN, reference.value()).text())
                .contains("Alex Winter", "Give them 90 %.");
    }

    /** The date as a rep writes it, or copied from a summary's mail. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "24 December 2026", "Thu 24 Dec 2026", "Do., 24. Dez. 2026"})
    void theSixHeadingsByMailWaitInTheForm(String date) {
        arrives(AMail.from("Sam Rivers", "sdr-1" + DOMAIN)
                .to("lead+" + reference + DOMAIN)
                .about("Summary")
                .saying("""
                        Current situation: Two plants.
                        **Business priorities**
                        Fewer errors.
                        Less paper.

                        Timeline
                        Before Easter
                        Next steps, by %s
                        A demonstration.
                        """.formatted(date)));
        Task form = opensForm();

        assertThat(tasks.getVariables(form.getId()))
                .containsEntry("currentSituation", "Two plants.")
                .containsEntry("businessPriorities", "Fewer errors.\nLess paper.")
                .containsEntry("timeline", "Before Easter")
                .containsEntry("nextSteps", "A demonstration.")
                .containsEntry("nextStepOn", "2026-12-24");
    }

    // ---- leads@ ----

    @Test
    void aMailToLeadsStartsALeadAndAnotherOneJoinsIt() {
        String domain = "mailed" + System.nanoTime() + ".example";
        arrives(AMail.from("Lou Lang", "lou@" + domain)
                .to("leads" + DOMAIN)
                .about("Your product")
                .saying("We lose leads between our teams."));
        LeadReference mailed = contacts.withAddress("lou@" + domain).get(0).reference();

        assertThat(ledger.of(mailed).stream().map(it -> it.type().id())).contains("lead.captured", "message.received");
        assertThat(jdbc.sql("select source from lead where reference = :reference")
                        .param("reference", mailed.value())
                        .query(String.class)
                        .single())
                .isEqualTo("e-mail");
        arrives(AMail.from("Kim", "kim@" + domain).to("leads" + DOMAIN).saying("I am interested as well."));
        assertThat(contacts.of(mailed)).hasSize(2);
        assertThat(ledger.of(mailed).stream().map(it -> it.type().id())).contains("lead.joined");
    }

    @Test
    void neitherMachinesNorFailuresNorColleaguesStartALead() {
        int before = leads();
        assertThatThrownBy(() -> arrives(AMail.from("Robot", "robot@machines.example")
                        .to("leads" + DOMAIN)
                        .sorted(Sort.AUTOMATIC)))
                .isInstanceOf(PutAside.class);
        arrives(AMail.from("", "").to("leads" + DOMAIN).failing("x@machines.example"));
        assertThatThrownBy(() -> arrives(
                        AMail.from("Sam", "sdr-1" + DOMAIN).to("leads" + DOMAIN).saying("Test")))
                .isInstanceOf(PutAside.class);
        assertThatThrownBy(() -> arrives(
                        AMail.from("Eve", "not an address").to("leads" + DOMAIN).saying("Hi")))
                .isInstanceOf(PutAside.class);
        assertThatThrownBy(() -> arrives(AMail.from("Kim", "kim@away.example")
                        .to("leads" + DOMAIN)
                        .seemingAutomatic()
                        .saying("We want 500 seats. I am on leave until Monday, in urgent cases call Jo.")))
                .isInstanceOf(PutAside.class)
                .hasMessageContaining("automatic answer or a newsletter");
        assertThat(leads()).isEqualTo(before);
    }

    private int leads() {
        return jdbc.sql("select count(*) from lead").query(Integer.class).single();
    }

    private Instant timer(String activity) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .flatMap(it ->
                        management.createJobQuery().processInstanceId(it.getId()).activityId(activity).list().stream())
                .map(job -> job.getDuedate().toInstant())
                .findFirst()
                .orElseThrow();
    }
}
