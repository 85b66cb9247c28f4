package org.batonrelay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C6: a lead finds its account, and the account its owner. */
class AccountsTests extends RunningBaton {

    @Autowired
    Accounts accounts;

    @Autowired
    AccountMatching matching;

    @Autowired
    AccountOwners owners;

    @Autowired
    Ledger ledger;

    @Autowired
    Leads leads;

    @Test
    void c6_routesALeadFromACustomersDomainToTheAccountsOwnerAndSaysWhatMatched() {
        accounts.add(account("Orbit AG", "ae-1", true, "orbit.example"));

        LeadReference reference = post("kim@mail.orbit.example", "Somebody at Orbit");

        assertThat(entry(reference, EntryType.LEAD_CAPTURED).detail())
                .containsEntry("account", "Orbit AG")
                .containsEntry("accountMatchedBy", "domain")
                .containsEntry("accountMatchedOn", "orbit.example");
        assertThat(entry(reference, EntryType.LEAD_ROUTED).detail())
                .containsEntry("receiver", "ae-1")
                .containsEntry("accountOwner", "ae-1")
                .containsEntry("namedAccount", true)
                .containsEntry("segment", "enterprise");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey("takeBaton")
                        .taskCandidateUser("ae-1")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void c6_showsTheReasonOnTheLeadsPage() {
        accounts.add(account("Reason AG", "ae-1", false, "reason.example"));

        LeadReference reference = post("kim@reason.example", "Reason");

        assertThat(new Caller(port, "manager-1").get("/leads/" + reference).body())
                .contains("Reason AG (matched by mail domain reason.example)")
                .contains("who owns the account");
    }

    @Test
    void matchesByNameWhereNoDomainTells() {
        accounts.add(account("Müller & Söhne GmbH", "ae-2", false));

        LeadReference reference = post("anna.mueller.soehne@gmail.com", "Mueller und Soehne");

        assertThat(entry(reference, EntryType.LEAD_CAPTURED).detail())
                .containsEntry("accountMatchedBy", "name")
                .containsEntry("accountMatchedOn", "Mueller und Soehne");
        assertThat(owners.ownerOf(reference)).contains("ae-2");
    }

    @Test
    void offersNothingToAnOwnerWhomTheHouseDoesNotHave() {
        accounts.add(account("Left AG", "somebody-who-left", false, "left.example"));

        LeadReference reference = post("kim@left.example", "Left");

        assertThat(owners.ownerOf(reference)).isEmpty();
        assertThat(entry(reference, EntryType.LEAD_ROUTED).detail()).containsEntry("receiver", "group:sdr");
    }

    @Test
    void followsAnOwnerWhoChanges() {
        accounts.add(account("Changing AG", "ae-1", false, "changing.example"));
        LeadReference reference = post("kim@changing.example", "Changing");

        accounts.update(accounts.at("changing.example").get(0).id(), account("Changing AG", "ae-2", false));

        assertThat(owners.ownerOf(reference)).contains("ae-2");
    }

    @Test
    void alwaysPicksTheSameOfSeveralAccounts() {
        accounts.add(account("Tie Holding", null, false, "tie.example"));
        accounts.add(account("Tie Systems", "ae-1", false, "tie.example"));
        accounts.add(account("Tie Works", "ae-2", true, "tie.example"));

        assertThat(match("tie.example", "Tie Holding GmbH")).isEqualTo("Tie Holding");
        assertThat(match("tie.example", "Tie")).isEqualTo("Tie Works");
        assertThat(match("deep.down.tie.example", "Tie")).isEqualTo("Tie Works");
    }

    @Test
    void c5_takesTwoSpellingsOfAnAddressForOnePersonWhoseSecondWordsLandOnTheRunningBaton() {
        LeadReference first = post("anna+x@Onceonly.example", "Onceonly");
        long notedBefore = count(first, EntryType.LEAD_TOUCHED);

        LeadReference second = post("Anna@onceonly.EXAMPLE", "Once-Only Ltd");

        assertThat(second).isEqualTo(first);
        assertThat(entry(first, EntryType.LEAD_JOINED).detail()).containsEntry("matched", "person");
        assertThat(count(first, EntryType.LEAD_TOUCHED)).isEqualTo(notedBefore + 1);
        assertThat(new Caller(port, "manager-1")
                        .read(new Caller(port, "manager-1").get("/api/leads/" + first))
                        .get("contacts"))
                .hasSize(1);
    }

    @Test
    void c5_asksTheHolderWhetherTwoOfAlmostTheSameNameAreOne() {
        LeadReference first = post("kim@nord-wind.example", "Nord Wind & Partner GmbH");

        LeadReference second = post("lee@nordwind-partner.example", "NORDWIND und Partner");

        assertThat(second).isNotEqualTo(first);
        assertThat(entry(second, EntryType.LEAD_CAPTURED).detail()).containsEntry("looksLike", first.value());
    }

    private String match(String domain, String organisation) {
        return matching.of(Optional.of(domain), organisation, null)
                .orElseThrow()
                .account()
                .name();
    }

    private static NewAccount account(String name, String owner, boolean named, String... domains) {
        return new NewAccount(name, Set.of(domains), owner, "enterprise", "DE", named, null);
    }

    private LeadReference post(String email, String organisation) {
        Caller website = new Caller(port, "website");
        return new LeadReference(website.read(website.postJson(
                        "/api/leads",
                        "{\"name\": \"Kim Berger\", \"email\": \"" + email + "\", \"organisation\": \"" + organisation
                                + "\", \"message\": \"Please call me.\", \"wantsContact\": true}"))
                .get("reference")
                .asText());
    }

    private LedgerEntry entry(LeadReference reference, EntryType type) {
        return ledger.of(reference).stream()
                .filter(it -> it.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private long count(LeadReference reference, EntryType type) {
        return ledger.of(reference).stream().filter(it -> it.type() == type).count();
    }
}
