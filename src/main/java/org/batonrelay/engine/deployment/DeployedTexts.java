package org.batonrelay.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts that a process owner deploys like models; the latest deployed one of a name counts. */
@Component
public class DeployedTexts {

    private static final int MOST_VERSIONS = 20;

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
        return newest(name).map(Version::text);
    }

    /**
     * One deployed version of a text.
     *
     * @param deployment the id of the deployment that brought it
     */
    public record Version(String deployment, String text) {}

    /** The same, and who has brought it. */
    public Optional<Version> newest(String name) {
        return read(name, 1).stream().findFirst();
    }

    /** The newest ones, the newest first: where that cannot be used, an older one counts. */
    public List<Version> newestFirst(String name) {
        return read(name, MOST_VERSIONS);
    }

    private List<Version> read(String name, int most) {
        return jdbc.sql(
                        "select b.DEPLOYMENT_ID_, b.BYTES_ from ACT_GE_BYTEARRAY b join ACT_RE_DEPLOYMENT d on d.ID_ = b.DEPLOYMENT_ID_"
                                + " where b.NAME_ in (:name, :fileName) order by d.DEPLOY_TIME_ desc, d.ID_ desc limit :most")
                .param("most", most)
                .param("name", name)
                .param("fileName", name.substring(name.lastIndexOf('/') + 1))
                .query((row, number) -> new Version(
                        row.getString("DEPLOYMENT_ID_"), new String(row.getBytes("BYTES_"), StandardCharsets.UTF_8)))
                .list();
    }
}
