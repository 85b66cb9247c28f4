package org.batonrelay.lead;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.batonrelay.lead.InvalidLead.Fault;
import org.jspecify.annotations.Nullable;

/** Reads a lead from a row of a list, and notes everything that is wrong with it at once. */
final class ListedLead {

    /** The source of a row that names none; the routing hurries nobody for it. */
    static final String SOURCE = "import";

    private static final Columns.Kind KIND = new Columns.Kind()
            .field("name", "full name", "contact", "contact name", "Ansprechpartner", "Ansprechpartnerin", "Kontakt")
            .field("firstName", "given name", "Vorname")
            .field("lastName", "surname", "family name", "Nachname", "Familienname")
            .field("email", "mail", "email address", "E-Mail-Adresse", "Mailadresse")
            .field("organisation", "organization", "company", "company name", "account", "Firma", "Unternehmen")
            .field("phone", "phone number", "telephone", "mobile", "Telefon", "Telefonnummer", "Mobil", "Handy")
            .field("role", "job title", "title", "position", "Funktion", "Rolle")
            .field("country", "Land")
            .field("language", "Sprache")
            .field("segment")
            .field("source", "lead source", "Quelle", "Herkunft")
            .field("campaign", "Kampagne")
            .field("message", "comment", "comments", "Nachricht", "Kommentar", "Bemerkung")
            .field("knows", "Weiß schon", "Weiss schon")
            .field("spokenWith", "Gesprochen mit")
            .field("needs", "need", "Bedarf")
            .field("contactNotBefore", "not before", "call from", "Nicht vor", "Kontakt ab", "Anrufen ab")
            .field("wantsContact", "call me", "Rückruf", "Rückruf erwünscht");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private final Map<String, String> said;
    private final List<Fault> faults = new ArrayList<>();

    private ListedLead(Map<String, String> said) {
        this.said = said;
    }

    /** @throws UnreadableList when the headings do not do */
    static Columns columns(List<String> headings) {
        Columns columns = Columns.of(headings, KIND);
        columns.require(
                columns.has("firstName") || columns.has("lastName")
                        ? Set.of("email", "organisation")
                        : Set.of("name", "email", "organisation"));
        return columns;
    }

    /** @throws InvalidLead naming everything that is wrong with the row */
    static NewLead read(ListRow row, Columns columns, LeadRules rules) {
        if (columns.isTooWide(row)) {
            throw new InvalidLead(List.of(new Fault(
                    "row",
                    "The row has more cells than the list has columns: put a text that contains the separator into"
                            + " quotation marks.")));
        }
        return new ListedLead(columns.read(row)).read(rules);
    }

    private NewLead read(LeadRules rules) {
        NewLead lead = new NewLead(
                        name(),
                        said.getOrDefault("email", ""),
                        said.getOrDefault("organisation", ""),
                        said.get("phone"),
                        said.get("role"),
                        said.get("country"),
                        said.get("language"),
                        said.get("segment"),
                        said.getOrDefault("source", SOURCE),
                        said.get("campaign"),
                        said.get("message"),
                        said.get("knows"),
                        said.get("spokenWith"),
                        said.get("needs"),
                        day(),
                        yesOrNo())
                .tidied();
        faults.addAll(0, rules.faults(lead));
        if (!faults.isEmpty()) {
            throw new InvalidLead(faults);
        }
        return lead;
    }

    private String name() {
        String both = said.getOrDefault("firstName", "") + " " + said.getOrDefault("lastName", "");
        return said.getOrDefault("name", both.strip());
    }

    private @Nullable LocalDate day() {
        String text = said.get("contactNotBefore");
        if (text == null) {
            return null;
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException e) {
                // the next way to write a day
            }
        }
        faults.add(new Fault(
                "contactNotBefore", "The date before which nobody calls is none such as 2026-12-24 or 24.12.2026."));
        return null;
    }

    private @Nullable Boolean yesOrNo() {
        String text = said.get("wantsContact");
        Boolean wants = text == null ? null : YesOrNo.read(text);
        if (text != null && wants == null) {
            faults.add(new Fault("wantsContact", "Whether they want to be called is neither yes nor no."));
        }
        return wants;
    }
}
