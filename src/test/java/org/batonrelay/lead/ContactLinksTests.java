package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.batonrelay.RunningBaton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ContactLinksTests extends RunningBaton {

    @Autowired
    ContactLinks links;

    @Autowired
    Intake intake;

    @Autowired
    Contacts contacts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Contact anna;
    Contact bob;

    @BeforeEach
    void twoContacts() {
        anna = captured("Anna", "anna@links-a.example", "Links A");
        bob = captured("Bob", "bob@links-b.example", "Links B");
    }

    @Test
    void opensTheContactsOwnPageByTheSameLinkInEveryMail() {
        String link = links.pageOf(anna);

        assertThat(links.pageOf(anna)).isEqualTo(link);
        assertThat(links.open(token(link))).map(Contact::id).contains(anna.id());
        assertThat(links.open(token(links.pageOf(bob)))).map(Contact::id).contains(bob.id());
    }

    @Test
    void theFirstTwoMailsAtOnceBringTheSameLink() throws Exception {
        ExecutorService node = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        try {
            Future<String> second = transaction.execute(tx -> {
                links.pageOf(anna);
                Future<String> other = node.submit(() -> transaction.execute(its -> {
                    begun.countDown();
                    return links.pageOf(anna);
                }));
                assertThat(waited(begun)).isTrue();
                return other;
            });

            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(links.pageOf(anna));
        } finally {
            node.shutdown();
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void opensNothingForAWrongOrEmptyOrEndlessToken() {
        String token = token(links.pageOf(anna));

        assertThat(links.open(token.substring(1))).isEmpty();
        assertThat(links.open(token.toLowerCase())).isEmpty();
        assertThat(links.open("")).isEmpty();
        assertThat(links.open("x".repeat(10_000))).isEmpty();
    }

    @Test
    void opensNoPageByTheAddressForAnswers() {
        String token = links.replyAddressOf(anna).replaceAll("reply\\+(.*)@baton.example", "$1");

        assertThat(links.answering(token.toUpperCase())).map(Contact::id).contains(anna.id());
        assertThat(links.open(token)).isEmpty();
        assertThat(links.answering(token(links.pageOf(anna)))).isEmpty();
    }

    @Test
    void makesAnAddressThatMailServersTake() {
        String address = links.replyAddressOf(anna);

        assertThat(address).isLowerCase();
        assertThat(address.substring(0, address.indexOf('@'))).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void opensNoMoreOnceExpiredUntilAMailCarriesItAgain() {
        String token = token(links.pageOf(anna));
        links.expire(anna.reference());

        assertThat(links.open(token)).isEmpty();

        links.pageOf(anna);
        assertThat(links.open(token)).isPresent();
    }

    @Test
    void keepsOnlyHashes() {
        String token = token(links.pageOf(anna));

        assertThat(jdbc.sql("select count(*) from client_link where token_hash = :token or reply_hash = :token")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Contact captured(String name, String email, String organisation) {
        return transaction.execute(status -> {
            Intake.Taken taken = intake.take(NewLead.of(name, email, organisation), "website");
            return contacts.main(taken.reference()).orElseThrow();
        });
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
