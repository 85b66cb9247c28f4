package org.batonrelay.reading;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of a mail, as well as they can be read. */
public record MailHeaders(Part mail) {

    private static final int MOST_VALUES = 50;
    private static final int MOST_PEOPLE = 100;
    private static final int LONGEST = 20_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>\\s*");
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'=&/-]{1,200}@[\\p{L}\\p{N}.-]{1,200}");

    /** All values of a header, unfolded but not decoded, in their order. */
    List<String> all(String name) {
        try {
            String @Nullable [] values = mail.getHeader(name);
            return values == null
                    ? List.of()
                    : java.util.Arrays.stream(values)
                            .limit(MOST_VALUES)
                            .map(value -> HeaderText.cut(value, LONGEST).replaceAll("\\s*\\R\\s*", " "))
                            .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    /** The first value, stripped; empty where there is none. */
    String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    public String subject() {
        return HeaderText.oneLine(first("Subject"), 500);
    }

    /** Message-IDs this mail answers, the nearest first, each once. */
    List<String> references() {
        List<String> ids = new ArrayList<>(messageIds("In-Reply-To"));
        List<String> older = new ArrayList<>(messageIds("References"));
        java.util.Collections.reverse(older);
        ids.addAll(older);
        return ids.stream().distinct().limit(MOST_VALUES).toList();
    }

    List<String> messageIds(String name) {
        return all(name).stream()
                .flatMap(value -> MESSAGE_ID.matcher(value).results().map(MatchResult::group))
                .toList();
    }

    /** The people in these headers; where they cannot be parsed, whatever looks like an address. */
    public List<InternetAddress> people(String... names) {
        List<InternetAddress> people = new ArrayList<>();
        for (String name : names) {
            all(name).forEach(value -> people.addAll(people(value)));
        }
        return people.stream().limit(MOST_PEOPLE).toList();
    }

    private static List<InternetAddress> people(String value) {
        try {
            List<InternetAddress> people = List.of(InternetAddress.parseHeader(value, false));
            if (people.stream()
                    .allMatch(it ->
                            ADDRESS.matcher(String.valueOf(it.getAddress())).matches())) {
                return people;
            }
        } catch (AddressException e) {
            // read as far as it can be made out
        }
        return addresses(value).stream().map(address -> guess(value, address)).toList();
    }

    private static InternetAddress guess(String value, String address) {
        InternetAddress person = new InternetAddress();
        person.setAddress(address);
        Matcher named = NAMED.matcher(value);
        if (named.matches() && named.group(2).strip().equalsIgnoreCase(address)) {
            try {
                person.setPersonal(HeaderText.oneLine(named.group(1), 200), "UTF-8");
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("UTF-8 is always there", e);
            }
        }
        return person;
    }

    /** Every address in a text, in small letters. */
    static List<String> addresses(String text) {
        return ADDRESS.matcher(text)
                .results()
                // the end of a sentence is none of an address
                .map(found -> found.group().toLowerCase(Locale.ROOT).replaceFirst("[.-]+$", ""))
                .distinct()
                .limit(MOST_VALUES)
                .toList();
    }

    Optional<Instant> date() {
        try {
            java.util.Date date = new MailDateFormat().parse(first("Date"));
            return Optional.of(date.toInstant());
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
