package org.batonrelay.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which time zone other programs mean by a name. */
class ZoneNames {

    private static final String FILE = "/calendar/zones.txt";
    private static final Pattern SHOWN = Pattern.compile(
            "\\(?(?:UTC|GMT)\\s*([+-])?(\\d{1,2})?(?:[:.]?(\\d{2}))?\\)?\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "it", "es", "nl", "pt", "pl", "cs", "da", "sv", "nb", "fi", "hu", "ro", "tr");

    /** A zone may be an hour ahead of what Windows shows for it, in summer. */
    private static final int SUMMER = 3600;

    /** Windows shows the offset of today; which one a zone has as its standard seldom changes. */
    private static final Instant ANY_TIME = Instant.parse("2026-01-01T00:00:00Z");

    /** By their names in small letters. */
    private static final Map<String, String> KNOWN = known();

    private ZoneNames() {}

    /** Where the name alone says it: {@code Europe/Berlin}, anything that ends with it, {@code W. Europe Standard Time}. */
    static Optional<ZoneId> zone(String name) {
        String plain = plain(name);
        return Optional.ofNullable(KNOWN.get(plain))
                .or(() -> IntStream.iterate(0, at -> at >= 0 && plain.contains("/"), at -> plain.indexOf('/', at + 1))
                        .mapToObj(at -> KNOWN.get(plain.substring(plain.charAt(at) == '/' ? at + 1 : at)))
                        .filter(Objects::nonNull)
                        .findFirst())
                .map(ZoneId::of)
                .or(() -> offset(name.strip()));
    }

    /**
     * Where it says so by a city, by the name of a zone in one of our users' languages, or at least by how far it is
     * from UTC: {@code (UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien}.
     */
    static Optional<ZoneId> likely(String name) {
        Matcher shown = SHOWN.matcher(plain(name));
        if (!shown.lookingAt() || shown.group(2) == null && !shown.group().startsWith("(")) {
            return inOtherWords(plain(name));
        }
        int hours = shown.group(2) == null ? 0 : Integer.parseInt(shown.group(2));
        int minutes = shown.group(3) == null ? 0 : Integer.parseInt(shown.group(3));
        int seconds = (hours * 60 + minutes) * 60 * ("-".equals(shown.group(1)) ? -1 : 1);
        if (Math.abs(seconds) > 14 * 3600) {
            return Optional.empty();
        }
        return Arrays.stream(shown.group(4).split("[,/;()]"))
                .flatMap(city -> city(city.strip()).stream())
                .filter(zone -> isSo(zone, seconds))
                .findFirst()
                .or(() -> Optional.of(ZoneOffset.ofTotalSeconds(seconds)));
    }

    private static boolean isSo(ZoneId zone, int seconds) {
        int standard = zone.getRules().getStandardOffset(ANY_TIME).getTotalSeconds();
        return standard == seconds || standard + SUMMER == seconds;
    }

    private static Optional<ZoneId> city(String city) {
        return Optional.ofNullable(KNOWN.get(city))
                .or(() -> {
                    String end = "/" + city.replace(' ', '_');
                    return KNOWN.keySet().stream()
                            .filter(id -> id.endsWith(end))
                            .sorted()
                            .findFirst()
                            .map(KNOWN::get);
                })
                .map(ZoneId::of);
    }

    private static Optional<ZoneId> inOtherWords(String plain) {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of(DateFormatSymbols.getInstance(Locale.forLanguageTag(language))
                        .getZoneStrings()))
                .filter(names -> plain.equals(plain(names[1])) || plain.equals(plain(names[3])))
                // of all that share a name, one that people live in under that name
                .map(names -> names[0])
                .filter(KNOWN::containsValue)
                .min(java.util.Comparator.comparing((String id) -> !id.startsWith("Europe/"))
                        .thenComparing(id -> id))
                .map(ZoneId::of);
    }

    private static Optional<ZoneId> offset(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String plain(String name) {
        return name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        ZoneId.getAvailableZoneIds().forEach(id -> known.put(plain(id), id));
        try (InputStream file = Objects.requireNonNull(ZoneNames.class.getResourceAsStream(FILE))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = "))
                    .forEach(line -> known.put(plain(line[0]), line[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(known);
    }
}
