package org.batonrelay.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks accounts up in Salesforce by mail domain. Nothing that goes wrong there stops a lead: it is taken in without,
 * and after a failure Salesforce is left alone for a while. What it has answered is believed for an hour.
 */
final class SalesforceAccounts implements AccountDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceAccounts.class);
    private static final Duration BELIEVED = Duration.ofHours(1);
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 5000;

    private record Answer(List<Account> accounts, Instant until) {}

    private final SalesforceCalls calls;
    private final SalesforceQuery query;
    private final People people;
    private final Clock clock;
    private final Map<String, Answer> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private volatile Instant askAgain = Instant.MIN;

    SalesforceAccounts(SalesforceCalls calls, SalesforceQuery query, People people, Clock clock) {
        this.calls = calls;
        this.query = query;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "salesforce";
    }

    @Override
    public List<Account> at(String domain) {
        Instant now = clock.instant();
        Answer known = known(domain);
        if (known != null && known.until().isAfter(now)) {
            return known.accounts();
        }
        if (now.isBefore(askAgain)) {
            return List.of();
        }
        try {
            List<Account> accounts = ask(domain);
            remember(domain, new Answer(accounts, now.plus(BELIEVED)));
            return accounts;
        } catch (IOException | RuntimeException e) {
            askAgain = clock.instant().plus(LEFT_ALONE);
            LOG.warn("leads are taken in without Salesforce for {}: {}", LEFT_ALONE, e.toString());
            return List.of();
        }
    }

    /** A name is too weak a sign to hold a lead up for. */
    @Override
    public List<Account> called(String organisation) {
        return List.of();
    }

    private List<Account> ask(String domain) throws IOException {
        return StreamSupport.stream(calls.query(query.byDomain(domain)).spliterator(), false)
                .filter(account -> SalesforceQuery.isAt(account, domain))
                .map(account -> query.read(account, ownerHere(account.path("Owner"))))
                .toList();
    }

    /** Their owner has the same user name here, or the same address. */
    private @Nullable String ownerHere(JsonNode owner) {
        if (!owner.path("IsActive").asBoolean(true)) {
            return null;
        }
        return Optional.of(owner.path("Username").asText(""))
                .filter(name -> people.person(name).isPresent())
                .or(() -> people.byEmail(owner.path("Email").asText("")).map(Person::id))
                .orElse(null);
    }

    private @Nullable Answer known(String domain) {
        synchronized (remembered) {
            return remembered.get(domain);
        }
    }

    private void remember(String domain, Answer answer) {
        synchronized (remembered) {
            remembered.put(domain, answer);
        }
    }
}
