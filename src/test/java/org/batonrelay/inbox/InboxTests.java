package org.batonrelay.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.batonrelay.Caller;
import org.batonrelay.FreePorts;
import org.batonrelay.RunningBaton;
import org.batonrelay.mail.InboxSettings;
import org.batonrelay.mail.InboxSetup;
import org.batonrelay.mail.MailSettings;
import org.batonrelay.mail.Postman;
import org.batonrelay.mail.Understood;
import org.batonrelay.reading.IncomingMail;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that comes in by SMTP is stored, ordered to be taken, and lies in the folder of taken mails. */
class InboxTests extends RunningBaton {

    @Autowired
    private Inbox inbox;

    @Autowired
    private IncomingMails mails;

    @Autowired
    private InboxSetup setup;

    @Autowired
    private InboxSettings settings;

    @Autowired
    private Postman postman;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void aMailToAnyAddressOfTheHouseIsTakenOnce() {
        String id = "<" + mark + "@client.example>";
        send("reply+token@baton.example", "Message-ID: " + id, "Confirmed.");
        send("reply+token@baton.example", "Message-ID: " + id, "Confirmed.");
        inbox.takeAll();
        inbox.takeAll();

        assertThat(rows()).hasSize(1);
        IncomingMail mail = mails.find(rows().get(0)).orElseThrow();
        assertThat(mail.messageId()).isEqualTo(id);
        assertThat(mail.recipients()).contains("reply+token@baton.example");
        assertThat(mail.fromAddress()).isEqualTo("kim@client.example");
        assertThat(mail.fromName()).isEqualTo("Kim Berger");
        assertThat(mail.fromIsProven()).isTrue();
        assertThat(mail.said()).isEqualTo("Confirmed.");
        assertThat(mailbox.of("inbox@baton.example"))
                .noneMatch(it -> it.subject().contains(mark));
    }

    @Test
    void aBlindCopyIsKnownByTheAddressItWasSentTo() {
        send("lead+acme-0042@baton.example", "X-Nothing: x", "For the record.");
        inbox.takeAll();

        assertThat(mails.find(rows().get(0)).orElseThrow().recipients()).contains("lead+acme-0042@baton.example");
    }

