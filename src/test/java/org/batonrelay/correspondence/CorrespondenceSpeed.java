package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Postman;
import org.batonrelay.summary.TalkingBaton;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures, and asserts little: how long 1,000 mails of clients of 50 leads take from the IMAP server until each has
 * found its lead, is stored, on the timeline, and somebody is going to be told. One after the other, in memory; the job
 * executor takes several at a time. Not part of the ordinary run: {@code ./mvnw test -Dtest=CorrespondenceSpeed}.
 */
class CorrespondenceSpeed extends TalkingBaton {

    private static final int MAILS = 1_000;
    private static final int LEADS = 50;

    @Autowired
    private Postman postman;

    @Test
    void howLongAThousandMailsOfClientsTake() {
        List<Contact> clients = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            LeadReference lead = lead(
                    "Kim Berger",
                    "kim@speed" + i + "-" + UUID.randomUUID().toString().substring(0, 6) + ".example",
                    "Speed " + i,
                    null);
            clients.add(contacts.main(lead).orElseThrow());
        }
        for (int i = 0; i < MAILS; i++) {
            Contact from = clients.get(i % LEADS);
            String address = i % 2 == 0 ? links.replyAddressOf(from) : "office@baton.example";
            postman.send(
                    address,
                    ("From: Kim Berger <" + from.email() + ">\r\nTo: " + address + "\r\nSubject: Question " + i
                                    + "\r\nMessage-ID: <" + UUID.randomUUID() + "@client.example>\r\n\r\n"
                                    + "What about number " + i + "?\r\n\r\nKind regards\r\nKim\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        long start = System.nanoTime();
        postman.takeAll();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        int received = jdbc.sql("select count(*) from message where author like 'client:kim@speed%'")
                .query(Integer.class)
                .single();
        System.out.printf("%d mails of clients taken, matched, stored and acted on in %s%n", received, took);
        assertThat(received).isEqualTo(MAILS);
    }
}
