package org.batonrelay.engine;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads a row into a record: each component from the column of the same name, with underscores. Ids become the record
 * of one text that wraps them, words become enums, lists with commas become sets, and a record of several components
 * within the record is read from the same row.
 *
 * <p>Spring's SimplePropertyRowMapper (6.2) first asks the driver for our own types, which H2 and PostgreSQL both answer
 * with an exception a cell, PostgreSQL for moments as well; and it reads no record within a record. This one asks only
 * for what a column holds.
 */
public final class RecordRows<T> implements RowMapper<T> {

    private static final DefaultConversionService WORDS = words();

    private final Constructor<T> constructor;
    private final TypeDescriptor[] types;
    private final String[] names;
    private final Map<String, String> columns;
    private final Map<String, Function<String, ?>> readings;
    private final Map<Integer, RecordRows<?>> within = new HashMap<>();

    private RecordRows(Class<T> type, Map<String, String> columns, Map<String, Function<String, ?>> readings) {
        this.constructor = BeanUtils.getResolvableConstructor(type);
        this.names = BeanUtils.getParameterNames(constructor);
        this.types = new TypeDescriptor[names.length];
        this.columns = columns;
        this.readings = readings;
        for (int i = 0; i < names.length; i++) {
            types[i] = new TypeDescriptor(new MethodParameter(constructor, i));
            if (!readings.containsKey(names[i]) && isOfSeveral(types[i].getType())) {
                within.put(i, new RecordRows<>(types[i].getType(), columns, readings));
            }
        }
    }

    public static <T extends Record> RecordRows<T> of(Class<T> type) {
        return new RecordRows<>(type, Map.of(), Map.of());
    }

    /** Where a component and its column are called differently. */
    public RecordRows<T> from(String component, String column) {
        Map<String, String> more = new HashMap<>(columns);
        more.put(component, column);
        return new RecordRows<>(constructor.getDeclaringClass(), more, readings);
    }

    /** Where what a column says is to be understood in its own way, such as JSON. */
    public RecordRows<T> reading(String component, Function<String, ?> understood) {
        Map<String, Function<String, ?>> more = new HashMap<>(readings);
        more.put(component, understood);
        return new RecordRows<>(constructor.getDeclaringClass(), columns, more);
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[names.length];
        for (int i = 0; i < values.length; i++) {
            RecordRows<?> nested = within.get(i);
            values[i] = nested == null ? value(row, i) : nested.mapRow(row, number);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private @Nullable Object value(ResultSet row, int component) throws SQLException {
        String name = names[component];
        Class<?> type = types[component].getType();
        int column = row.findColumn(columns.getOrDefault(name, JdbcUtils.convertPropertyNameToUnderscoreName(name)));
        Function<String, ?> reading = readings.get(name);
        if (reading != null) {
            String text = row.getString(column);
            return text == null ? null : reading.apply(text);
        }
        if (type == Instant.class) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        if (type == char.class || !BeanUtils.isSimpleValueType(type) || type.isEnum() || type == Locale.class) {
            String text = row.getString(column);
            return text == null ? null : understood(text, types[component]);
        }
        return JdbcUtils.getResultSetValue(row, column, type);
    }

    private static @Nullable Object understood(String text, TypeDescriptor type) {
        return type.getType().isRecord()
                ? BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type.getType()), text)
                : WORDS.convert(text, TypeDescriptor.valueOf(String.class), type);
    }

    private static boolean isOfSeveral(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length > 1;
    }

    private static DefaultConversionService words() {
        DefaultConversionService all = new DefaultConversionService();
        all.addConverterFactory(new Constants());
        return all;
    }

    /** {@code mail-bounced} is {@code MAIL_BOUNCED}, {@code leg.started} is {@code LEG_STARTED}. */
    private static class Constants implements ConverterFactory<String, Enum<?>> {

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public <E extends Enum<?>> org.springframework.core.convert.converter.Converter<String, E> getConverter(
                Class<E> type) {
            return text -> (E) Enum.valueOf(
                    (Class) type,
                    text.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'));
        }
    }
}
