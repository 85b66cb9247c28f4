package org.batonrelay.team;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes people and groups down where the engine looks for them; leaves alone whatever is there already. */
@Component
class Roster {

    private final IdentityService identities;
    private final Rights rights;

    Roster(IdentityService identities, Rights rights) {
        this.identities = identities;
        this.rights = rights;
    }

    void group(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType("BATON");
            identities.saveGroup(group);
        }
    }

    void person(String id, String password, String firstName, String lastName, @Nullable String email) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setPassword(password);
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setEmail(email);
            identities.saveUser(user);
            rights.keepOwnProfile(id);
        }
    }

    void member(String person, String group) {
        if (identities.createUserQuery().userId(person).memberOfGroup(group).count() == 0) {
            identities.createMembership(person, group);
        }
    }

    boolean isEmpty(String group) {
        return identities.createUserQuery().memberOfGroup(group).count() == 0;
    }
}
