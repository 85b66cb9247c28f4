package org.batonrelay.team;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks, before anything else starts, whether another program has the H2 file open, so that a sentence can say so. */
class OneBatonOnOneFile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        String url = settings.getProperty("spring.datasource.url", "");
        if (url.startsWith("jdbc:h2:file:")) {
            lookInto(
                    url,
                    settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", ""));
        }
    }

    /** Any other fault is left to the data source, which says more about it. */
    private static void lookInto(String url, String user, String password) {
        try {
            DriverManager.getConnection(url, user, password).close();
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new DatabaseInUse(url, e);
            }
        }
    }

    static final class DatabaseInUse extends RuntimeException {

        DatabaseInUse(String url, SQLException cause) {
            super("Another program, probably another Baton, has the database " + fileOf(url) + " open.", cause);
        }

        private static String fileOf(String url) {
            return url.replaceFirst("^jdbc:h2:file:", "").replaceFirst(";.*", "");
        }
    }
}
