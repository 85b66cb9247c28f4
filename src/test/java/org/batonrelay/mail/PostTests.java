package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Part;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.FreePorts;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.Outages;
import org.batonrelay.engine.PutOff;
import org.batonrelay.mail.Letter.Attachment;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Over real SMTP into real boxes. */
class PostTests extends RunningBaton {

    private static final String ENGLISH = """
            Subject: Hello {{name}}

            # Dear {{name}},

            we wrote down what you said:

            > {{said}}

            {{#promises}}
            - {{what}} by {{by}}
            {{/promises}}

            [Confirm]({{link}})

            Or write to [us](mailto:us@baton.example).
            """;
    private static final String GERMAN = "Subject: Hallo {{name}}\n\nLiebe Frau {{name}}, schöne Grüße.\n";

    @Autowired
    private Post post;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Outages outages;

    @Autowired
    private MailSettings settings;

    @Autowired
    private Wordings wordings;

    @Autowired
    private MailRenderer renderer;

    @Autowired
    private Envelope envelope;

    @Autowired
    private SentMails sent;

    @Autowired
    private SentLetters letters;

    @Autowired
    private ReadersWishes wishes;

    private static int boxes;

    private String box;

    @BeforeEach
    void templatesAreDeployed() {
        box = "post" + ++boxes + "@client.example";
        repository
                .createDeployment()
                .name("letters of a test")
                .source("baton build") // no rule knows these mails
                .addString("forms/mails/test-letter.en.md", ENGLISH)
                .addString("forms/mails/test-letter.de.md", GERMAN)
                .enableDuplicateFiltering(true)
                .deploy();
    }

    @Test
    void writesTextAndPageFromTheTemplate() {
        post.send(letter("one", "Anna").build());

        Mail mail = mailbox.latest(box, "Hello Anna");
        assertThat(mail.text()).isEqualTo("""
                        Dear Anna,

                        we wrote down what you said:

                        > two sites

                        - roll-out plan by 1 March

                        Confirm: https://baton.example/c/t?a=1&b=2

                        Or write to us: mailto:us@baton.example.
                        """);
        assertThat(mail.html())
                .contains("<h1>Dear Anna,</h1>")
                .contains(
                        "<a rel=\"nofollow\" href=\"https://baton.example/c/t?a=1&amp;b=2\" class=\"button\">Confirm</a>")
                .contains("lang=\"en\"")
                .contains("color-scheme");
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
    }

    @Test
    void carriesTheHeadersThatOthersRelyOn() {
        String id = post.send(letter("headers", "Anna").from("Jörg Müßig").build());

        Mail mail = mailbox.latest(box, "Hello");
        assertThat(mail.from().getPersonal()).isEqualTo("Jörg Müßig");
        assertThat(mail.from().getAddress()).isEqualTo("office@baton.example");
        assertThat(mail.header("Message-ID")).isEqualTo(id).matches("<[0-9a-f]{32}@baton\\.example>");
        assertThat(mail.header("X-Baton-Lead")).isEqualTo("acme-0001");
        assertThat(mail.header("Reply-To"))
                .contains("<reply+abc@baton.example>")
                .startsWith("=?UTF-8?");
        assertThat(mail.header("To")).isEqualTo("Anna <" + box + ">");
        assertThat(mail.header("Auto-Submitted")).isNull();
        assertThat(mail.header("Date")).isNotNull();
    }

