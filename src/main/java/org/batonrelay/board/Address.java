package org.batonrelay.board;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** An address with its parameters: what somebody sees stands in it, so that it can be sent to somebody else. */
public record Address(String path, Map<String, String> parameters) {

    /** @param value null takes the parameter out */
    public Address with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed);
    }

    Address without(String... names) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        for (String name : names) {
            changed.remove(name);
        }
        return new Address(path, changed);
    }

    Address at(String elsewhere) {
        return new Address(elsewhere, parameters);
    }

    /** Those of these names, to go along with a form. */
    Map<String, String> carried(Set<String> names) {
        Map<String, String> some = new LinkedHashMap<>(parameters);
        some.keySet().retainAll(names);
        return some;
    }

    public String text() {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(it -> it.getKey() + "=" + UriUtils.encode(it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
