package org.batonrelay.team;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose turn it is, by weight: at each turn everybody who is there gains their weight, and whoever has gained most pays
 * all of it. Somebody who was away or full for a while neither gains nor loses by it. To be called by one at a time,
 * see {@link Turns}.
 */
@Component
public class TakingTurns {

    private final JdbcClient jdbc;

    TakingTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param weights of those who can take it, by user id; not empty */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String group, Map<String, Integer> weights) {
        Map<String, Integer> before = credits(group, weights.keySet());
        Map<String, Integer> credits = new TreeMap<>();
        weights.forEach((person, weight) -> credits.put(person, before.getOrDefault(person, 0) + weight));
        String chosen = credits.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        credits.merge(
                chosen, -weights.values().stream().mapToInt(Integer::intValue).sum(), Integer::sum);
        credits.forEach((person, credit) -> keep(group, person, credit, before.containsKey(person)));
        return chosen;
    }

    private Map<String, Integer> credits(String group, Collection<String> persons) {
        Map<String, Integer> credits = new HashMap<>();
        jdbc.sql("select person, credit from assignment_turn where group_id = :group and person in (:persons)")
                .param("group", group)
                .param("persons", persons)
                .query(row -> {
                    credits.put(row.getString("person"), row.getInt("credit"));
                });
        return credits;
    }

    private void keep(String group, String person, int credit, boolean known) {
        jdbc.sql(
                        known
                                ? "update assignment_turn set credit = :credit where group_id = :group and person = :person"
                                : "insert into assignment_turn (group_id, person, credit)"
                                        + " values (:group, :person, :credit)")
                .param("credit", credit)
                .param("group", group)
                .param("person", person)
                .update();
    }
}
