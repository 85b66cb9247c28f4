package org.batonrelay.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.RunningLeg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the holder decides on the tab about the client's people and their page. */
class LeadClientsTests extends RunningLeg {

    @Autowired
    private ContactLinks links;

    private final String first = java.util.UUID.randomUUID().toString();
    private final String second = java.util.UUID.randomUUID().toString();

    @BeforeEach
    void isWorkedOnByTheAe() {
        isHeldBy("sdr-1", Leg.DEAL);
        batons.pass(lead, Holder.person("ae-1"), "accepted");
        goesOnWith("deal", Map.of());
    }

    @Test
    void whoIsInCopyIsDecidedOnByTheHolder() {
        assertThat(baton().flags()).contains(Flag.ONE_CONTACT);
        propose(first, "Bob Birch", "bob@birch.example");
        propose(second, "Eve Elm", "eve@elm.example");
        assertThat(tab("ae-1").at("/proposed")).hasSize(2);
        assertThat(tab("sdr-1").at("/proposed")).as("others decide nothing").isEmpty();
        assertThat(does("sdr-1", "contacts/proposed/" + first, "{\"take\": true}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(does("ae-1", "contacts/proposed/" + first, "{\"take\": true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(does("ae-1", "contacts/proposed/" + second, "{\"take\": false}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(contacts.of(lead))
                .extracting(Contact::email)
                .contains("bob@birch.example")
                .hasSize(2);
        assertThat(baton().flags()).as("two people know us now").doesNotContain(Flag.ONE_CONTACT);
        assertThat(tab("ae-1").at("/proposed")).isEmpty();
        assertThat(does("ae-1", "contacts/proposed/" + first, "{\"take\": true}")
                        .body())
                .contains("Somebody else has already decided");
    }

    @Test
    void aLinkOfThisLeadIsOnItsClientsPageAndOnNobodyElses() {
        assertThat(does(
                                "ae-1",
                                "links",
                                "{\"title\": \"Your trial <b>\", \"address\": \"https://trial.example/a?b=c\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(clientsPage()).contains("https://trial.example/a?b=c", "Your trial &lt;b&gt;");
        assertThat(lastOnRecord("link.added").actor()).isEqualTo("ae-1");
        String id = tab("ae-1").at("/links/0/id").asText();
        LeadReference theirs = lead;
        isHeldBy("ae-1", Leg.DEAL);
        assertThat(clientsPage()).doesNotContain("trial.example");
        assertThat(does("ae-1", "links/" + id + "/remove", "{}").statusCode()).isEqualTo(204);
        lead = theirs;
        assertThat(clientsPage()).as("another lead's holder takes nothing away").contains("trial.example");

        assertThat(does("ae-1", "links/" + id + "/remove", "{}").statusCode()).isEqualTo(204);
        assertThat(does("ae-1", "links/" + id + "/remove", "{}").statusCode()).isEqualTo(204);
        assertThat(clientsPage()).doesNotContain("trial.example");
        assertThat(lastOnRecord("link.removed").actor()).isEqualTo("ae-1");
        assertThat(onRecord().stream().filter("link.removed"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"\", \"address\": \"https://x.example\"} | Title",
                "{\"title\": \"Help\"} | Address",
                "{\"title\": \"Help\", \"address\": \"javascript:alert(1)\"} | Address",
                "{\"title\": \"Help\", \"address\": \"//x.example\"} | Address",
                "{\"title\": \"Help\", \"address\": \"https://x.example/ onclick=1\"} | Address"
            })
    void whatIsNoPageIsNoLink(String link, String sentence) {
        HttpResponse<String> refused = does("ae-1", "links", link);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(sentence);
        assertThat(tab("ae-1").at("/links")).isEmpty();
    }

    @Test
    void aRememberedBrowserIsForgottenByOneButton() {
        Contact anna = contacts.main(lead).orElseThrow();
        jdbc.sql("insert into chat_browser (token_hash, contact_id, expires_at) values (:hash, :contact, :end)")
                .param("hash", "hash-" + lead)
                .param("contact", anna.id())
                .param("end", HouseDay.now().plusDays(1))
                .update();
        assertThat(tab("ae-1").at("/clients/0/browsers").asInt()).isEqualTo(1);
        String forget = "contacts/" + anna.id() + "/forget-browsers";
        assertThat(does("sdr-1", forget, "{}").statusCode()).isEqualTo(403);

        assertThat(does("ae-1", forget, "{}").statusCode()).isEqualTo(204);

        assertThat(tab("ae-1").at("/clients/0/browsers").asInt()).isZero();
        assertThat(jdbc.sql("select count(*) from chat_browser where contact_id = :contact")
                        .param("contact", anna.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(lastOnRecord("browser.forgotten").actor()).isEqualTo("ae-1");
    }

    @Test
    void aGuestIsChosenThere() {
        Contact anna = contacts.main(lead).orElseThrow();
        assertThat(tab("ae-1").at("/clients/0/meets").asBoolean()).isTrue();

        assertThat(does("ae-1", "contacts/" + anna.id() + "/meetings", "{\"invited\": false}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(tab("ae-1").at("/clients/0/meets").asBoolean()).isFalse();
        assertThat(does("ae-1", "contacts/nobody/meetings", "{\"invited\": true}")
                        .statusCode())
                .isEqualTo(404);
    }

    private void propose(String id, String name, String email) {
        jdbc.sql("insert into message (id, reference, channel, direction, author, body, said_at)"
                        + " values (:id, :reference, 'mail', 'from-client', 'client:anna', 'Hello', now())")
                .param("id", id)
                .param("reference", lead.value())
                .update();
        jdbc.sql("insert into contact_proposal (id, reference, message_id, name, email, proposed_at)"
                        + " values (:id, :reference, :id, :name, :email, now())")
                .param("id", id)
                .param("reference", lead.value())
                .param("name", name)
                .param("email", email)
                .update();
    }

    private String clientsPage() {
        String page = links.pageOf(contacts.main(lead).orElseThrow());
        return new Caller(port, "ae-1")
                .get(page.substring(page.indexOf("/c/")), "Accept", "text/html")
                .body();
    }

    private JsonNode tab(String person) {
        Caller caller = new Caller(port, person);
        return caller.read(caller.get("/leads/" + lead + "/tab"));
    }

    private HttpResponse<String> does(String person, String path, String body) {
        Caller caller = new Caller(port, person);
        String token =
                caller.read(caller.get("/leads/" + lead + "/tab")).path("token").asText();
        return caller.postJson("/leads/" + lead + "/" + path, body, "X-XSRF-TOKEN", token);
    }
}
