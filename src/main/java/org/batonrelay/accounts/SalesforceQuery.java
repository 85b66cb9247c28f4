package org.batonrelay.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Salesforce is asked about accounts, and how its answer is read. */
final class SalesforceQuery {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");
    private static final int MOST = 50;

    private final @Nullable String namedField;
    private final @Nullable String segmentField;

    /** @throws IllegalArgumentException for a field's name that can be none */
    SalesforceQuery(@Nullable String namedField, @Nullable String segmentField) {
        this.namedField = checked(namedField);
        this.segmentField = checked(segmentField);
    }

    /** Accounts whose web site may be at the domain; SOQL cannot tell a host from the rest of an address. */
    String byDomain(String domain) {
        List<String> fields = Stream.of(
                        "Id",
                        "Name",
                        "Website",
                        "BillingCountry",
                        "Owner.Username",
                        "Owner.Email",
                        "Owner.IsActive",
                        namedField,
                        segmentField)
                .filter(Objects::nonNull)
                .toList();
        return "SELECT " + String.join(", ", fields) + " FROM Account WHERE Website LIKE '%" + escaped(domain)
                + "%' ORDER BY Name, Id LIMIT " + MOST;
    }

    /** Whether this account's web site is at the domain. */
    static boolean isAt(JsonNode account, String domain) {
        String host = account.path("Website")
                .asText("")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/:?#].*$", "");
        return host.equals(domain) || host.equals("www." + domain);
    }

    /** @param owner the user id that its owner has here */
    Account read(JsonNode account, @Nullable String owner) {
        return new Account(
                account.path("Id").asText(),
                account.path("Name").asText(),
                owner,
                segmentField == null ? null : text(account, segmentField),
                text(account, "BillingCountry"),
                namedField != null && account.path(namedField).asBoolean(false));
    }

    private static @Nullable String text(JsonNode account, String field) {
        String text = account.path(field).asText("").strip();
        return text.isEmpty() || text.equals("null") || text.length() > 80 ? null : text;
    }

    /** A quotation mark, a backslash or a wildcard would be read as part of the question. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\'%_])", "\\\\$1");
    }

    private static @Nullable String checked(@Nullable String field) {
        if (field != null && !field.isBlank() && !FIELD.matcher(field).matches()) {
            throw new IllegalArgumentException("baton.salesforce: \"" + field + "\" can be no field of Account");
        }
        return field == null || field.isBlank() ? null : field;
    }
}
