package org.batonrelay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import org.batonrelay.RunningBaton;
import org.batonrelay.accounts.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The account directory, brought up to date by lists. */
class AccountListsTests extends RunningBaton {

    private static final String API = "/api/accounts/import";

    @Autowired
    Accounts accounts;

    @Test
    void bringsAccountsUpToDateInPlace() {
        String list = """
                External id;Name;Domains;Owner;Segment;Country;Named
                L-1;List One AG;list-one.example, https://www.list-one-shop.example/de;ae-1;enterprise;DE;yes
                L-2;List Two;list-two.example;;;;
                """;
        assertThat(results(list)).containsExactly("created", "created");
        assertThat(results(list)).containsExactly("unchanged", "unchanged");

        assertThat(results("""
                External id;Name;Domains;Owner
                L-1;List One Group;list-one.example;ae-2
                """)).containsExactly("updated");

        assertThat(accounts.at("list-one.example")).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("List One Group");
            assertThat(account.owner()).isEqualTo("ae-2");
            assertThat(account.named()).isFalse();
        });
        assertThat(accounts.at("list-one-shop.example")).isEmpty();
        assertThat(accounts.at("list-two.example")).hasSize(1);
    }

    @Test
    void knowsAnAccountWithoutAnExternalIdByItsName() {
        assertThat(results("name,owner\nKönig & Söhne GmbH,ae-1\n")).containsExactly("created");
        assertThat(results("name,owner\nKoenig und Soehne,ae-2\n")).containsExactly("updated");
        assertThat(results("name,owner,external id\nKönig Söhne,ae-2,K-1\n")).containsExactly("updated");

        assertThat(accounts.called("König & Söhne"))
                .singleElement()
                .satisfies(account -> assertThat(account.owner()).isEqualTo("ae-2"));
        assertThat(accounts.known("K-1")).isPresent();
    }

    @Test
    void saysWhatIsWrongWithARowWhichThenChangesNothing() {
        JsonNode told = post(API, """
                name,domains,owner,named
                ,bad-row.example,,
                Bad Row One,gmail.com,,
                Bad Row Two,no domain!,,
                Bad Row Three,,nobody-of-ours,
                Bad Row Four,,,perhaps
                Good Row,good-row.example,ae-1,no
                Good Row Ltd,good-row.example,ae-2,no
                """);

        assertThat(told.get("rows").findValuesAsText("result"))
                .containsExactly("refused", "refused", "refused", "refused", "refused", "created", "refused");
        assertThat(told.get("rows").findValuesAsText("why"))
                .satisfiesExactly(
                        why -> assertThat(why).isEqualTo("The name is missing."),
                        why -> assertThat(why).contains("gmail.com is a public mail provider's"),
                        why -> assertThat(why).contains("is no domain such as acme.com"),
                        why -> assertThat(why).contains("nobody here with the user id \"nobody-of-ours\""),
                        why -> assertThat(why).contains("neither yes nor no"),
                        why -> assertThat(why).isEqualTo("Row 7 tells of the same account."));
        assertThat(accounts.called("Bad Row One")).isEmpty();
        assertThat(accounts.at("good-row.example"))
                .singleElement()
                .satisfies(account -> assertThat(account.owner()).isEqualTo("ae-1"));
    }

    @Test
    void tellsInAPreviewAndChangesNothing() {
        JsonNode told = post(API + "?preview=true", "name,domain\nOnly Looked At,only-looked.example\n");

        assertThat(told.get("created").asInt()).isEqualTo(1);
        assertThat(accounts.at("only-looked.example")).isEmpty();
    }

    @Test
    void readsWhatExcelWritesInGermany() {
        HttpResponse<String> answer = new ListCaller(port, "manager-1")
                .post(
                        API,
                        "Kunde;Domäne;Betreuer;Land\r\nGrößer KG;groesser.example;ae-1;Österreich\r\n"
                                .getBytes(Charset.forName("windows-1252")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(accounts.at("groesser.example"))
                .singleElement()
                .satisfies(account -> assertThat(account.name()).isEqualTo("Größer KG"));
    }

    @Test
    void isForMarketingAndManagersOnly() {
        String list = "name\nNot Mine To Tell\n";

        assertThat(new ListCaller(port, "ae-1").post(API, list).statusCode()).isEqualTo(403);
        assertThat(new ListCaller(port, "website").post(API, list).statusCode()).isEqualTo(403);
        assertThat(new ListCaller(port, "manager-1").post(API, "Kunden\nX\n").statusCode())
                .isEqualTo(400);
    }

    private Iterable<String> results(String list) {
        return post(API, list).get("rows").findValuesAsText("result");
    }

    private JsonNode post(String path, String list) {
        ListCaller marketing = new ListCaller(port, "marketing-1");
        HttpResponse<String> answer = marketing.post(path, list);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return marketing.read(answer);
    }
}