    @Test
    void saysSoWhenNoPersonWroteIt() {
        post.send(letter("automatic", "Anna").automatic().build());

        assertThat(mailbox.latest(box, "Hello").header("Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void continuesAnEarlierMail() {
        String first = post.send(letter("first", "Anna").build());
        post.send(letter("second", "Anna").answers(key("first")).build());
        post.send(letter("third", "Anna").answers("never sent").build());

        List<Mail> mails = mailbox.of(box);
        assertThat(mails.get(1).header("In-Reply-To")).isEqualTo(first);
        assertThat(mails.get(1).header("References")).isEqualTo(first);
        assertThat(mails.get(2).header("In-Reply-To")).isNull();
    }

    @Test
    void sendsALetterOnce() {
        String first = post.send(letter("once", "Anna").build());
        String again = post.send(letter("once", "Somebody else").build());

        assertThat(again).isEqualTo(first);
        assertThat(mailbox.of(box)).hasSize(1);
        assertThat(rows("once")).containsExactly(box);
    }

    /** The ledger entry or a card has lost a race, say: the step is repeated. */
    @Test
    void doesNotSendAgainWhatTheServerHasTakenWhenTheStepWasRolledBack() {
        transaction.executeWithoutResult(step -> {
            post.send(letter("again", "Anna").build());
            step.setRollbackOnly();
        });
        assertThat(rows("again")).as("on record at once").hasSize(1);
        assertThat(sent.unrecordedBefore(Instant.now().plusSeconds(60)))
                .as("what the ledger has still to be told of, where nobody repeats the step")
                .contains(key("again"));
        String id = post.send(letter("again", "Anna").build());
        assertThat(sent.recordNow(key("again"))).as("told once").isEmpty();

        assertThat(mailbox.of(box))
                .extracting(mail -> mail.header("Message-ID"))
                .containsExactly(id);
        assertThat(rows("again")).hasSize(1);
    }

    @Test
    void aDeadServerLeavesNothingMarkedSent() {
        JavaMailSenderImpl dead = new JavaMailSenderImpl();
        dead.setHost("127.0.0.1");
        dead.setPort(FreePorts.next());
        List<Object> events = new ArrayList<>();
        Post toNowhere = new Post(
                new OutgoingMail(dead, outages),
                settings,
                wordings,
                new MimeWriter(dead, renderer, envelope),
                sent,
                letters,
                wishes,
                new UnrecordedMails(sent, events::add),
                new PutOff(),
                transactions);

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        step -> toNowhere.send(letter("dead", "Anna").build())))
                .isInstanceOf(MailException.class);
        assertThat(rows("dead")).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aLineBreakInANameAddsNoHeader() {
        post.send(letter("injection", "Anna\r\nBcc: victim@client.example\r\n\r\nBody")
                .from("Eve\nX-Evil: yes")
                .build());

        Mail mail = mailbox.latest(box, "Hello Anna Bcc: victim@client.example Body");
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.header("X-Evil")).isNull();
        assertThat(mail.from().getPersonal()).isEqualTo("Eve X-Evil: yes");
        assertThat(mailbox.of("victim@client.example")).isEmpty();
    }

    @Test
    void refusesASecondAddressSmuggledIn() {
        box = box + ", victim2@client.example";
        assertThatThrownBy(() -> post.send(letter("two", "Anna").build()))
                .isInstanceOf(MailException.class)
                .hasMessageContaining("cannot be written");
        assertThat(mailbox.of("victim2@client.example")).isEmpty();
    }

    @Test
    void whatAStrangerTypedIsTextAndNothingElse() {
        String typed = "<img src=x onerror=alert(1)> [free money](https://evil.example)\n# Big\n{{link}}";
        post.send(letter("markup", "Anna").saying(typed).build());

        Mail mail = mailbox.latest(box, "Hello");
        assertThat(mail.text())
                .contains("<img src=x onerror=alert(1)> [free money](https://evil.example)\n> # Big\n> {{link}}");
        assertThat(mail.html())
                .contains("&lt;img src=x onerror=alert(1)&gt; [free money]")
                .doesNotContain("<img", "href=\"https://evil", "<h1>Big");
    }

    @Test
    void aLinkThatRunsAScriptIsNone() {
        post.send(letter("script", "Anna").linkingTo("javascript:alert(1)").build());

        assertThat(mailbox.latest(box, "Hello").html()).doesNotContain("href=\"javascript");
    }

