package org.batonrelay.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values that a column of inputs tells apart: those that its cells name, and one beside them. */
final class Samples {

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?");

    private Samples() {}

    /** @param type of what Baton hands in; anything else than a number or a yes counts as text */
    static List<@Nullable Object> of(String type, Stream<String> cells) {
        if (type.equals("boolean")) {
            return Arrays.asList(true, false, null);
        }
        Set<@Nullable Object> found = new LinkedHashSet<>();
        boolean isNumber = isNumber(type);
        cells.forEach(cell -> {
            if (isNumber) {
                NUMBER.matcher(TEXT.matcher(cell).replaceAll(" "))
                        .results()
                        .map(it -> new BigDecimal(it.group()))
                        .forEach(it -> found.addAll(List.of(it, it.subtract(BigDecimal.ONE), it.add(BigDecimal.ONE))));
            } else {
                TEXT.matcher(cell).results().map(it -> it.group(1)).forEach(found::add);
            }
        });
        found.add(isNumber ? BigDecimal.valueOf(123_456_789) : "something else");
        found.add(null);
        return new ArrayList<>(found);
    }

    static boolean isNumber(String type) {
        return Set.of("integer", "long", "double", "number").contains(type);
    }

    /** One value of this type, for an output that is worked out from an input. */
    static Object one(String type) {
        return type.equals("boolean") ? true : isNumber(type) ? BigDecimal.ONE : "normal";
    }
}
