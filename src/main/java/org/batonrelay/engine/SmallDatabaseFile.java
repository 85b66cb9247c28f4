package org.batonrelay.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compacts H2's file while Baton runs, a little at a time. Each commit appends all pages it touched, and with
 * WRITE_DELAY=0 the thread that would use the room of outdated ones again is off: the file grew to 841 MB where 13 were
 * in use. Other databases look after their files themselves.
 */
@Component
@EnableScheduling
@ConditionalOnExpression("'${spring.datasource.url:}'.startsWith('jdbc:h2:file:')")
class SmallDatabaseFile {

    private static final Logger LOG = LoggerFactory.getLogger(SmallDatabaseFile.class);

    /** Less waste is not worth a pause. */
    private static final long WASTE_BYTES = 6_000_000;

    private static final int FULL_PERCENT = 90;

    /** Others' commits wait during each step, a tenth of a second or two, and go on between two. */
    private static final int REWRITTEN_BYTES = 1 << 22;

    private static final int MOVED_BYTES = 1 << 24;

    /** What is left over is for the next look. */
    private static final long A_LOOK_NANOS = 300_000_000;

    private final DataSource database;

    SmallDatabaseFile(DataSource database) {
        this.database = database;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT10S")
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
        if (!(store.getFileStore() instanceof RandomAccessStore file)) {
            return;
        }
        long end = System.nanoTime() + A_LOOK_NANOS;
        while (!isSmall(file) && System.nanoTime() < end && step(store, file)) {
            Thread.yield();
        }
    }

    /** Whether there was something to rewrite. */
    private static boolean step(MVStore store, RandomAccessStore file) {
        int retention = store.getRetentionTime();
        // what is in use is on the disk before the room of what is outdated is used again
        store.sync();
        store.setRetentionTime(0);
        try {
            boolean rewritten = store.compact(FULL_PERCENT, REWRITTEN_BYTES);
            store.sync();
            file.compactMoveChunks(FULL_PERCENT, MOVED_BYTES, store);
            return rewritten;
        } finally {
            store.setRetentionTime(retention);
        }
    }

    private static boolean isSmall(RandomAccessStore file) {
        long size = file.size();
        long used = size * file.getFillRate() / 100 * file.getChunksFillRate() / 100;
        // rewriting stops to pay at about twice what is in use: pages that are half empty stay so
        return size - used < WASTE_BYTES || 2 * size < 5 * used;
    }
}
