package org.batonrelay.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.Leads;
import org.jspecify.annotations.Nullable;

/** Writes one lead's page, at one moment. Long because everything that the page shows is written here. */
record LeadWriter(LeadPage page, Names names, ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final Map<String, String> SOURCES = LeadView.labels(
            "summary", "from a summary",
            "contract", "from the contract",
            "plan", "from the plan",
            "item", "asked for beside");
    /** What is shown of them only where it is known. */
    private static final Map<String, String> BESIDE = LeadView.labels("account", "Account", "note", "Note");

    private static final List<String> LEGS =
            Arrays.stream(Leg.values()).map(Leg::id).toList();

    /** Where nobody has named an organisation; a partner is told as much of the person as their table says. */
    private String person() {
        return page.contacts().stream()
                .map(LeadPage.Person::name)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(name -> name + ", " + Leads.NO_ORGANISATION)
                .orElse(Leads.NO_ORGANISATION);
    }

    LeadView write() {
        return new LeadView(
                page.reference(),
                page.organisation().isBlank() ? person() : page.organisation(),
                page.state(),
                names.of(page.holder()),
                ago(page.holderSince()) + ", since " + WrittenDates.lately(page.holderSince(), zone),
                names.ofAll(page.offeredTo()),
                nextStep(),
                page.more().facts().get(Facts.LOOKS_LIKE),
                page.more().facts().get(Facts.CUSTOMER_SINCE),
                legs(),
                page.more().tasks().stream().map(this::todo).toList(),
                page.flags().stream().map(id -> Flag.of(id).asSentence()).toList(),
                page.contacts(),
                known(),
                new SummaryVersions(names, zone).of(page.summaries()),
                page.promises().stream().map(this::item).toList(),
                why(),
                timeline(),
                zone.getId());
    }

    private @Nullable String nextStep() {
        LocalDate on = page.more().nextStepOn();
        String what = page.more().nextStep();
        return what == null || on == null ? what : WrittenDates.day(on) + ": " + what;
    }

    /** Why this person: the rule, who could have been offered it, who was left out and why. */
    private List<LeadView.Text> why() {
        Routed routed = page.routing();
        List<LeadView.Text> why = new ArrayList<>();
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
        tell(why, "Chosen", routed.chosen() == null ? "" : names.ofAll(routed.offeredTo()) + ", " + routed.chosen());
        routed.skipped().forEach((who, reason) -> tell(why, "Not offered to", names.of(who) + ": " + reason));
        return why;
    }

    private static void tell(List<LeadView.Text> why, String label, String text) {
        if (!text.isBlank()) {
            why.add(new LeadView.Text(label, text, false));
        }
    }

    private List<LeadView.Leg> legs() {
        List<LeadView.Leg> legs = new ArrayList<>();
        boolean ended = page.state().equals("finished");
        int now = LEGS.indexOf(page.leg());
        for (int i = 0; i < LEGS.size(); i++) {
            String state = ended || i < now ? "done" : i == now ? "now" : "ahead";
            legs.add(new LeadView.Leg(LEGS.get(i), state));
        }
        return legs;
    }

    private LeadView.Todo todo(OpenTasks.OpenTask task) {
        String assignee = task.assignee();
        Instant due = task.due();
        return new LeadView.Todo(
                task.id(),
                task.name(),
                task.about() == null ? "" : task.about(),
                assignee == null ? "not taken yet" : names.of(assignee),
                due == null ? "" : WrittenDates.lately(due, zone),
                due != null && due.isBefore(now));
    }

    private List<LeadView.Text> known() {
        Map<String, String> facts = page.more().facts();
        List<LeadView.Text> known = new ArrayList<>();
        for (LeadField field : LeadField.provenance()) {
            String said = facts.get(field.key());
            known.add(new LeadView.Text(field.label(), said == null ? "unknown" : said, said == null));
        }
        BESIDE.forEach((name, label) -> {
            if (facts.get(name) != null) {
                known.add(new LeadView.Text(label, facts.get(name), false));
            }
        });
        return known;
    }

    private LeadView.Item item(LeadPage.Promised promise) {
        boolean open = promise.state().equals("open");
        return new LeadView.Item(
                promise.what(),
                SOURCES.getOrDefault(promise.source(), promise.source()),
                promise.side().equals("client") ? "the client" : names.of(promise.owner()),
                WrittenDates.day(promise.dueOn()),
                promise.state(),
                open && promise.dueOn().isBefore(LocalDate.ofInstant(now, zone)));
    }

    private List<LeadView.Moment> timeline() {
        Narrator narrator = new Narrator(names, zone);
        List<LeadView.Moment> moments = new ArrayList<>();
        String day = "";
        for (LedgerLine line : page.timeline()) {
            String today = WrittenDates.day(LocalDate.ofInstant(line.at(), zone));
            moments.add(new LeadView.Moment(
                    today.equals(day) ? "" : today,
                    TIME.withZone(zone).format(line.at()),
                    narrator.tell(line),
                    names.of(line.actor()),
                    kind(line.type())));
            day = today;
        }
        return moments;
    }

    /** What a moment is painted by: the first half of its type, but for a flag that came down, which is none any more. */
    static String kind(String type) {
        return type.equals("flag.cleared") ? "flag-down" : type.substring(0, type.indexOf('.'));
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
