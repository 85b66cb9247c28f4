package org.batonrelay.mail;

import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mail's text has to be: a first line {@code Subject: ...}, a text below, and in both only values that this mail
 * is given. Asked before a text goes live, and once more before a mail is written with one that is live already.
 *
 * <p>Long because all that can be wrong with a mail stands in one place.
 */
public final class MailTemplate {

    static final String SUBJECT = "Subject:";

    private static final Pattern NAME = Pattern.compile("([a-z-]+)\\.([a-z]{2})\\.md");
    private static final Pattern OWN = Pattern.compile("\\.|this|-(first|last|index)");
    private static final Map<String, Set<String>> VALUES = MailValues.all();

    private MailTemplate() {}

    /**
     * A sentence for each thing that is wrong; a file of a build has none.
     *
     * @param fileName such as {@code summary.en.md}
     */
    public static List<String> faults(String fileName, String text) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return List.of("a mail is called by its name and language, such as summary.en.md. Name the file so.");
        }
        Set<String> values = VALUES.get(name.group(1));
        if (values == null) {
            return List.of("there is no mail '" + name.group(1) + "', so nobody would ever get it."
                    + like(name.group(1), VALUES.keySet())
                            .map(it -> " Did you mean '" + it + "'?")
                            .orElse(" There are " + String.join(", ", VALUES.keySet()) + "."));
        }
        List<String> faults = new ArrayList<>(shape(text));
        if (faults.isEmpty()) {
            faults.addAll(unknown(text, values));
        }
        return faults;
    }

    /** The same for a mail that is written now, and so is one, whatever it is called. */
    static List<String> faultsAtWriting(String fileName, String text) {
        List<String> faults = new ArrayList<>(shape(text));
        if (faults.isEmpty()) {
            String mail = fileName.replaceFirst("\\..*", "");
            faults.addAll(unknown(text, VALUES.get(mail)));
        }
        return faults;
    }

    private static List<String> shape(String text) {
        String[] parts = text.split("\\R", 2);
        List<String> faults = new ArrayList<>();
        if (!parts[0].startsWith(SUBJECT)
                || parts[0].substring(SUBJECT.length()).isBlank()) {
            faults.add("must begin with a line 'Subject: ...'. Write it as the first line.");
        }
        if (parts.length < 2 || parts[1].isBlank()) {
            faults.add("has no text below its first line. Write what the mail says.");
        }
        if (text.contains("{{{") || text.contains("{{&")) {
            faults.add("shows a value unescaped. Write {{...}} with two braces.");
        }
        if (text.split("\\{\\{", -1).length != text.split("}}", -1).length) {
            faults.add("cannot be read: some {{ has no }} behind it, or the other way round. Close it.");
        }
        if (text.contains("{{=") || text.contains("{{>")) {
            faults.add("uses {{=...}} or {{>...}}, which mails do not have. Take it out.");
        }
        return faults;
    }

    /** @param values null where nobody has listed them */
    private static List<String> unknown(String text, @Nullable Set<String> values) {
        Set<String> shown;
        try {
            shown = MailValues.shownIn(text);
        } catch (MustacheException e) {
            return List.of("cannot be read: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip()
                    + ". Every {{#...}} and {{^...}} is closed by a {{/...}} of the same name.");
        }
        if (values == null) {
            return List.of();
        }
        return shown.stream()
                .filter(it -> !values.contains(it) && !OWN.matcher(it).matches())
                .map(it -> "shows {{" + it + "}}, which this mail does not have."
                        + like(it, values)
                                .map(near -> " Did you mean {{" + near + "}}?")
                                .orElse("") + " It has "
                        + values.stream().map(value -> "{{" + value + "}}").collect(Collectors.joining(", ")) + ".")
                .toList();
    }

    /** The same letters in another order, or one of them wrong. */
    private static Optional<String> like(String name, Set<String> known) {
        return known.stream()
                .filter(it -> sorted(it).equals(sorted(name)) || isOneOff(it, name))
                .findFirst();
    }

    private static String sorted(String word) {
        char[] letters = word.toLowerCase(Locale.ROOT).toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    private static boolean isOneOff(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        return shorter.length() == longer.length()
                ? shorter.substring(Math.min(same + 1, shorter.length()))
                        .equals(longer.substring(Math.min(same + 1, longer.length())))
                : shorter.substring(same).equals(longer.substring(same + 1));
    }
}
