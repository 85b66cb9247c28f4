package org.batonrelay.engine.guard;

import java.util.Arrays;
import java.util.stream.Stream;
import org.batonrelay.engine.Partners;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Writes a grant per task for outside teams only, who may see what is offered to them and nothing else, and takes it
 * back with the task. In-house groups read the tasks of whole definitions; a row per task for them would only make
 * every list slow.
 */
public class PartnersRights extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NOTHING = {};

    /** The group that every house has; each further one may what this one may. */
    private static final String FIRST = "partner";

    private static final int LONGEST_ID = 64;

    @Override
    public AuthorizationEntity[] newGroup(Group group) {
        AuthorizationEntity[] own = super.newGroup(group);
        return Partners.isGroup(group.getId()) && group.getId().length() <= LONGEST_ID
                ? Stream.concat(Arrays.stream(own), likeTheFirst(group.getId())).toArray(AuthorizationEntity[]::new)
                : own;
    }

    private static Stream<AuthorizationEntity> likeTheFirst(String group) {
        CommandContext context = Context.getCommandContext();
        return context
                .runWithoutAuthorization(() -> context.getProcessEngineConfiguration()
                        .getAuthorizationService()
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(FIRST)
                        .list())
                .stream()
                .map(AuthorizationEntity.class::cast)
                .filter(right -> right.getResourceType() == Resources.APPLICATION.resourceType()
                        || right.getResourceType() == Resources.FILTER.resourceType())
                .map(right -> {
                    AuthorizationEntity same = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
                    same.setGroupId(group);
                    same.setResourceType(right.getResourceType());
                    same.setResourceId(right.getResourceId());
                    same.setPermissions(right.getPermissions());
                    return same;
                });
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, @Nullable String before, @Nullable String now) {
        if (before != null && !before.equals(now) && isPartner(before)) {
            takeBackFrom(before, task);
        }
        return now != null && isPartner(now) ? super.newTaskAssignee(task, before, now) : NOTHING;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, @Nullable String before, @Nullable String now) {
        return NOTHING;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return isPartner(userId) ? super.newTaskUserIdentityLink(task, userId, type) : NOTHING;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return Partners.isGroup(groupId) ? super.newTaskGroupIdentityLink(task, groupId, type) : NOTHING;
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        if (isPartner(userId)) {
            takeBackFrom(userId, task);
        }
        return NOTHING;
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (Partners.isGroup(groupId)) {
            Context.getCommandContext()
                    .getAuthorizationManager()
                    .deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), groupId);
        }
        return NOTHING;
    }

    private static void takeBackFrom(String userId, Task task) {
        Context.getCommandContext()
                .getAuthorizationManager()
                .deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), userId);
    }

    private boolean isPartner(String userId) {
        CommandContext context = Context.getCommandContext();
        return context.runWithoutAuthorization(() ->
                context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(userId).list().stream()
                        .map(Group::getId)
                        .anyMatch(Partners::isGroup));
    }
}
