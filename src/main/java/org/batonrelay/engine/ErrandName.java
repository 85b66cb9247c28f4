package org.batonrelay.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The name of an {@link Errand}, and how its orders are written: a record as JSON, a single text as it is.
 *
 * @param value stays, because waiting jobs refer to it
 * @param order a record, or {@code String}
 * @param earlier what versions before 1.0 put between the parts of an order, as a pattern; those that still wait are
 *     read by the order of the record's components
 */
public record ErrandName<O>(String value, Class<O> order, String earlier) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    public ErrandName(String value, Class<O> order) {
        this(value, order, " ");
    }

    public static ErrandName<String> ofText(String value) {
        return new ErrandName<>(value, String.class);
    }

    /** @throws IllegalArgumentException when the order holds what JSON cannot */
    String write(O told) {
        if (told instanceof String text) {
            return text;
        }
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an order of " + value + " cannot be written", e);
        }
    }

    /** @throws IllegalArgumentException when that is no order of this errand */
    O read(String written) {
        if (order == String.class) {
            return order.cast(written);
        }
        try {
            return written.startsWith("{") ? JSON.readValue(written, order) : readEarlier(written);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an order of " + value + " cannot be read", e);
        }
    }

    /** The occasion that an order is about, in words; as versions before 1.0 kept it, so that none comes twice. */
    String occasion(O told) {
        return told instanceof String text
                ? text
                : JSON.convertValue(told, new TypeReference<Map<String, Object>>() {}).values().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "));
    }

    private O readEarlier(String written) {
        RecordComponent[] components = order.getRecordComponents();
        String[] parts = written.split(earlier, components.length);
        Map<String, Object> found = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            Class<?> type = components[i].getType();
            if (Collection.class.isAssignableFrom(type)) {
                found.put(components[i].getName(), listed(parts[i]));
            } else if (type == String.class || !parts[i].isEmpty()) {
                found.put(components[i].getName(), parts[i]);
            }
        }
        return JSON.convertValue(found, order);
    }

    private static List<String> listed(String part) {
        return Arrays.stream(part.split(",")).filter(it -> !it.isBlank()).toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
