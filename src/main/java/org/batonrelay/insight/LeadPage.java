package org.batonrelay.insight;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Shared;
import org.batonrelay.lead.Facts;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a lead. As JSON its names are a public interface.
 *
 * @param holder a user id, or {@code group:} and a group id
 * @param offeredTo the same, with commas between where there are several; null while nothing is offered
 * @param task what is due first; null when nothing is to be done
 * @param summaries newest first
 * @param routing why this person; null before anything was routed or offered
 * @param timeline oldest first
 * @param more what the page in the browser shows beside it
 */
record LeadPage(
        String reference,
        String organisation,
        String state,
        String leg,
        String holder,
        Instant holderSince,
        @Nullable String offeredTo,
        @Nullable Task task,
        List<String> flags,
        List<Person> contacts,
        List<Agreed> summaries,
        List<Promised> promises,
        @Nullable Routed routing,
        List<LedgerLine> timeline,
        @JsonIgnore More more) {

    /** What of it a partner sees: nothing but what the process owner shares, and their own tasks. */
    LeadPage sharedWith(Viewer partner, Shared shared, List<OpenTasks.OpenTask> theirs) {
        return new LeadPage(
                reference,
                organisation,
                state,
                leg,
                named(holder, partner, shared),
                holderSince,
                offeredTo == null ? null : named(offeredTo, partner, shared),
                theirs.stream()
                        .findFirst()
                        .map(it -> new Task(it.id(), it.name(), it.due()))
                        .orElse(null),
                shared.shows("flags") ? flags : List.of(),
                shared.shows("contacts") ? contacts : List.of(),
                shared.shows("summary")
                        ? summaries.stream()
                                .map(it -> it.by(named(it.author(), partner, shared), shared.shows("contacts")))
                                .toList()
                        : List.of(),
                shared.shows("promises")
                        ? promises.stream()
                                .map(it -> it.of(named(it.owner(), partner, shared)))
                                .toList()
                        : List.of(),
                null,
                List.of(),
                more.sharedWith(shared, theirs));
    }

    static String named(String people, Viewer partner, Shared shared) {
        return partner.named(people, shared);
    }

    record Task(String id, String name, @Nullable Instant due) {}

    /** @param id what the page's buttons about this person send back */
    record Person(
            @JsonIgnore String id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,
            boolean main,
            boolean reachable,
            boolean wantsAutomaticMail) {}

    /**
     * @param headings by their names; null where nothing has been said
     * @param titles what they are called in a summary of its leg; one that it lacks is not shown
     */
    record Agreed(
            int version,
            String status,
            @JsonIgnore Map<String, @Nullable String> headings,
            @JsonIgnore Map<String, String> titles,
            LocalDate nextStepOn,
            String author,
            Instant writtenAt,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy) {

        Agreed by(String named, boolean contacts) {
            return new Agreed(
                    version,
                    status,
                    headings,
                    titles,
                    nextStepOn,
                    named,
                    writtenAt,
                    sentAt,
                    answeredAt,
                    contacts ? answeredBy : null);
        }

        @JsonAnyGetter
        Map<String, @Nullable String> flat() {
            return headings;
        }
    }

    /** @param side {@code us} or {@code client} */
    record Promised(
            String what,
            String source,
            String side,
            String owner,
            LocalDate dueOn,
            String state,
            @Nullable String reason) {

        Promised of(String named) {
            return new Promised(what, source, side, side.equals("client") ? owner : named, dueOn, state, reason);
        }
    }

    /**
     * @param facts what has been said, by the name of the field that asked for it
     * @param giver who can recall the open offer; null while nothing is offered
     */
    record More(
            Map<String, String> facts,
            List<OpenTasks.OpenTask> tasks,
            @Nullable String giver,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            Instant capturedAt,
            String priority) {

        More sharedWith(Shared shared, List<OpenTasks.OpenTask> theirs) {
            boolean steps = shared.shows("nextStep");
            Map<String, String> seen = new LinkedHashMap<>(facts);
            seen.keySet().removeIf(fact -> !shared.shows(fact));
            Facts.PROVENANCE.stream()
                    .filter(fact -> !shared.shows(fact))
                    .forEach(fact -> seen.put(fact, Shared.HIDDEN));
            return new More(
                    seen,
                    theirs,
                    null,
                    steps ? nextStep : Shared.HIDDEN,
                    steps ? nextStepOn : null,
                    capturedAt,
                    priority);
        }
    }
}
