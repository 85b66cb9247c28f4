package org.batonrelay.handoff;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team of a test's own, so that what it does to people concerns no other test. */
record OwnTeam(String id, List<String> people, IdentityService identity, JdbcClient jdbc) {

    void comes() {
        Group team = identity.newGroup(id);
        team.setName("A team of its own");
        identity.saveGroup(team);
        people.forEach(this::comes);
    }

    private void comes(String person) {
        User user = identity.newUser(person);
        user.setFirstName(person);
        user.setPassword(person);
        identity.saveUser(user);
        identity.createMembership(person, id);
    }

    void goes() {
        people.forEach(identity::deleteUser);
        identity.deleteGroup(id);
    }

    /** Somebody who has left. */
    void leaves(String person) {
        identity.createMembership(person, "left");
    }

    /** They are here again with the next test. */
    void isAway(String person, java.time.LocalDate today) {
        jdbc.sql("insert into absence (id, person, first_day, last_day, starts_at, ends_at, noted_by)"
                        + " values (:id, :person, :first, :last, :starts, :ends, 'manager-1')")
                .param("id", java.util.UUID.randomUUID().toString())
                .param("person", person)
                .param("first", today)
                .param("last", today.plusDays(3))
                .param("starts", today.minusDays(1).atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
                .param("ends", today.plusDays(4).atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
