package org.batonrelay.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.batonrelay.lead.Facts;
import org.batonrelay.relay.Flag;
import org.jspecify.annotations.Nullable;

/**
 * A lead's page in words, for the browser. Times are those of one zone, which the page names. Long because everything
 * that the page shows stands here as it is shown.
 */
record LeadView(
        String reference,
        String organisation,
        String state,
        String holder,
        String held,
        String offeredTo,
        @Nullable String nextStep,
        @Nullable String looksLike,
        @Nullable String customerSince,
        List<Leg> legs,
        List<Todo> tasks,
        List<String> flags,
        List<LeadPage.Person> contacts,
        List<Text> known,
        List<Version> summaries,
        List<Item> promises,
        List<Text> why,
        List<Moment> timeline,
        String zone) {

    record Leg(String name, String state) {}

    record Todo(String id, String name, String who, String due, boolean late) {}

    record Text(String label, String text, boolean unknown) {}

    /** @param changes what is different from the version before; empty for the first one */
    record Version(
            String title, String status, String said, List<Text> headings, String nextStepOn, List<Change> changes) {}

    record Change(String label, List<Differences.Piece> pieces) {}

    record Item(String what, String source, String who, String due, String state, boolean late) {}

    record Moment(String day, String time, String sentence, String who, String kind) {}

    private static final Map<String, String> SOURCES = labels(
            "summary", "from a summary",
            "contract", "from the contract",
            "plan", "from the plan",
            "item", "asked for beside");
    private static final Map<String, String> FACTS = labels(
            "source", "Where from",
            "campaign", "Campaign",
            "message", "What they wrote",
            "knows", "What they know",
            "spokenWith", "Whom they talked to",
            "needs", "What they need",
            "account", "Account",
            "note", "Note");
    private static final Set<String> ONLY_WHEN_KNOWN = Set.of("account", "note");
    private static final Map<String, String> HEADINGS = labels(
            "currentSituation", "Current situation",
            "businessPriorities", "Business priorities",
            "competition", "Competition",
            "timeline", "Timeline",
            "decisionProcess", "Decision process",
            "nextSteps", "Next steps");
    private static final List<String> LEGS = List.of("capture", "qualification", "deal", "onboarding");

    static LeadView of(LeadPage page, Names names, ZoneId zone, Clock clock) {
        return new Writer(page, names, zone, clock.instant()).write();
    }

    private static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }

    /** Writes one page, at one moment. */
    private record Writer(LeadPage page, Names names, ZoneId zone, Instant now) {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
        private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

        LeadView write() {
            return new LeadView(
                    page.reference(),
                    page.organisation(),
                    page.state(),
                    names.of(page.holder()),
                    ago(page.holderSince()) + ", since " + MOMENT.withZone(zone).format(page.holderSince()),
                    names.ofAll(page.offeredTo()),
                    nextStep(),
                    page.more().facts().get(Facts.LOOKS_LIKE),
                    page.more().facts().get(Facts.CUSTOMER_SINCE),
                    legs(),
                    page.more().tasks().stream().map(this::todo).toList(),
                    page.flags().stream().map(id -> Flag.of(id).asSentence()).toList(),
                    page.contacts(),
                    known(),
                    versions(),
                    page.promises().stream().map(this::item).toList(),
                    why(),
                    timeline(),
                    zone.getId());
        }

        private @Nullable String nextStep() {
            LocalDate on = page.more().nextStepOn();
            String what = page.more().nextStep();
            return what == null ? null : what + (on == null ? "" : " – " + WEEKDAY.format(on));
        }

        /** Why this person: the rule, who could have been offered it, who was left out and why. */
        private List<Text> why() {
            Routed routed = page.routing();
            List<Text> why = new ArrayList<>();
            if (routed == null) {
                return why;
            }
            tell(why, "Account owner first", names.ofAll(routed.accountOwner()));
            tell(why, "Rule", routed.rule() == null ? "" : routed.ruleSays() + " (" + routed.rule() + ")");
            tell(why, "Meant for", names.ofAll(routed.receiver()));
            tell(
                    why,
                    "Candidates",
                    routed.candidates().isEmpty() ? "" : names.ofAll(String.join(",", routed.candidates())));
            tell(
                    why,
                    "Chosen",
                    routed.chosen() == null ? "" : names.ofAll(routed.offeredTo()) + ", " + routed.chosen());
            routed.skipped().forEach((who, reason) -> tell(why, "Not offered to", names.of(who) + ": " + reason));
            return why;
        }

        private static void tell(List<Text> why, String label, String text) {
            if (!text.isBlank()) {
                why.add(new Text(label, text, false));
            }
        }

        private List<Leg> legs() {
            List<Leg> legs = new ArrayList<>();
            boolean ended = page.state().equals("finished");
            int now = LEGS.indexOf(page.leg());
            for (int i = 0; i < LEGS.size(); i++) {
                String state = ended || i < now ? "done" : i == now ? "now" : "ahead";
                legs.add(new Leg(LEGS.get(i), state));
            }
            return legs;
        }

        private Todo todo(OpenTasks.OpenTask task) {
            String assignee = task.assignee();
            Instant due = task.due();
            return new Todo(
                    task.id(),
                    task.name(),
                    assignee == null ? "not taken yet" : names.of(assignee),
                    due == null ? "" : MOMENT.withZone(zone).format(due),
                    due != null && due.isBefore(now));
        }

        private List<Text> known() {
            Map<String, String> facts = page.more().facts();
            List<Text> known = new ArrayList<>();
            FACTS.forEach((name, label) -> {
                String said = facts.get(name);
                if (said != null || !ONLY_WHEN_KNOWN.contains(name)) {
                    known.add(new Text(label, said == null ? "unknown" : said, said == null));
                }
            });
            return known;
        }

        /** Newest first, each beside the one before it. */
        private List<Version> versions() {
            List<LeadPage.Agreed> all = page.summaries();
            List<Version> versions = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                versions.add(version(all.get(i), i + 1 < all.size() ? changes(all.get(i + 1), all.get(i)) : List.of()));
            }
            return versions;
        }

        private List<Change> changes(LeadPage.Agreed before, LeadPage.Agreed after) {
            List<Change> changes = new ArrayList<>();
            HEADINGS.forEach((name, label) -> add(
                    changes,
                    label,
                    before.headings().get(name),
                    after.headings().get(name)));
            add(changes, "Next step on", WEEKDAY.format(before.nextStepOn()), WEEKDAY.format(after.nextStepOn()));
            return changes;
        }

        private static void add(List<Change> changes, String label, @Nullable String before, @Nullable String after) {
            if (!Objects.equals(before, after)) {
                changes.add(new Change(label, Differences.between(before, after)));
            }
        }

        private Version version(LeadPage.Agreed agreed, List<Change> changes) {
            List<Text> headings = new ArrayList<>();
            HEADINGS.forEach((name, label) -> {
                String text = agreed.headings().get(name);
                headings.add(new Text(label, text == null ? "not discussed yet" : text, text == null));
            });
            Instant answered = agreed.answeredAt();
            Instant sent = agreed.sentAt();
            String written = "written by " + names.of(agreed.author()) + ", "
                    + DAY.withZone(zone).format(agreed.writtenAt());
            String by = agreed.answeredBy();
            String said = answered != null
                    ? written + "; answered by " + (by == null ? "the client" : names.of(by)) + ", "
                            + MOMENT.withZone(zone).format(answered)
                    : sent != null ? written + "; sent " + MOMENT.withZone(zone).format(sent) : written;
            return new Version(
                    "Version " + agreed.version(),
                    agreed.status(),
                    said,
                    headings,
                    WEEKDAY.format(agreed.nextStepOn()),
                    changes);
        }

        private Item item(LeadPage.Promised promise) {
            boolean open = promise.state().equals("open");
            return new Item(
                    promise.what(),
                    SOURCES.getOrDefault(promise.source(), promise.source()),
                    promise.side().equals("client") ? "the client" : names.of(promise.owner()),
                    WEEKDAY.format(promise.dueOn()),
                    promise.state(),
                    open && promise.dueOn().isBefore(LocalDate.ofInstant(now, zone)));
        }

        private List<Moment> timeline() {
            Narrator narrator = new Narrator(names);
            List<Moment> moments = new ArrayList<>();
            String day = "";
            for (LedgerLine line : page.timeline()) {
                String today = WEEKDAY.withZone(zone).format(line.at());
                moments.add(new Moment(
                        today.equals(day) ? "" : today,
                        TIME.withZone(zone).format(line.at()),
                        narrator.tell(line),
                        names.of(line.actor()),
                        line.type().substring(0, line.type().indexOf('.'))));
                day = today;
            }
            return moments;
        }

        private String ago(Instant then) {
            Duration since = Duration.between(then, now);
            if (since.toHours() >= 48) {
                return "for " + since.toDays() + " days";
            }
            if (since.toMinutes() >= 120) {
                return "for " + since.toHours() + " hours";
            }
            return since.toMinutes() > 1 ? "for " + since.toMinutes() + " minutes" : "for a moment";
        }
    }
}
