package org.batonrelay.engine.deployment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Of several nodes that start on one database at a time, one at a time deploys and moves in; the next ones find it
 * done. The turn is a locked row on a connection of its own, so a node that dies while it starts gives it up.
 */
@Component
class StartTurn implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private final DataSource database;
    private @Nullable Connection turn;

    StartTurn(DataSource database) {
        this.database = database;
    }

    /** Waits for its turn. */
    void begin() {
        try {
            Connection mine = database.getConnection();
            turn = mine;
            mine.setAutoCommit(false);
            try (Statement lock = mine.createStatement()) {
                lock.executeQuery("select id from start_turn for update");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("this node could not wait for its turn to start", e);
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        destroy();
    }

    @Override
    public void destroy() {
        Connection mine = turn;
        turn = null;
        if (mine != null) {
            end(mine);
        }
    }

    private static void end(Connection turn) {
        try (turn) {
            turn.rollback();
            turn.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("this node could not pass the turn to start on", e);
        }
    }
}
