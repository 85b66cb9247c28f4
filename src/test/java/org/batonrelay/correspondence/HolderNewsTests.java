package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Holder;
import org.batonrelay.inbound.MailDesk;
import org.batonrelay.notice.ASlack;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How those who hold a lead hear of what its client writes: where they look, when they work, and not too often. */
class HolderNewsTests extends TalkingBaton {

    @Autowired
    private MailDesk desk;

    @Autowired
    private Correspondence correspondence;

    private void annaWrites(String said) {
        arrives(AMail.from("Anna Ash", anna.email())
                .to(links.replyAddressOf(anna))
                .about("A question")
                .saying(said));
    }

    private void arrives(AMail mail) {
        transaction.executeWithoutResult(tx -> desk.take(mail.build()));
    }

    private List<Job> errands(String name) {
        return errandsBeginning(name + "\n").stream().toList();
    }

    /** The errand that closes this lead's round. */
    private List<Job> rounds() {
        return errands(MessageRound.NAME.value()).stream()
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().endsWith(reference.value()))
                .toList();
    }

    private void run(String name) {
        errands(name).forEach(job -> management.executeJob(job.getId()));
    }

    private List<Mail> readBy(String person) {
        return mailbox.of(person + "@baton.example").stream()
                .filter(mail -> reference.value().equals(mail.header("X-Baton-Lead")))
                .toList();
    }

    private long received() {
        return onRecord().stream().filter("message.received"::equals).count();
    }

    private void heldBy(String person) {
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person(person), "as the test needs it"));
    }

    @Test
    void aHolderWhoLooksIntoSlackReadsItThereAndAnswersByMailFromAnAddressOfTheirOwn() {
        heldBy("partner-1");
        annaWrites("Can you send the price list?");
        run(MessageNotice.NAME.value());

        assertThat(readBy("partner-1")).isEmpty();
        JsonNode said = ASlack.SHARED
                .calls("/api/chat.postMessage", reference.value())
                .get(0)
                .body();
        assertThat(said.path("channel").asText()).isEqualTo("U0PARTNER");
        assertThat(said.toString()).contains("Can you send the price list?").doesNotContain("Reply to this mail");
        Matcher address =
                Pattern.compile("mailto:(reply\\+[0-9a-f]+@baton\\.example)").matcher(said.toString());
        assertThat(address.find()).isTrue();
        arrives(AMail.from("Pat", "partner-1@baton.example")
                .to(address.group(1))
                .unproven()
                .saying("It comes tomorrow."));
        run(AnswerLetter.NAME.value());
        assertThat(mailbox.latest(anna.email(), "A question").text()).contains("It comes tomorrow.");
    }

    @Test
    void whatComesAtNightIsOneNoticeInTheMorningWhoseReplyReachesTheClient() {
        works("night-mail", "night-watch", "day-and-night");
        heldBy("night-mail");
        annaWrites("Can you send the price list?");
        annaWrites("And the data sheet?");

        run(MessageNotice.NAME.value());
        assertThat(readBy("night-mail")).isEmpty();
        assertThat(rounds()).hasSize(1);
        assertThat(rounds().get(0).getDuedate()).isAfter(Instant.now());
        management.executeJob(rounds().get(0).getId());
        assertThat(rounds()).as("they still sleep").hasSize(1);

        works("night-mail", "day-and-night", "night-watch");
        management.executeJob(rounds().get(0).getId());
        run(ManyMessagesNotice.NAME.value());
        assertThat(readBy("night-mail")).hasSize(1);
        Mail morning = readBy("night-mail").get(0);
        assertThat(morning.subject()).startsWith("2 messages");
        assertThat(morning.text()).contains("Can you send the price list?", "And the data sheet?");
        arrives(AMail.from("Nico Vega", "night-mail@baton.example")
                .to(morning.header("Reply-To").replaceAll("(?s).*<|>.*", ""))
                .saying("Both are on their way."));
        run(AnswerLetter.NAME.value());
        assertThat(mailbox.latest(anna.email(), "A question").text()).contains("Both are on their way.");
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void twoFirstMessagesAtOnceAreToldTogetherAndNoneIsRefused() throws Exception {
        works("night-mail", "night-watch", "day-and-night");
        heldBy("night-mail");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService visitors = Executors.newFixedThreadPool(2);
        try {
            List<Future<Message>> heard = Stream.of("The price list?", "The data sheet?")
                    .map(said -> visitors.submit(() -> {
                        start.await();
                        return correspondence.received(reference, anna, Channel.PAGE, said, null, null);
                    }))
                    .toList();
            for (Future<Message> each : heard) {
                each.get(1, TimeUnit.MINUTES);
            }
        } finally {
            visitors.shutdownNow();
        }

        assertThat(received()).isEqualTo(2);
        assertThat(rounds()).hasSize(1);
        works("night-mail", "day-and-night", "night-watch");
        management.executeJob(rounds().get(0).getId());
        run(ManyMessagesNotice.NAME.value());
        assertThat(readBy("night-mail"))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("The price list?", "The data sheet?"));
    }

    @Test
    void aFloodOfMailsIsAFewNoticesAndOneThatSaysHowManyWait() {
        for (int i = 1; i <= 40; i++) {
            annaWrites("Are you there? " + i);
        }
        run(MessageNotice.NAME.value());

        assertThat(received()).as("nothing is lost").isEqualTo(40);
        assertThat(readBy("sdr-1")).hasSize(5);
        assertThat(rounds()).hasSize(1);
        assertThat(rounds().get(0).getDuedate()).isAfter(Instant.now());
        management.executeJob(rounds().get(0).getId());
        run(ManyMessagesNotice.NAME.value());
        run(MessageNotice.NAME.value());
        assertThat(readBy("sdr-1")).hasSize(6);
        Mail last = mailbox.latest("sdr-1@baton.example", "35 messages");
        assertThat(last.text()).contains("Are you there? 40", reference.value()).doesNotContain("Are you there? 35");
        assertThat(rounds()).isEmpty();
    }

    @Test
    void aChatThatNobodyAnswersIsToldOfOnceAndThenTogether() {
        for (int i = 1; i <= 30; i++) {
            String line = "Hello? " + i;
            transaction.executeWithoutResult(
                    tx -> correspondence.received(reference, anna, Channel.CHAT, line, null, null));
        }
        run(MessageNotice.NAME.value());
        assertThat(readBy("sdr-1")).hasSize(1);
        assertThat(rounds()).hasSize(1);

        transaction.executeWithoutResult(
                tx -> correspondence.sent(reference, anna, Channel.CHAT, "Here I am.", "sdr-1"));
        management.executeJob(rounds().get(0).getId());
        run(ManyMessagesNotice.NAME.value());
        assertThat(readBy("sdr-1")).as("it was answered meanwhile").hasSize(1);
        assertThat(received()).isEqualTo(30);
    }

    private void works(String person, String group, String noLonger) {
        if (identity.createUserQuery().userId(person).count() == 0) {
            User user = identity.newUser(person);
            user.setFirstName("Nico");
            user.setLastName("Vega");
            user.setEmail(person + "@baton.example");
            identity.saveUser(user);
        }
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        identity.deleteMembership(person, noLonger);
        if (identity.createUserQuery().userId(person).memberOfGroup(group).count() == 0) {
            identity.createMembership(person, group);
        }
    }
}
