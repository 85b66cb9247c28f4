package org.batonrelay.team;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before anybody can work: the groups and their rights, the first people, and somebody for batons to fall to. */
@Component
@Order(MovingIn.ORDER)
class MovingIn implements ApplicationRunner {

    /** After the models are deployed, because rights are given on them. */
    static final int ORDER = 100;

    private final TeamSettings settings;
    private final Roster roster;
    private final ObjectProvider<ExamplePeople> examples;
    private final GroupRights rights;
    private final SharedFilters filters;

    MovingIn(
            TeamSettings settings,
            Roster roster,
            ObjectProvider<ExamplePeople> examples,
            GroupRights rights,
            SharedFilters filters) {
        this.settings = settings;
        this.roster = roster;
        this.examples = examples;
        this.rights = rights;
        this.filters = filters;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        settings.groups().forEach((id, group) -> roster.group(id, group.name() == null ? id : group.name()));
        rights.give();
        filters.share();
        examples.ifAvailable(ExamplePeople::moveIn);
        if (roster.isEmpty("manager")) {
            welcomeFirstManager();
        }
    }

    private void welcomeFirstManager() {
        TeamSettings.FirstManager first = settings.firstManager();
        if (first == null) {
            throw new NobodyManages();
        }
        roster.person(first.id(), first.password(), first.name(), "", first.email());
        roster.member(first.id(), "manager");
        roster.member(first.id(), "camunda-admin");
    }
}
