package org.batonrelay.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.InvalidLead.Fault;
import org.batonrelay.lead.LanguageName;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.LeadHeadings;
import org.batonrelay.lead.LeadRules;
import org.batonrelay.lead.NewLead;
import org.jspecify.annotations.Nullable;

/** Reads a lead from a row of a list, and notes everything that is wrong with it at once. */
final class ListedLead {

    /** The source of a row that names none; the routing hurries nobody for it. */
    static final String SOURCE = "import";

    private static final String CUT_NUMBER = "The phone number was cut short by a spreadsheet (%s), and is left out.";
    private static final String FURTHER_ADDRESSES = "Of the addresses in one cell only the first is read.";

    /**
     * A row that can be taken.
     *
     * @param hint what of it is not read, null for nothing
     */
    record Listed(NewLead lead, @Nullable String hint) {}

    private final Map<String, String> said;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    private ListedLead(Map<String, String> said) {
        this.said = said;
    }

    /** As the headings say, whether or not they do. */
    static Columns columns(List<String> headings) {
        return Columns.of(headings, LeadHeadings.KNOWN);
    }

    /** What a list must have columns for. */
    static Set<String> needed(Columns columns) {
        return columns.has("firstName") || columns.has("lastName")
                ? new LinkedHashSet<>(List.of("email", "organisation"))
                : new LinkedHashSet<>(List.of("name", "email", "organisation"));
    }

    /** Whether they have written to us themselves, as far as the list tells. */
    static boolean hasWritten(ListRow row, Columns columns) {
        return columns.read(row).containsKey("message");
    }

    /** @throws InvalidLead naming everything that is wrong with the row */
    static Listed read(ListRow row, Columns columns, LeadRules rules) {
        if (columns.isTooWide(row)) {
            throw new InvalidLead(List.of(new Fault(
                    "row",
                    "The row has more cells than the list has columns: put a text that contains the separator into"
                            + " quotation marks.")));
        }
        return new ListedLead(columns.read(row)).read(rules);
    }

    private Listed read(LeadRules rules) {
        NewLead lead = new NewLead(Map.of());
        for (LeadField field : LeadField.values()) {
            lead = lead.with(field, read(field));
        }
        lead = lead.tidied();
        faults.addAll(0, rules.faults(lead));
        if (!faults.isEmpty()) {
            throw new InvalidLead(faults);
        }
        return new Listed(lead, hints.isEmpty() ? null : String.join(" ", hints));
    }

    private @Nullable Object read(LeadField field) {
        return switch (field) {
            case NAME -> name();
            case EMAIL -> email();
            case PHONE -> phone();
            case LANGUAGE -> language();
            case SOURCE -> said.getOrDefault("source", SOURCE);
            case MESSAGE -> message();
            case CONTACT_NOT_BEFORE -> day();
            case WANTS_CONTACT -> yesOrNo();
            default -> said.get(field.key());
        };
    }

    private String email() {
        String cell = said.getOrDefault("email", "");
        if (ListCell.addresses(cell).size() > 1) {
            hints.add(FURTHER_ADDRESSES);
        }
        return ListCell.address(cell);
    }

    private @Nullable String phone() {
        String cell = said.get("phone");
        if (cell == null) {
            return null;
        }
        String number = ListCell.phone(cell);
        if (ListCell.isCutNumber(number)) {
            hints.add(CUT_NUMBER.formatted(number));
            return null;
        }
        return number;
    }

    /** What is no language stays as it is written: the rules refuse it. */
    private @Nullable String language() {
        String cell = said.get("language");
        String code = cell == null ? null : LanguageName.read(cell);
        return code == null ? cell : code;
    }

    /** What they wrote, and what we noted. */
    private @Nullable String message() {
        String theirs = said.get("message");
        String ours = said.get(LeadHeadings.NOTE);
        return theirs == null ? ours : ours == null ? theirs : theirs + "\n\n" + ours;
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
        LocalDate day = WrittenDay.read(text);
        if (day != null) {
            return day;
        }
        faults.add(new Fault(
                "contactNotBefore",
                text.matches("\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}.*")
                        ? "The date before which nobody calls could be two days (" + shortened(text)
                                + "). Write it as 2026-12-24 or 24.12.2026."
                        : "The date before which nobody calls is none such as 2026-12-24 or 24.12.2026."));
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

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
