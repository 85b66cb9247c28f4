package org.batonrelay.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An interest as somebody reports it, on whatever channel.
 *
 * @param said texts, a {@link LocalDate} for a day and a {@link Boolean} for yes or no; what nobody has said is not
 *     in it
 */
public record NewLead(Map<LeadField, Object> said) {

    public NewLead {
        said = said.isEmpty() ? Map.of() : new EnumMap<>(said);
    }

    /** Who asks; blank where it is not known. */
    public static NewLead of(String name, String email, String organisation) {
        return new NewLead(Map.of(
                LeadField.NAME, name,
                LeadField.EMAIL, email,
                LeadField.ORGANISATION, organisation));
    }

    /** The same, and this; null for what nobody has said. */
    public NewLead with(LeadField field, @Nullable Object value) {
        Map<LeadField, Object> more = new EnumMap<>(LeadField.class);
        more.putAll(said);
        if (value == null) {
            more.remove(field);
        } else {
            more.put(field, value);
        }
        return new NewLead(more);
    }

    /** The same without spaces around; a blank text is none. */
    public NewLead tidied() {
        Map<LeadField, Object> tidy = new EnumMap<>(LeadField.class);
        said.forEach((field, value) -> {
            Object told = value instanceof String text ? text.strip() : value;
            if (!"".equals(told)) {
                tidy.put(field, told);
            }
        });
        return new NewLead(tidy);
    }

    /** What was said, as text; null where nobody has said it. */
    public @Nullable String get(LeadField field) {
        Object value = said.get(field);
        return value == null ? null : value.toString();
    }

    public String name() {
        return orBlank(LeadField.NAME);
    }

    public String email() {
        return orBlank(LeadField.EMAIL);
    }

    public String organisation() {
        return orBlank(LeadField.ORGANISATION);
    }

    public @Nullable LocalDate contactNotBefore() {
        return (LocalDate) said.get(LeadField.CONTACT_NOT_BEFORE);
    }

    boolean isHandRaiser() {
        return Boolean.TRUE.equals(said.get(LeadField.WANTS_CONTACT));
    }

    /** As {@link #asPosted} has written it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewLead of(Map<String, @Nullable Object> posted) {
        NewLead lead = new NewLead(Map.of());
        for (LeadField field : LeadField.values()) {
            Object value = posted.get(field.key());
            boolean isDay = field.kind() == LeadField.Kind.DAY && value != null;
            lead = lead.with(field, isDay ? LocalDate.parse(String.valueOf(value)) : value);
        }
        return lead;
    }

    /** As it is posted, with every field. */
    @JsonValue
    Map<String, @Nullable Object> asPosted() {
        Map<String, @Nullable Object> posted = new LinkedHashMap<>();
        for (LeadField field : LeadField.values()) {
            posted.put(field.key(), field.kind() == LeadField.Kind.DAY ? get(field) : said.get(field));
        }
        return posted;
    }

    private String orBlank(LeadField field) {
        String text = get(field);
        return text == null ? "" : text;
    }
}
