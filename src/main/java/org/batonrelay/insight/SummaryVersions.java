package org.batonrelay.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.summary.Headings;
import org.jspecify.annotations.Nullable;

/** The versions of a lead's summary in words, each beside the one before it. */
record SummaryVersions(Names names, ZoneId zone) {

    private static final Map<String, String> USUAL = Headings.titles(Locale.ENGLISH);

    /** @param all newest first, as what comes back */
    List<LeadView.Version> of(List<LeadPage.Agreed> all) {
        List<LeadView.Version> versions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            versions.add(version(all.get(i), i + 1 < all.size() ? changes(all.get(i + 1), all.get(i)) : List.of()));
        }
        return versions;
    }

    private List<LeadView.Change> changes(LeadPage.Agreed before, LeadPage.Agreed after) {
        List<LeadView.Change> changes = new ArrayList<>();
        Map<String, String> titles = new LinkedHashMap<>(after.titles());
        before.titles().forEach(titles::putIfAbsent);
        USUAL.forEach((name, usual) -> add(
                changes,
                titles.getOrDefault(name, usual),
                before.headings().get(name),
                after.headings().get(name)));
        add(changes, "Next step on", WrittenDates.day(before.nextStepOn()), WrittenDates.day(after.nextStepOn()));
        return changes;
    }

    private static void add(
            List<LeadView.Change> changes, String label, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new LeadView.Change(label, Differences.between(before, after)));
        }
    }

    private LeadView.Version version(LeadPage.Agreed agreed, List<LeadView.Change> changes) {
        List<LeadView.Text> headings = new ArrayList<>();
        agreed.titles().forEach((name, label) -> {
            String text = agreed.headings().get(name);
            headings.add(new LeadView.Text(label, text == null ? "not discussed yet" : text, text == null));
        });
        Instant answered = agreed.answeredAt();
        Instant sent = agreed.sentAt();
        String written = "written by " + names.of(agreed.author()) + ", "
                + WrittenDates.day(LocalDate.ofInstant(agreed.writtenAt(), zone));
        String by = agreed.answeredBy();
        String said = answered != null
                ? written + "; answered by " + (by == null ? "the client" : names.of(by)) + ", "
                        + WrittenDates.lately(answered, zone)
                : sent != null ? written + "; sent " + WrittenDates.lately(sent, zone) : written;
        return new LeadView.Version(
                "Version " + agreed.version(),
                agreed.status(),
                said,
                headings,
                WrittenDates.day(agreed.nextStepOn()),
                changes);
    }
}
