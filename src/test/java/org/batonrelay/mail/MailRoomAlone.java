package org.batonrelay.mail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.ErrandsOnATable;
import org.batonrelay.inbox.Inbox;
import org.batonrelay.inbox.IncomingMails;
import org.batonrelay.inbox.MailTaker;
import org.batonrelay.inbox.TakeMail;
import org.batonrelay.reading.MailReader;
import org.batonrelay.reading.MailSorter;
import org.batonrelay.reading.ProvenSender;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * The mail room in a program of its own, on a database in a file: to be killed. It says {@code ready} when it is about
 * to look into the mailbox, empties it, runs the errands that this has brought, and says {@code done}. No
 * {@code @Configuration}: Baton itself, when it is tested, must not find it.
 */
@EnableTransactionManagement
public class MailRoomAlone {

    private static final Class<?>[] ROOM = {
        MailRoomAlone.class,
        HouseAddresses.class,
        InboxSetup.class,
        Inbox.class,
        IncomingMails.class,
        MailReader.class,
        ProvenSender.class,
        MailSorter.class,
        SentMails.class,
        TakeMail.class
    };

    /** @param words the database's URL, and the port of the IMAP server */
    public static void main(String[] words) {
        // nobody reads what it logs, and a full pipe would stop it
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        System.setProperty("database", words[0]);
        System.setProperty("port", words[1]);
        var room = new AnnotationConfigApplicationContext(ROOM);
        System.out.println("ready");
        room.getBean(Inbox.class).takeAll();
        JdbcClient jdbc = room.getBean(JdbcClient.class);
        while (runNext(jdbc, room.getBean(TransactionTemplate.class), room.getBean(TakeMail.class))) {
            // until nothing is left
        }
        System.out.println("done");
        room.close();
    }

    /** As the engine does: an errand and the end of its order are one transaction. */
    private static boolean runNext(JdbcClient jdbc, TransactionTemplate transaction, TakeMail errand) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<String> next = jdbc.sql("select payload from errand fetch first 1 rows only for update")
                    .query(String.class)
                    .list();
            next.forEach(errand::run);
            next.forEach(it -> jdbc.sql("delete from errand where payload = :it")
                    .param("it", it)
                    .update());
            return !next.isEmpty();
        }));
    }

    static void makeTables(DataSource database) {
        Path migrations = Path.of("src/main/resources/db/migration");
        String own = "create table acted_on (id varchar(36), subject varchar(500));"
                + "create table errand (name varchar(100), payload varchar(4000));";
        new ResourceDatabasePopulator(
                        new FileSystemResource(migrations.resolve("all/V2__baton.sql")),
                        new FileSystemResource(migrations.resolve("h2/V4__incoming_mail.sql")),
                        new ByteArrayResource(own.getBytes()))
                .execute(database);
    }

    @Bean(destroyMethod = "dispose")
    JdbcConnectionPool database() {
        return JdbcConnectionPool.create(System.getProperty("database"), "sa", "");
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new DataSourceTransactionManager(database);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Errands errands(JdbcClient jdbc) {
        return new ErrandsOnATable(jdbc);
    }

    @Bean
    @Primary
    MailSettings mailSettings() {
        return new MailSettings("baton.example", null, 0, 0);
    }

    @Bean
    @Primary
    InboxSettings inboxSettings() {
        return Understood.inbox("127.0.0.1", Integer.getInteger("port"), DataSize.ofMegabytes(15), null);
    }

    /** Acts on a mail by writing down that it did. */
    @Bean
    MailTaker taker(JdbcClient jdbc) {
        return mail -> jdbc.sql("insert into acted_on (id, subject) values (:id, :subject)")
                .param("id", mail.id())
                .param("subject", mail.subject())
                .update();
    }
}