    @Test
    void aFailureMessageComesFromNobody() {
        postman.sendFromNobody(
                "reply+token@baton.example",
                """
                From: Mail Delivery System <MAILER-DAEMON@client.example>
                Subject: %s Undelivered Mail Returned to Sender

                I'm sorry to have to inform you that your message could not be delivered.
                <kim@client.example>: 550 5.1.1 user unknown
                """.formatted(mark).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        inbox.takeAll();

        IncomingMail mail = mails.find(rows().get(0)).orElseThrow();
        assertThat(mail.sort()).isEqualTo(IncomingMail.Sort.BOUNCE);
        assertThat(mail.failedRecipients()).containsExactly("kim@client.example");
    }

    @Test
    void whatIsStoredIsMarkedWhenItWasTaken() {
        send("leads@baton.example", "X-Nothing: x", "Hello.");
        inbox.takeAll();
        assertThat(state()).isEqualTo("stored");

        postman.takeAll();
        assertThat(state()).isEqualTo("taken");
    }

    @Test
    void aMailWithoutAMessageIdIsTakenOnceByItsContent() {
        send("leads@baton.example", "X-Nothing: x", "Hello.");
        send("leads@baton.example", "X-Nothing: x", "Hello.");
        send("leads@baton.example", "X-Nothing: x", "Hello again.");
        inbox.takeAll();

        assertThat(rows()).hasSize(2);
    }

    @Test
    void aMailThatIsTooBigIsKeptAsideForAPersonAndTheOthersGoOn() {
        send(
                "leads@baton.example",
                "Message-ID: <big-" + mark + "@client.example>",
                "x".repeat(78).concat("\r\n").repeat(260_000));
        send("leads@baton.example", "Message-ID: <small-" + mark + "@client.example>", "Hello.");
        inbox.takeAll();

        assertThat(rows()).hasSize(2);
        assertThat(mails.aside())
                .filteredOn(it -> it.subject().contains(mark))
                .singleElement()
                .satisfies(aside -> {
                    assertThat(aside.sender()).isEqualTo("Kim Berger <kim@client.example>");
                    assertThat(aside.size()).isGreaterThan(20_000_000);
                    assertThat(aside.why()).isEqualTo("It is bigger than 15 MB: only its headers are kept here.");
                    assertThat(kept(aside.id())).isLessThan(10_000);
                    assertThat(mails.find(aside.id())).isEmpty();
                });
    }

    @Test
    void aMailThatCannotBeReadOutOfTheMailboxIsOnTheListUntilItCan() {
        send("leads@baton.example", "Message-ID: <bad-" + mark + "@client.example>", "Hello.");
        IncomingMails broken = new IncomingMails(jdbc, Clock.systemUTC(), null, null) {
            @Override
            void store(ArrivedMail mail) {
                throw new DataIntegrityViolationException("the server gives out half of it");
            }
        };
        Inbox stuck = new Inbox(setup, settings, broken);
        stuck.takeAll();
        stuck.takeAll();
        new Inbox(setup, settings, broken).takeAll();

        assertThat(mails.aside())
                .filteredOn(it -> it.subject().contains(mark))
                .singleElement()
                .satisfies(aside ->
                        assertThat(aside.why()).contains("still lies in INBOX", "the server gives out half of it"));
        assertThat(new Caller(port, "manager-1")
                        .get("/leads/put-aside", "Accept", "text/html")
                        .body())
                .contains(mark, "still lies in INBOX");

        inbox.takeAll();
        assertThat(mails.aside()).noneMatch(it -> it.subject().contains(mark));
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aMailThatCannotBeTakenApartIsKeptAsideForAPerson() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            nested.append("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(i, i + 1));
        }
        send("leads@baton.example", "Content-Type: multipart/mixed; boundary=b0", nested.toString());
        postman.takeAll();

        assertThat(mails.aside())
                .filteredOn(it -> it.subject().contains(mark))
                .extracting(IncomingMails.Aside::why)
                .containsExactly("Its parts lie within one another more than 25 deep.");
    }

    @Test
    void twoWhoEmptyTheBoxAtTheSameTimeTakeEachMailOnce() throws Exception {
        // the built-in server breaks off when two make the folder of taken mails at once, which only a first start does
        inbox.takeAll();
        for (int i = 0; i < 20; i++) {
            send("leads@baton.example", "Message-ID: <" + i + "-" + mark + "@client.example>", "Hello.");
        }
        Inbox other = new Inbox(setup, settings, mails);
        List<Callable<Integer>> both = List.of(inbox::takeAll, other::takeAll);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        for (Future<Integer> node : nodes.invokeAll(both)) {
            node.get(60, TimeUnit.SECONDS);
        }
        nodes.shutdown();
        inbox.takeAll();

        assertThat(rows()).hasSize(20);
        assertThat(jobsOf(rows())).isEqualTo(20);
    }

    @Test
    void aDeadServerIsToldOfWithoutThePassword() {
        InboxSettings dead = Understood.inbox("127.0.0.1", FreePorts.next(), settings.maxSize(), null);
        Inbox closed =
                new Inbox(new InboxSetup(dead, new MailSettings("baton.example", null, 0, 0), null), dead, mails);

        assertThatThrownBy(closed::takeAll)
                .isInstanceOf(InboxClosed.class)
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("secret");
        assertThat(dead.toString()).doesNotContain("secret");
    }

    private long jobsOf(List<String> ids) {
        return management.createJobQuery().list().stream()
                .filter(job -> ids.contains(String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw())
                        .replace("take-mail\n", "")))
                .count();
    }

    private int kept(String id) {
        return jdbc.sql("select raw from incoming_mail where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("raw").length)
                .single();
    }

    private String state() {
        return jdbc.sql("select state from incoming_mail where id = :id")
                .param("id", rows().get(0))
                .query(String.class)
                .single();
    }

    private List<String> rows() {
        return jdbc.sql("select id from incoming_mail where subject like :mark")
                .param("mark", "%" + mark + "%")
                .query(String.class)
                .list();
    }

    private void send(String to, String header, String text) {
        String raw = "From: Kim Berger <kim@client.example>\r\nTo: somebody@client.example\r\nSubject: About " + mark
                + "\r\n" + header + "\r\n\r\n" + text + "\r\n";
        postman.send(to, raw.getBytes(StandardCharsets.UTF_8));
    }
}
