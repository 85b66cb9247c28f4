package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.batonrelay.RunningBaton;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that comes in by SMTP is stored, ordered to be taken, and lies in the folder of taken mails. */
class InboxTests extends RunningBaton {

    @Autowired
    private Inbox inbox;

    @Autowired
    private IncomingMails mails;

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
    void whatIsStoredIsMarkedWhenItWasTaken() {
        send("leads@baton.example", "X-Nothing: x", "Hello.");
        inbox.takeAll();
        assertThat(state()).isEqualTo("stored");

        postman.takeAll();
        assertThat(state()).isEqualTo("taken");
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
                + "\r\n" + header + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
        postman.send(to, raw.getBytes(StandardCharsets.UTF_8));
    }
}
