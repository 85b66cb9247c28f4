package org.batonrelay.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.management.OperatingSystemMXBean;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Measures, and asserts nothing: how long the mail room needs for 1,000 mails of the corpus, from the IMAP server over a
 * database in a file to whoever acts on them, one after the other. Not part of the ordinary run:
 * {@code ./mvnw test -Dtest=InboxSpeed}.
 */
class InboxSpeed {

    private static final int MAILS = 1_000;

    @Test
    void howLongAThousandMailsTake(@TempDir Path folder) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        GreenMailUser box = server.setUser("inbox", "inbox", "secret");
        List<Path> corpus = Stream.of("bounces", "auto-replies", "replies")
                .flatMap(name -> Understood.files("mail-corpus/" + name).stream())
                .filter(file -> file.toString().endsWith(".eml"))
                .toList();
        for (int i = 0; i < MAILS; i++) {
            byte[] mail = Understood.bytes(corpus.get(i % corpus.size()));
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            message.setHeader("Message-ID", "<" + i + "@speed.example>");
            box.deliver(message);
        }
        String url = "jdbc:h2:file:" + folder.resolve("mail") + ";WRITE_DELAY=0";
        MailRoomAlone.makeTables(new DriverManagerDataSource(url, "sa", ""));
        long start = System.nanoTime();
        long busy = processorNanos();
        MailRoomAlone.main(new String[] {url, String.valueOf(server.getImap().getPort())});
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Duration worked = Duration.ofNanos(processorNanos() - busy);
        server.stop();
        System.out.printf("%d mails taken and sorted in %s, %s of processor time%n", MAILS, took, worked);
    }

    /** Of this whole program, the mail server included. */
    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
