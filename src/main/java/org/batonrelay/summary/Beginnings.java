package org.batonrelay.summary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the form of a new summary begins with: the last version. The last summary of an onboarding is about something
 * else than what was said before the signature; it begins with what was kept, and with who answers from then on.
 */
@Component
class Beginnings {

    private static final String NEXT_TEAM = "customer-service";

    private final Summaries summaries;
    private final Batons batons;
    private final Promises promises;
    private final People people;

    Beginnings(Summaries summaries, Batons batons, Promises promises, People people) {
        this.summaries = summaries;
        this.batons = batons;
        this.promises = promises;
        this.people = people;
    }

    /** Texts by the names of the fields; empty before anything was written. */
    Map<String, @Nullable String> of(LeadReference reference) {
        Optional<Summary> last = summaries.last(reference);
        boolean onboarding = batons.get(reference).leg() == Leg.ONBOARDING;
        if (onboarding
                && last.filter(it -> it.leg().equals(Leg.ONBOARDING.id())).isEmpty()) {
            return ofTheLastOne(reference);
        }
        return last.map(it -> it.headings().byName()).orElseGet(Collections::emptyMap);
    }

    private Map<String, @Nullable String> ofTheLastOne(LeadReference reference) {
        String kept = promises.of(reference).stream()
                .filter(it -> it.state().equals("kept") && it.side().equals("us"))
                .map(Promise::what)
                .collect(Collectors.joining("\n"));
        Map<String, @Nullable String> begun = new LinkedHashMap<>();
        Headings.titles(Locale.ENGLISH).keySet().forEach(name -> begun.put(name, null));
        begun.put("currentSituation", kept.isEmpty() ? null : kept);
        begun.put("decisionProcess", people.groupName(NEXT_TEAM));
        return begun;
    }
}
