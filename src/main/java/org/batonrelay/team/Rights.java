package org.batonrelay.team;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Writes down what a group may do in the engine; what the code says counts, also over what was there before. */
@Component
class Rights {

    private final AuthorizationService authorizations;

    Rights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** @param id of the one thing meant: the key of a definition, the name of a web app; or {@link Authorization#ANY} */
    void give(String group, Resource resource, String id, Permission... permissions) {
        Authorization right = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (right == null) {
            right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setGroupId(group);
            right.setResource(resource);
            right.setResourceId(id);
        }
        right.setPermissions(permissions);
        authorizations.saveAuthorization(right);
    }

    /** May read and mend their own profile; the engine would let people delete themselves, batons and all. */
    void keepOwnProfile(String person) {
        for (Authorization own : authorizations
                .createAuthorizationQuery()
                .userIdIn(person)
                .resourceType(Resources.USER)
                .resourceId(person)
                .list()) {
            own.setPermissions(new Permission[] {Permissions.READ, Permissions.UPDATE});
            authorizations.saveAuthorization(own);
        }
    }
}
