package org.batonrelay.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Leads;
import org.batonrelay.mail.Letter;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a client is written about a summary, in their language and in the name of today's holder. */
@Component
class SummaryLetters {

    private final Leads leads;
    private final Batons batons;
    private final Promises promises;
    private final ContactLinks links;
    private final People people;
    private final HeadingTitles titles;

    SummaryLetters(
            Leads leads, Batons batons, Promises promises, ContactLinks links, People people, HeadingTitles titles) {
        this.leads = leads;
        this.batons = batons;
        this.promises = promises;
        this.links = links;
        this.people = people;
        this.titles = titles;
    }

    /**
     * @param sending counts the times this version is sent; each is a mail of its own
     * @param enclosed what goes with it
     */
    Letter summary(Summary summary, Contact to, int sending, SummaryEnclosure.@Nullable Enclosed enclosed) {
        return letter("summary", key("summary", summary, to, sending), null, false, summary, to, enclosed);
    }

    /** No person wrote it, and it says so. */
    Letter reminder(Summary summary, Contact to, int sending) {
        String answers = key("summary", summary, to, sending);
        return letter(
                "summary-reminder", key("summary-reminder", summary, to, sending), answers, true, summary, to, null);
    }

    private Letter letter(
            String template,
            String key,
            @Nullable String answers,
            boolean automatic,
            Summary summary,
            Contact to,
            SummaryEnclosure.@Nullable Enclosed enclosed) {
        Holder holder = batons.get(summary.reference()).holder();
        String holderName = holder.isGroup()
                ? people.groupName(holder.id())
                : people.person(holder.id()).map(Person::name).orElse(holder.id());
        Map<String, Object> model = model(summary, to, holderName);
        model.put(Letter.ENCLOSED, enclosed != null);
        if (enclosed != null) {
            model.putAll(enclosed.words());
        }
        return new Letter(
                key,
                template,
                to.locale(),
                to.name(),
                Objects.requireNonNull(to.email(), "a recipient has an address"),
                model,
                summary.reference().value(),
                holderName,
                links.replyAddressOf(to),
                automatic,
                answers,
                enclosed == null ? List.of() : List.of(enclosed.file()));
    }

    private Map<String, Object> model(Summary summary, Contact to, String holderName) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("contactName", to.name());
        model.put("holderName", holderName);
        model.put("organisation", leads.shownAs(summary.reference()));
        model.put("page", links.pageOf(to));
        model.put("version", summary.version());
        model.put("first", summary.version() == 1);
        model.put("last", summary.leg().equals(Leg.ONBOARDING.id()));
        model.put("nextStepOn", WrittenDates.day(summary.nextStepOn(), to.locale()));
        summary.headings().byName().forEach((name, text) -> {
            if (text != null) {
                model.put(name, text);
            }
        });
        model.put("headings", headings(summary, to.locale()));
        List<Map<String, String>> ours = promises(summary, "us", to.locale());
        List<Map<String, String>> theirs = promises(summary, "client", to.locale());
        model.put("ours", ours);
        model.put("theirs", theirs);
        model.put("hasPromises", !ours.isEmpty() || !theirs.isEmpty());
        return model;
    }

    private List<Map<String, Object>> headings(Summary summary, Locale language) {
        Map<String, @Nullable String> said = summary.headings().byName();
        List<Map<String, Object>> headings = new ArrayList<>();
        titles.of(summary, language).forEach((name, title) -> {
            Map<String, Object> heading = new LinkedHashMap<>();
            heading.put("title", title);
            heading.put("text", Objects.requireNonNullElse(said.get(name), ""));
            heading.put("nextStep", name.equals("nextSteps"));
            headings.add(heading);
        });
        return headings;
    }

    private List<Map<String, String>> promises(Summary summary, String side, Locale language) {
        return promises.of(summary.reference()).stream()
                .filter(it -> summary.id().equals(it.summaryId()) && it.side().equals(side))
                .map(it -> Map.of("what", it.what(), "by", WrittenDates.day(it.dueOn(), language)))
                .toList();
    }

    /** The summary that a mail of this key brought, or reminded of. */
    static Optional<String> summaryOf(String key) {
        String[] part = key.split(":");
        boolean ours = part.length == 4 && (part[0].equals("summary") || part[0].equals("summary-reminder"));
        return ours ? Optional.of(part[1]) : Optional.empty();
    }

    private static String key(String kind, Summary summary, Contact to, int sending) {
        return kind + ":" + summary.id() + ":" + to.id() + ":" + sending;
    }
}
