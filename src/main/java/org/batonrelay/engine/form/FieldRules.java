package org.batonrelay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a form says about the value of one field, checked as the browser checks it; every fault is a sentence that
 * names the field by its label. Longer than most classes, because the kinds of fields are best compared side by side.
 */
class FieldRules {

    /** A text variable of the engine takes no more. */
    static final int LONGEST_TEXT = 4000;

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>(),;:\"\\[\\]\\\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,30}");

    private static final Pattern WORKED_OUT = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("\\s*[^\\s,]{1,120}\\s*");

    private final Feel feel;

    FieldRules(Feel feel) {
        this.feel = feel;
    }

    /** What is wrong with this value, if anything is. */
    Optional<String> fault(FormField field, @Nullable Object value, Map<String, @Nullable Object> values) {
        String fault = isMissing(field, value)
                ? field.isRequired() ? missing(field) : null
                : switch (field.type()) {
                    case "textfield", "textarea" -> text(field, value);
                    case "number" -> number(field, value);
                    case "checkbox" -> value instanceof Boolean ? null : "must be yes or no";
                    case "radio", "select" -> option(field, value, values);
                    case "checklist", "taglist" -> choice(field, value, values);
                    case "datetime" -> moment(field, value);
                    default -> "is of a kind that cannot be taken here (" + field.type() + ")";
                };
        return Optional.ofNullable(fault).map(words -> "'" + label(field, values) + "' " + words + ".");
    }

    /** As a person reads it: what stands in double braces is worked out, as in the browser. */
    private String label(FormField field, Map<String, @Nullable Object> values) {
        return WORKED_OUT
                .matcher(field.label())
                .replaceAll(part -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(feel.value(part.group(1), values), field.key())
                                .toString()));
    }

    private static boolean isMissing(FormField field, @Nullable Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> list && list.isEmpty()
                || field.type().equals("checkbox") && field.isRequired() && Boolean.FALSE.equals(value);
    }

    private static String missing(FormField field) {
        return field.type().equals("checkbox") ? "must be ticked" : "is required";
    }

    private static @Nullable String text(FormField field, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return "must be a text";
        }
        int most = Math.min(LONGEST_TEXT, field.rule("maxLength").asInt(LONGEST_TEXT));
        int least = field.rule("minLength").asInt(0);
        if (text.length() > most) {
            return "may have at most %,d characters, these are %,d".formatted(most, text.length());
        }
        if (text.length() < least) {
            return "needs at least %,d characters".formatted(least);
        }
        if (text.indexOf('\0') >= 0) {
            return "contains a character that cannot be stored";
        }
        return shape(field, text);
    }

    private static @Nullable String shape(FormField field, String text) {
        String kind = field.rule("validationType").asText("custom");
        if (kind.equals("email") && !EMAIL.matcher(text.strip()).matches()) {
            return "must be an e-mail address, such as anna@acme.com";
        }
        if (kind.equals("phone") && !PHONE.matcher(text.strip()).matches()) {
            return "must be a phone number, such as +49 30 1234567";
        }
        String pattern = field.rule("pattern").asText("");
        if (kind.equals("custom") && !pattern.isEmpty() && !matches(pattern, text)) {
            return "does not look as it has to (" + pattern + ")";
        }
        return null;
    }

    /** A pattern that Java does not understand is the browser's alone: it must not lock the task for everybody. */
    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private static @Nullable String number(FormField field, @Nullable Object value) {
        BigDecimal number = numberOf(field, value);
        if (number == null) {
            return "must be a number";
        }
        JsonNode min = field.rule("min");
        JsonNode max = field.rule("max");
        if (min.isNumber() && number.compareTo(min.decimalValue()) < 0) {
            return "must be " + min.asText() + " or more";
        }
        if (max.isNumber() && number.compareTo(max.decimalValue()) > 0) {
            return "must be " + max.asText() + " or less";
        }
        JsonNode digits = field.description().path("decimalDigits");
        if (digits.isInt() && number.stripTrailingZeros().scale() > digits.asInt()) {
            return digits.asInt() == 0
                    ? "must be a whole number"
                    : "may have at most " + digits.asInt() + " digits behind the point";
        }
        return null;
    }

    /** The same field sends 7 as one kind of number and 12.5 as another, and a text where the form says so. */
    private static @Nullable BigDecimal numberOf(FormField field, @Nullable Object value) {
        boolean asText = field.description().path("serializeToString").asBoolean(false);
        if (!(asText ? value instanceof String : value instanceof Number)) {
            return null;
        }
        try {
            return new BigDecimal(String.valueOf(value).strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable String option(FormField field, @Nullable Object value, Map<String, @Nullable Object> values) {
        if (Choices.isOf(field.description())) {
            return value instanceof String name && NAME.matcher(name).matches()
                    ? null
                    : "must be a user id, such as ae-1, or a group, such as group:ae";
        }
        List<String> known = Options.of(field, values, feel);
        return isPlain(value) && known.contains(String.valueOf(value)) ? null : "must be one of: " + listed(known);
    }

    private @Nullable String choice(FormField field, @Nullable Object value, Map<String, @Nullable Object> values) {
        List<String> known = Options.of(field, values, feel);
        boolean all = value instanceof Collection<?> chosen
                && chosen.stream().allMatch(one -> isPlain(one) && known.contains(String.valueOf(one)));
        return all ? null : "must be a list of some of: " + listed(known);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String listed(List<String> known) {
        return known.isEmpty()
                ? "(nothing is on offer)"
                : String.join(", ", known.subList(0, Math.min(20, known.size())));
    }

    private static @Nullable String moment(FormField field, @Nullable Object value) {
        String kind = field.description().path("subtype").asText("date");
        String text = value instanceof String sent ? sent : "";
        try {
            if (kind.equals("time")) {
                DateTimeFormatter.ISO_TIME.parse(text, LocalTime::from);
                return null;
            }
            LocalDate day = kind.equals("datetime")
                    ? DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDate::from)
                    : LocalDate.parse(text);
            return OurTime.has(day)
                    ? null
                    : "must lie between the years %d and %d".formatted(OurTime.FIRST_YEAR, OurTime.LAST_YEAR);
        } catch (DateTimeParseException e) {
            return switch (kind) {
                case "time" -> "must be a time, such as 10:30";
                case "datetime" -> "must be a date and time, such as 2026-12-24T10:30+01:00";
                default -> "must be a date, such as 2026-12-24";
            };
        }
    }
}
