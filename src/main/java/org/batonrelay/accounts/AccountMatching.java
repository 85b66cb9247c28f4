package org.batonrelay.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the account of a lead: by mail domain in every directory first, then by name. Of several, always the same one
 * wins: called the same, named, owned, of the same country, then the first by name and id.
 */
@Component
public class AccountMatching {

    private final List<AccountDirectory> directories;

    AccountMatching(List<AccountDirectory> directories) {
        this.directories = directories;
    }

    /** @param domain empty at a public mail provider */
    public Optional<AccountMatch> of(Optional<String> domain, String organisation, @Nullable String country) {
        Comparator<Account> best = best(OrganisationName.of(organisation).key(), Region.of(country));
        for (String at = domain.orElse(""); at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
            String tried = at;
            Optional<AccountMatch> match = first(directory -> directory.at(tried), best, AccountMatch.By.DOMAIN, tried);
            if (match.isPresent()) {
                return match;
            }
        }
        if (OrganisationName.of(organisation).key().isEmpty() || NoOrganisation.isMeant(organisation)) {
            return Optional.empty();
        }
        return first(directory -> directory.called(organisation), best, AccountMatch.By.NAME, organisation);
    }

    private Optional<AccountMatch> first(
            Function<AccountDirectory, List<Account>> question,
            Comparator<Account> best,
            AccountMatch.By by,
            String on) {
        for (AccountDirectory directory : directories) {
            Optional<Account> account = question.apply(directory).stream().min(best);
            if (account.isPresent()) {
                return account.map(it -> new AccountMatch(it, directory.name(), by, on));
            }
        }
        return Optional.empty();
    }

    private static Comparator<Account> best(String nameKey, @Nullable String region) {
        return Comparator.comparing(
                        (Account it) -> !OrganisationName.of(it.name()).key().equals(nameKey))
                .thenComparing(it -> !it.named())
                .thenComparing(it -> it.owner() == null)
                .thenComparing(it -> region == null || !region.equals(Region.of(it.country())))
                .thenComparing(Account::name)
                .thenComparing(Account::id);
    }
}
