package org.batonrelay.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.batonrelay.accounts.NewAccount;
import org.batonrelay.accounts.OrganisationName;
import org.batonrelay.lead.Headings;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.InvalidLead.Fault;
import org.batonrelay.lead.MailAddress;
import org.batonrelay.lead.PublicMailProviders;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;

/** Reads an account from a row of a list, and notes everything that is wrong with it at once. */
final class ListedAccount {

    static final Headings KIND = new Headings()
            .field("name", "account", "account name", "organisation", "organization", "company", "Firma", "Kunde")
            .field("domains", "domain", "mail domain", "website", "web", "Domäne", "Webseite")
            .field("owner", "account owner", "Betreuer", "Betreuerin", "Inhaber")
            .field("segment")
            .field("country", "region", "Land")
            .field("named", "named account", "key account", "Schlüsselkunde")
            .field("externalId", "external id", "id", "account id", "Kundennummer");
    private static final int LONGEST = 200;
    private static final int LONGEST_SHORT = 80;
    private static final int MOST_DOMAINS = 50;

    private final Map<String, String> said;
    private final PublicMailProviders providers;
    private final People people;
    private final List<Fault> faults = new ArrayList<>();

    private ListedAccount(Map<String, String> said, PublicMailProviders providers, People people) {
        this.said = said;
        this.providers = providers;
        this.people = people;
    }

    /** @throws UnreadableList when the headings do not do */
    static Columns columns(List<String> headings) {
        Columns columns = Columns.of(headings, KIND);
        columns.require(Set.of("name"));
        return columns;
    }

    /** @throws InvalidLead naming everything that is wrong with the row */
    static NewAccount read(ListRow row, Columns columns, PublicMailProviders providers, People people) {
        if (columns.isTooWide(row)) {
            throw new InvalidLead(List.of(new Fault("row", "The row has more cells than the list has columns.")));
        }
        return new ListedAccount(columns.read(row), providers, people).read();
    }

    private NewAccount read() {
        NewAccount account = new NewAccount(
                name(),
                domains(),
                owner(),
                text("segment", "The segment", LONGEST_SHORT),
                text("country", "The country", LONGEST_SHORT),
                named(),
                text("externalId", "The external id", LONGEST));
        if (!faults.isEmpty()) {
            throw new InvalidLead(faults);
        }
        return account;
    }

    private String name() {
        String name = text("name", "The name", LONGEST);
        if (name == null || OrganisationName.of(name).key().isEmpty()) {
            faults.add(new Fault("name", "The name is missing."));
            return "";
        }
        return name;
    }

    /** Several are parted by spaces, commas or semicolons; a web address stands for its domain. */
    private Set<String> domains() {
        Set<String> domains = new TreeSet<>();
        for (String written : said.getOrDefault("domains", "").split("[\\s,;|]+")) {
            if (!written.isEmpty()) {
                domains.add(domain(written));
            }
        }
        if (domains.size() > MOST_DOMAINS) {
            faults.add(new Fault("domains", "An account has at most " + MOST_DOMAINS + " domains."));
        }
        return domains;
    }

    private String domain(String written) {
        String bare = written.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^(www\\.|@)", "")
                .replaceFirst("[/:?#].*$", "");
        MailAddress somebody = MailAddress.read("somebody@" + bare).orElse(null);
        if (somebody == null) {
            faults.add(new Fault("domains", "\"" + shortened(written) + "\" is no domain such as acme.com."));
            return "";
        }
        if (providers.ownDomain(somebody).isEmpty()) {
            faults.add(new Fault(
                    "domains", bare + " is a public mail provider's: everybody with such an address would match."));
        }
        return somebody.domain();
    }

    private @Nullable String owner() {
        String owner = text("owner", "The owner", LONGEST_SHORT);
        if (owner != null && people.person(owner).isEmpty()) {
            faults.add(new Fault("owner", "There is nobody here with the user id \"" + shortened(owner) + "\"."));
        }
        return owner;
    }

    private boolean named() {
        Boolean named = YesOrNo.read(said.getOrDefault("named", "no"));
        if (named == null) {
            faults.add(new Fault("named", "Whether it is a named account is neither yes nor no."));
        }
        return Boolean.TRUE.equals(named);
    }

    private @Nullable String text(String field, String label, int longest) {
        String text = said.get(field);
        if (text != null && text.length() > longest) {
            faults.add(new Fault(field, label + " is longer than " + longest + " characters."));
        }
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(field, label + " contains line breaks or other control characters."));
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
