package org.batonrelay.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.batonrelay.RunningBaton;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleTests extends RunningBaton {

    @Autowired
    People people;

    @Autowired
    MovingIn movingIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void knowsTheExamplePeopleByNameAndGroup() {
        assertThat(people.person("sdr-1")).contains(new Person("sdr-1", "Sam Rivers", "sdr-1@baton.example"));
        assertThat(people.members("sdr")).containsExactly("sdr-1", "sdr-2");
        assertThat(people.groupsOf("manager-1")).containsExactly("manager");
        assertThat(people.isIn("website", "lead-source")).isTrue();
        assertThat(people.groupName("sdr")).isEqualTo("Sales development");
        assertThat(people.person("nobody")).isEmpty();
        assertThat(people.members("no-such-group")).isEmpty();
        assertThat(people.groupExists("no-such-group")).isFalse();
    }

    /** The engine counts wrong passwords of anybody; who has left is marked by the group. */
    @Test
    void doorsD6_beingLockedIsNotBeingGone() {
        jdbc.sql("update ACT_ID_USER set ATTEMPTS_ = 12 where ID_ = 'sdr-2'").update();
        try {
            assertThat(people.isWorking("sdr-2")).isTrue();
            assertThat(people.members("sdr")).contains("sdr-2");
        } finally {
            jdbc.sql("update ACT_ID_USER set ATTEMPTS_ = 0 where ID_ = 'sdr-2'").update();
        }

        identity.createMembership("sdr-2", "left");
        try {
            assertThat(people.isWorking("sdr-2")).isFalse();
            assertThat(people.members("sdr")).doesNotContain("sdr-2");
        } finally {
            identity.deleteMembership("sdr-2", "left");
        }
    }

    @Test
    void showsColleaguesTheRoleBehindTheName() {
        assertThat(identity.createUserQuery().userId("sdr-1").singleResult().getLastName())
                .isEqualTo("Rivers (SDR)");
    }

    @Test
    void readsPeopleForSomebodyWhoMayNotAndLeavesThemLoggedIn() {
        as("partner-1", () -> {
            assertThat(people.members("manager")).containsExactly("manager-1");
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("partner-1");
        });
    }

    /** Whoever is also an administrator works in the hours of their team, not in those of administrators. */
    @Test
    void knowsTheTeamInWhoseHoursSomebodyWorks() {
        identity.createMembership("csm-1", "camunda-admin");
        identity.createMembership("csm-1", "ae");
        try {
            assertThat(people.teamOf("csm-1")).isEqualTo("ae");
            assertThat(people.teamOf("csm-1", "csm")).isEqualTo("csm");
            assertThat(people.teamOf("csm-1", "sdr")).isEqualTo("ae");
            assertThat(people.teamOf("process-owner-1", "sdr")).isEqualTo("sdr");
        } finally {
            identity.deleteMembership("csm-1", "camunda-admin");
            identity.deleteMembership("csm-1", "ae");
        }
    }

    @Test
    void writesToTheMembersOfAGroupWithoutAnAddress() {
        assertThat(people.addressesOf("sdr"))
                .extracting(Person::email)
                .containsExactly("sdr-1@baton.example", "sdr-2@baton.example");
    }

    @Test
    void writesOnceToAGroupThatHasAnAddress() {
        TeamSettings settings = new TeamSettings(Map.of("sdr", new TeamSettings.Group(null, "sdr@acme.example")), null);
        assertThat(new People(identity, settings).addressesOf("sdr"))
                .containsExactly(new Person("sdr", "Sales development", "sdr@acme.example"));
    }

    @Test
    void moreStartsChangeNothing() {
        long users = identity.createUserQuery().count();
        movingIn.run(null);
        assertThat(identity.createUserQuery().count()).isEqualTo(users);
    }
}
