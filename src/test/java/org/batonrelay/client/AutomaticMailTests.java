package org.batonrelay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No more mail that no person wrote: asked for by one POST, and taken back. */
class AutomaticMailTests extends TalkingBaton {

    @Autowired
    private Post mails;

    @Test
    void c9_silencesEveryTimerThatWouldMailThisPerson() {
        sends();
        int before = mailbox.of(anna.email()).size();

        assertThat(visible(post(anna, "stop", Map.of()))).contains("No more automatic mails");
        everyTimerOfTheLeadFires();

        assertThat(mailbox.of(anna.email())).hasSize(before);
        assertThat(onRecord()).contains("flag.raised").doesNotContain("summary.reminded");
        assertThat(onRecord("contact.opted-out").actor()).isEqualTo("client:" + anna.email());
        assertThat(isOpen("decideOnSilence")).isTrue();
    }

    @Test
    void c9_remindsWhoeverElseIsAwaited() {
        Contact bob = transaction.execute(
                tx -> contacts.add(reference, "Bob Birch", "bob@" + anna.email().split("@")[1], null, null, null));
        String summary = writes().id();
        jdbc.sql("insert into summary_recipient (summary_id, contact_id) values (:summary, :bob)")
                .param("summary", summary)
                .param("bob", bob.id())
                .update();
        fire(reference.value(), "sendSummaryEmail");
        post(anna, "stop", Map.of());

        everyTimerOfTheLeadFires();

        assertThat(mailbox.of(anna.email())).noneMatch(it -> it.subject().contains("reminder"));
        assertThat(mailbox.latest(bob.email(), "reminder")).isNotNull();
        assertThat(onRecord("summary.reminded").detail()).containsEntry("to", "Bob Birch");
    }

    @Test
    void c9_whatAPersonWritesStillGoes() {
        post(anna, "stop", Map.of());

        sends();

        assertThat(mailbox.latest(anna.email(), "What we talked about").header("List-Unsubscribe"))
                .isNull();
    }

    @Test
    void c9_everyAutomaticMailStopsThemByOneClick() {
        send(letter("first", true));
        Mail mail = mailbox.latest(anna.email(), "Your contact is now Sam");
        String page = mail.header("List-Unsubscribe").replaceAll("[<>]", "");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.text()).contains(page);

        HttpResponse<String> asked = get(URI.create(page).getPath());
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(onRecord()).doesNotContain("contact.opted-out");

        HttpResponse<String> stopped = send("POST", URI.create(page).getPath(), "List-Unsubscribe=One-Click");
        assertThat(stopped.statusCode()).isEqualTo(200);
        send("POST", URI.create(page).getPath(), "List-Unsubscribe=One-Click");
        assertThat(onRecord()).containsOnlyOnce("contact.opted-out");
        send(letter("second", true));
        send(letter("third", false));
        assertThat(mailbox.of(anna.email())).hasSize(2);
    }

    /** One of ours has tried what a client sees, with their own address. */
    @Test
    void c9_silencesNobodyOfOurs() {
        String ours = "sdr-2@baton.example";
        Contact same = transaction.execute(tx -> contacts.add(reference, "Sasha", ours, null, null, null));
        post(same, "stop", Map.of());

        send(letter("notice", same, true));

        assertThat(mailbox.of(ours)).anyMatch(mail -> reference.value().equals(mail.header("X-Baton-Lead")));
        post(same, "resume", Map.of());
    }

    @Test
    void c9_canBeTakenBackByTheClient() {
        post(anna, "stop", Map.of());
        assertThat(visible(get(pathOf(anna)))).contains("You get no reminders and no automatic replies");

        post(anna, "resume", Map.of());

        assertThat(onRecord()).containsOnlyOnce("contact.opted-in");
        send(letter("again", true));
        assertThat(mailbox.of(anna.email())).hasSize(1);
    }

    @Test
    void c9_holdsWhereverThePersonIsAContactAndForLinksThatHaveRunOut() {
        LeadReference other = lead("Eve", "eve@other" + System.nanoTime() + ".example", "Other", null);
        transaction.executeWithoutResult(tx -> contacts.add(
                other, "Anna Ash", anna.email().replace("@", "+news@").toUpperCase(Locale.ROOT), null, null, null));
        String link = pathOf(anna);
        links.expire(reference);

        assertThat(get(link).statusCode()).isEqualTo(404);
        assertThat(send("POST", link + "/stop", "").statusCode()).isEqualTo(200);

        assertThat(contacts.find(other, anna.email()).orElseThrow().wantsAutomaticMail())
                .isFalse();
        assertThat(ledger.of(other)).anyMatch(it -> it.type().id().equals("contact.opted-out"));
        assertThat(send("POST", "/c/nobodys-link/stop", "").statusCode()).isEqualTo(404);
    }

    @Test
    void c9_standsOnTheLeadsPageAndOnEveryCardAndCanBeNotedThere() {
        opensForm();
        Caller sam = new Caller(port, "sdr-1");
        String path = "/leads/" + reference;
        String button = path + "/contacts/" + anna.id() + "/automatic-mail";

        HttpResponse<String> noted = sam.submit(path, button, Map.of("wanted", "false"));

        assertThat(noted.statusCode()).isEqualTo(303);
        assertThat(visible(sam.get(path, "Accept", "text/html")))
                .contains("wants no automatic mail", "Anna Ash wants no automatic mail any more", "Send it again");
        assertThat(sam.read(sam.get("/api/leads/" + reference))
                        .at("/contacts/0/wantsAutomaticMail")
                        .asBoolean())
                .isFalse();
        assertThat(tasks.getVariable(task("writeSummary").getId(), "card").toString())
                .contains("Anna Ash wants no automatic mail, so nobody reminds them");
        assertThat(onRecord("contact.opted-out").actor()).isEqualTo("sdr-1");

        sam.submit(path, button, Map.of("wanted", "true"));
        assertThat(onRecord("contact.opted-in").actor()).isEqualTo("sdr-1");
        assertThat(new Caller(port, "partner-1")
                        .submit(path, button, Map.of("wanted", "false"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(sam.submit(path, path + "/contacts/nobody/automatic-mail", Map.of("wanted", "false"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(contacts.find(anna.id()).orElseThrow().wantsAutomaticMail()).isTrue();
    }

    private void everyTimerOfTheLeadFires() {
        for (int round = 0; round < 6; round++) {
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                    .map(ProcessInstance::getId)
                    .flatMap(it -> management.createJobQuery().processInstanceId(it).list().stream())
                    .map(Job::getId)
                    .toList()
                    .forEach(management::executeJob);
        }
    }

    private void send(Letter letter) {
        transaction.executeWithoutResult(tx -> mails.send(letter));
    }

    private Letter letter(String key, boolean automatic) {
        return letter(key, anna, automatic);
    }

    private Letter letter(String key, Contact to, boolean automatic) {
        return new Letter(
                "automatic-mail-test:" + key + ":" + reference,
                "who-answers",
                to.locale(),
                to.name(),
                to.email(),
                Map.of("contactName", to.name(), "holderName", "Your contact is now Sam", "page", links.pageOf(to)),
                reference.value(),
                null,
                null,
                automatic,
                null,
                List.of());
    }

    private static String visible(HttpResponse<String> answer) {
        return answer.body().replaceAll("(?s)<(style|script).*?</\\1>", " ").replaceAll("<[^>]+>", " ");
    }
}
