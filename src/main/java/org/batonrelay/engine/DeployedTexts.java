package org.batonrelay.engine;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts that a process owner deploys like models; the latest deployed one of a name counts. */
@Component
public class DeployedTexts {

    private final JdbcClient jdbc;

    DeployedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads it anew each time, so that the next mail already says what was deployed a moment ago.
     *
     * @param name the resource's path, such as {@code forms/mails/introduction.en.md}; one that Modeler has deployed
     *     under its mere file name is found as well
     */
    public Optional<String> latest(String name) {
        return jdbc.sql("select b.BYTES_ from ACT_GE_BYTEARRAY b join ACT_RE_DEPLOYMENT d on d.ID_ = b.DEPLOYMENT_ID_"
                        + " where b.NAME_ in (:name, :fileName) order by d.DEPLOY_TIME_ desc, d.ID_ desc limit 1")
                .param("name", name)
                .param("fileName", name.substring(name.lastIndexOf('/') + 1))
                .query((row, number) -> new String(row.getBytes("BYTES_"), StandardCharsets.UTF_8))
                .optional();
    }
}
