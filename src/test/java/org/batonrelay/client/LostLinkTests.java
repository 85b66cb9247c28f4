package org.batonrelay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Baton;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

class LostLinkTests extends TalkingBaton {

    private HttpResponse<String> asksFor(String address) {
        return send("POST", "/lost-link", "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private List<Job> errands() {
        return errandsBeginning("lost-link").stream().toList();
    }

    private void mailLeaves() {
        errands().stream().map(Job::getId).forEach(management::executeJob);
    }

    @Test
    void whoLostTheLinkGetsItByMail() {
        links.expire(reference);

        assertThat(asksFor(" " + anna.email().toUpperCase(Locale.ROOT)).body())
                .contains("a mail with your link is on its way");
        mailLeaves();

        Mail mail = mailbox.latest(anna.email(), "The link to your page");
        assertThat(get(URI.create(mail.link("/c/")).getPath()).body()).contains("Hello Anna Ash");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Reply-To")).contains("reply+");
        assertThat(mail.visible()).doesNotContainPattern("(?i)\\b(baton|relay|leg|exchange|handoff)\\b");
    }

    @Test
    void c9_whatSomebodyAsksForComesAlthoughTheyWantNoAutomaticMail() {
        post(anna, "stop", Map.of());

        asksFor(anna.email());
        mailLeaves();

        assertThat(mailbox.latest(anna.email(), "The link to your page")).isNotNull();
    }

    @Test
    void theAnswerIsTheSameForEverybodyAndNothingIsLookedUpBeforeIt() {
        String known = asksFor(anna.email()).body();
        String unknown =
                asksFor("nobody" + System.nanoTime() + "@nowhere.example").body();

        assertThat(known).isEqualTo(unknown).doesNotContain(anna.email());
        assertThat(errands()).as("both are looked up later").hasSizeGreaterThanOrEqualTo(2);
        mailLeaves();
        assertThat(mailbox.of(anna.email())).hasSize(1);
    }

    @Test
    void oneMailBringsAllPagesThatMayBeOpenAndNoneOfALeadThatWasGivenUp() {
        LeadReference second = lead("Anna Ash", anna.email().replace("@", "@second-"), "Second", null);
        LeadReference closed = lead("Anna Ash", anna.email().replace("@", "@closed-"), "Closed", null);
        for (LeadReference other : List.of(second, closed)) {
            jdbc.sql("update contact set email = :email, email_key = :email where reference = :reference")
                    .param("email", anna.email())
                    .param("reference", other.value())
                    .update();
        }
        batons.become(second, Baton.State.FINISHED);
        batons.become(closed, Baton.State.CLOSED);

        asksFor(anna.email());
        mailLeaves();

        Mail mail = mailbox.latest(anna.email(), "The link to your page");
        assertThat(mail.text()).contains("Second: your page").doesNotContain("Closed");
        assertThat(mail.text().split("/c/")).hasSize(3);
    }

    @Test
    void whoCannotBeReachedAndWhoWasGivenUpGetNothing() {
        contacts.cannotBeReached(anna.id());
        asksFor(anna.email());
        mailLeaves();

        assertThat(mailbox.of(anna.email())).isEmpty();
    }

    @Test
    void nobodysMailboxIsFilled() {
        for (int i = 0; i < 6; i++) {
            asksFor(anna.email());
            asksFor(anna.email().replace("@", "+" + i + "@"));
        }
        mailLeaves();

        assertThat(mailbox.of(anna.email())).hasSize(3);
    }

    @Test
    void saysWhatIsNoAddress() {
        for (String bad :
                List.of("", "anna", "a@b", "a b@c.example", "<script>@x.example", "x".repeat(300) + "@x.example")) {
            HttpResponse<String> answer = asksFor(bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.body()).contains("That is no e-mail address").doesNotContain("<script>");
        }
        assertThat(asksFor("x".repeat(1_000_000)).statusCode()).isEqualTo(400);
        assertThat(errands()).isEmpty();
    }

    @Test
    void saysItInGermanAndLeadsThereFromADeadLink() {
        assertThat(get("/lost-link", "Accept-Language", "de").body()).contains("Ein neuer Link zu Ihrer Seite");
        assertThat(get("/c/nonsense").body()).contains("href=\"/lost-link\"");
    }
}
