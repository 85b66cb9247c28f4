package org.batonrelay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Who can be chosen in a form: a field whose {@code valuesKey} is one of these names offers people of the house, put in
 * when somebody opens the form, because a start form has no variables. Whether the one chosen will do is for the step to
 * say that takes the answer.
 */
public interface Choices {

    /** Everybody who works here. */
    String PEOPLE = "housePeople";

    /** The same, and the teams. */
    String RECEIVERS = "houseReceivers";

    /** Everybody who may hold something, and the teams: also who does not work here any more. */
    String HOLDERS = "houseHolders";

    /**
     * @param key one of the names above
     * @param readersGroups of whoever opens the form: partners are shown their own only
     * @return a user id, or {@code group:} and a group id, each with its name for people, in their order
     */
    Map<String, String> of(String key, Set<String> readersGroups);

    /** Whether a field of a form offers them. */
    static boolean isOf(JsonNode field) {
        return Set.of(PEOPLE, RECEIVERS, HOLDERS)
                .contains(field.path("valuesKey").asText());
    }
}
