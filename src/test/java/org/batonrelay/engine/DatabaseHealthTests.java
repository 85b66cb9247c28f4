package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseHealthTests {

    @Test
    @Timeout(10)
    void engineT10_saysDownWhileTheDatabaseDoesNotAnswer() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        DataSource gone = mock(DataSource.class);
        when(gone.getConnection()).thenAnswer(call -> {
            never.await();
            throw new SQLException("at last");
        });
        DatabaseHealth health = new DatabaseHealth(JdbcClient.create(gone));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getStatus())
                .as("with the first question open")
                .isEqualTo(Status.DOWN);
        never.countDown();
    }

    @Test
    void saysUpAsSoonAsItAnswersAgain() throws Exception {
        JdbcDataSource here = new JdbcDataSource();
        here.setURL("jdbc:h2:mem:");
        DataSource flaky = mock(DataSource.class);
        when(flaky.getConnection()).thenThrow(new SQLException("away")).thenAnswer(call -> here.getConnection());
        DatabaseHealth health = new DatabaseHealth(JdbcClient.create(flaky));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