    @Test
    void writesInTheReadersLanguageOrElseInEnglish() {
        post.send(letter("german", "Köhler").in(Locale.GERMANY).build());
        post.send(letter("french", "Köhler").in(Locale.FRENCH).build());

        assertThat(mailbox.latest(box, "Hallo Köhler").text()).isEqualTo("Liebe Frau Köhler, schöne Grüße.\n");
        assertThat(mailbox.latest(box, "Hello Köhler").text()).startsWith("Dear Köhler,");
    }

    @Test
    void anInvitationIsAnotherFormOfTheMailAndAFileIsAttached() throws Exception {
        byte[] ics = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        post.send(letter("invitation", "Anna")
                .with(new Attachment("invite.ics", "text/calendar; method=REQUEST; charset=UTF-8", ics))
                .with(new Attachment("Übersicht.pdf", "application/pdf", new byte[] {1, 2, 3}))
                .build());

        Mail mail = mailbox.latest(box, "Hello");
        assertThat(mail.calendar()).isEqualTo("BEGIN:VCALENDAR\nEND:VCALENDAR\n");
        assertThat(mail.parts()).hasSize(2);
        Part invitation = mail.parts().get(0);
        assertThat(invitation.getContentType().toLowerCase(Locale.ROOT)).contains("method=request");
        assertThat(mail.parts().get(1).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(mail.header("Content-Type")).startsWith("multipart/mixed");
    }

    @Test
    void saysWhichTemplateIsMissingOrUnusable() {
        repository
                .createDeployment()
                .source("baton build") // from before there were rules
                .addString("forms/mails/no-subject.en.md", "Hello\n\nthere\n")
                .addString("forms/mails/raw.en.md", "Subject: x\n\n{{{name}}}\n")
                .deploy();
        assertThatThrownBy(
                        () -> post.send(letter("t1", "Anna").template("nowhere").build()))
                .hasMessage("There is no mail template forms/mails/nowhere.en.md; deploy one.");
        assertThatThrownBy(() ->
                        post.send(letter("t2", "Anna").template("no-subject").build()))
                .hasMessageContaining(
                        "'no-subject' cannot be used, and no version before it: it must begin with a line 'Subject: ...'");
        assertThatThrownBy(() -> post.send(letter("t3", "Anna").template("raw").build()))
                .hasMessageContaining("'raw' cannot be used, and no version before it: it shows a value unescaped");
    }

    private String key(String name) {
        return box + ":" + name;
    }

    private List<String> rows(String name) {
        return jdbc.sql("select recipient from sent_mail where mail_key = :key")
                .param("key", key(name))
                .query(String.class)
                .list();
    }

    private Draft letter(String name, String client) {
        return new Draft(key(name), client, box);
    }

    /** A letter with one thing changed. */
    private static final class Draft {

        private final String key;
        private final String client;
        private final String to;
        private String template = "test-letter";
        private Locale language = Locale.ENGLISH;
        private String said = "two sites";
        private String link = "https://baton.example/c/t?a=1&b=2";
        private String from = "Sam";
        private boolean automatic;
        private String answers;
        private final List<Attachment> attachments = new ArrayList<>();

        Draft(String key, String client, String to) {
            this.key = key;
            this.client = client;
            this.to = to;
        }

        Draft template(String name) {
            template = name;
            return this;
        }

        Draft in(Locale other) {
            language = other;
            return this;
        }

        Draft saying(String words) {
            said = words;
            return this;
        }

        Draft linkingTo(String address) {
            link = address;
            return this;
        }

        Draft from(String name) {
            from = name;
            return this;
        }

        Draft automatic() {
            automatic = true;
            return this;
        }

        Draft answers(String other) {
            answers = other;
            return this;
        }

        Draft with(Attachment attachment) {
            attachments.add(attachment);
            return this;
        }

        Letter build() {
            Map<String, Object> model = Map.of(
                    "name", client,
                    "said", said,
                    "link", link,
                    "promises", List.of(Map.of("what", "roll-out plan", "by", "1 March")));
            return new Letter(
                    key,
                    template,
                    language,
                    client,
                    to,
                    model,
                    "acme-0001",
                    from,
                    "reply+abc@baton.example",
                    automatic,
                    answers,
                    attachments);
        }
    }
}
