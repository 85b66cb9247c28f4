package org.batonrelay.insight;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** @param headings by their names; null where nothing has been said */
    record Agreed(
            int version,
            String status,
            @JsonIgnore Map<String, @Nullable String> headings,
            LocalDate nextStepOn,
            String author,
            Instant writtenAt,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy) {

        @JsonAnyGetter
        Map<String, @Nullable String> flat() {
            return headings;
        }
    }

    /** @param side {@code us} or {@code client} */
    record Promised(
            String what,
            String side,
            String owner,
            LocalDate dueOn,
            String state,
            @Nullable String reason) {}

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
            String priority) {}
}
