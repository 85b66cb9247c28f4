package org.batonrelay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.batonrelay.engine.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms that count now: the latest deployed version of each. */
@Component
public class DeployedForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Version(String id, String deployment, String resource) {}

    private final JdbcClient jdbc;

    /** A deployed version never changes, so it is read once. */
    private final Map<String, List<FormField>> read = new ConcurrentHashMap<>();

    DeployedForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The keys of the fields that the latest version of this form requires, in the order of the form.
     *
     * @throws Refusal when no such form is deployed
     */
    public List<String> requiredFields(String form) {
        return keys(form, FormField::isRequired);
    }

    /**
     * The keys of all fields a person can fill in the latest version of this form, in its order.
     *
     * @throws Refusal when no such form is deployed
     */
    public List<String> fields(String form) {
        return keys(form, field -> true);
    }

    /**
     * The options that the latest version of this form offers in this field, each with its label, in the form's order.
     *
     * @throws Refusal when no such form is deployed
     */
    public Map<String, String> options(String form, String field) {
        Map<String, String> options = new LinkedHashMap<>();
        latest(form).stream()
                .filter(it -> it.key().equals(field))
                .flatMap(it ->
                        StreamSupport.stream(it.description().path("values").spliterator(), false))
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        return options;
    }

    private List<String> keys(String form, Predicate<FormField> wanted) {
        return latest(form).stream()
                .filter(field -> field.isOpen() && wanted.test(field))
                .map(FormField::key)
                .toList();
    }

    private List<FormField> latest(String form) {
        Version version = jdbc.sql("select ID_, DEPLOYMENT_ID_, RESOURCE_NAME_ from ACT_RE_CAMFORMDEF where KEY_ = :key"
                        + " order by VERSION_ desc limit 1")
                .param("key", form)
                .query((row, number) -> new Version(
                        row.getString("ID_"), row.getString("DEPLOYMENT_ID_"), row.getString("RESOURCE_NAME_")))
                .optional()
                .orElseThrow(() -> new Refusal(missing(form)));
        return read.computeIfAbsent(version.id(), id -> parse(content(version)));
    }

    private InputStream content(Version version) {
        return jdbc.sql("select BYTES_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = :deployment and NAME_ = :name")
                .param("deployment", version.deployment())
                .param("name", version.resource())
                .query((row, number) -> new ByteArrayInputStream(row.getBytes("BYTES_")))
                .single();
    }

    public static List<FormField> parse(InputStream form) {
        try (form) {
            JsonNode json = JSON.readTree(form);
            return FormField.of(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the deployed form cannot be read", e);
        }
    }

    public static String missing(String form) {
        return "The form '" + form + "' is not deployed. A process owner has to deploy the file '" + form
                + ".form' from Modeler; then this can be opened again, and nothing is lost until then.";
    }
}
