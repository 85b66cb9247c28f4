package org.batonrelay.lead;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lists of leads and web forms call each thing that they tell of a lead. */
public final class LeadHeadings {

    /** What we have noted about them: kept like their message, and nobody is thanked for it. */
    public static final String NOTE = "note";

    /** Every field that a column can be, in words, in the order in which a page offers them. */
    public static final Map<String, String> FIELDS = fields();

    public static final Headings KNOWN = known();

    /** Those that may have many lines. */
    public static final Set<String> TEXTS = Stream.concat(
                    Stream.of(NOTE),
                    Arrays.stream(LeadField.values())
                            .filter(field -> field.kind() == LeadField.Kind.TEXT)
                            .map(LeadField::key))
            .collect(Collectors.toUnmodifiableSet());

    private LeadHeadings() {}

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (LeadField field : LeadField.values()) {
            fields.put(field.key(), field.column());
            if (field == LeadField.NAME) {
                fields.put("firstName", "first name");
                fields.put("lastName", "last name");
            } else if (field == LeadField.MESSAGE) {
                fields.put(NOTE, "note: what we noted about them");
            }
        }
        return fields;
    }

    private static Headings known() {
        Headings known = new Headings();
        FIELDS.keySet().forEach(field -> known.field(field));
        Arrays.stream(LeadField.values())
                .forEach(field -> known.field(field.key(), field.headings().toArray(String[]::new)));
        return known.field("firstName", "given name", "forename", "Vorname", "Rufname", "prénom", "nombre", "first")
                .field(
                        "lastName",
                        "surname",
                        "family name",
                        "Nachname",
                        "Familienname",
                        "Zuname",
                        "nom",
                        "nom de famille",
                        "apellido",
                        "apellidos",
                        "last")
                .field(
                        NOTE,
                        "notes",
                        "remark",
                        "remarks",
                        "description",
                        "memo",
                        "Notiz",
                        "Notizen",
                        "Bemerkung",
                        "Bemerkungen",
                        "Anmerkung",
                        "Anmerkungen",
                        "Beschreibung",
                        "Hinweis",
                        "remarque",
                        "remarques",
                        "notas",
                        "descripción",
                        "observaciones");
    }
}
