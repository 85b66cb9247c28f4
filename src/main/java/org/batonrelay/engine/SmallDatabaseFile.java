package org.batonrelay.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compacts H2's file while Baton runs. Each commit appends all pages it touched (some 50 kB), and with WRITE_DELAY=0 the
 * thread that would use their room again is off: the file grew to 841 MB where 13 were in use. Other databases look
 * after their files themselves.
 */
@Component
@EnableScheduling
@ConditionalOnExpression("'${spring.datasource.url:}'.startsWith('jdbc:h2:file:')")
class SmallDatabaseFile {

    private static final Logger LOG = LoggerFactory.getLogger(SmallDatabaseFile.class);

    /** Less waste is not worth a pause. */
    private static final long WASTE_BYTES = 8_000_000;

    /** Others' commits wait meanwhile; what is not done is left for the next look. */
    private static final int LONGEST_MILLIS = 100;

    private final DataSource database;

    SmallDatabaseFile(DataSource database) {
        this.database = database;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void look() {
        try (Connection connection = database.getConnection()) {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                compact(session.getDatabase().getStore().getMvStore());
            }
        } catch (SQLException e) {
            LOG.warn("The database's file was not compacted: {}", e.getMessage());
        }
    }

    private static void compact(MVStore store) {
        FileStore<?> file = store.getFileStore();
        if (file == null || isSmall(file)) {
            return;
        }
        int retention = file.getRetentionTime();
        // what is in use is on the disk before room is used again: compacting keeps no older state to fall back on
        store.sync();
        try {
            store.compactFile(LONGEST_MILLIS);
        } finally {
            store.setRetentionTime(retention);
        }
    }

    private static boolean isSmall(FileStore<?> file) {
        long size = file.size();
        long used = size * file.getFillRate() / 100 * file.getChunksFillRate() / 100;
        return size - used < WASTE_BYTES || size < 2 * used;
    }
}
