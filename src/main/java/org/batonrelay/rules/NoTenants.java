package org.batonrelay.rules;

import java.util.List;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** There is one house on this engine: what is deployed for a tenant is found by nobody who looks for it. */
@Component
@Order(1)
class NoTenants implements DeploymentRule {

    @Override
    public List<String> faults(Sent sent) {
        return sent.tenant() == null || sent.tenant().isBlank()
                ? List.of()
                : List.of("There are no tenants in Baton, and nothing of this would be found under '" + sent.tenant()
                        + "'. Empty the field 'Tenant ID' in Modeler's deploy dialog and deploy again.");
    }
}
