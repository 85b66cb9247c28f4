package org.batonrelay.engine.deployment;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has brought a deployment, as the engine's log of what people do knows it. */
@Component
public class WhoDeployed {

    private final JdbcClient jdbc;

    WhoDeployed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user id; empty for what a build or a program has deployed. */
    public Optional<String> of(String deployment) {
        return jdbc.sql("select max(USER_ID_) from ACT_HI_OP_LOG where DEPLOYMENT_ID_ = :deployment"
                        + " and ENTITY_TYPE_ = 'Deployment' and OPERATION_TYPE_ = 'Create'")
                .param("deployment", deployment)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
