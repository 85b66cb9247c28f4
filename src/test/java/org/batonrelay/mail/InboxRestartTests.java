package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real program, a real mail server, a database in a file, and kill -9 at random moments while mails are read, stored,
 * moved and acted on.
 */
class InboxRestartTests {

    private static final int KILLS = 30;
    private static final int MAILS_A_KILL = 6;
    private static final int LATEST_MILLIS = 160;

    @TempDir
    private Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    private GreenMailUser box;
    private int sent;
    private String classPath = "";

    @BeforeEach
    void mailServerRuns() {
        server.start();
        box = server.getUserManager().getUser("inbox");
        if (box == null) {
            box = server.setUser("inbox", "inbox", "inbox");
        }
    }

    @AfterEach
    void mailServerStops() {
        server.stop();
    }

    @Test
    void killedAtAnyMomentItNeitherLosesNorDoublesAMail() throws Exception {
        MailRoomAlone.makeTables(new DriverManagerDataSource(url(), "sa", ""));
        keepsWhatItLoads();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int killedAtWork = 0;
        for (int i = 0; i < KILLS; i++) {
            deliver(MAILS_A_KILL);
            Process program = program();
            awaitWord(program, "ready");
            killedAtWork += program.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS) ? 0 : 1;
            program.destroyForcibly().waitFor();
        }
        Process last = program();
        awaitWord(last, "done");
        last.waitFor();

        assertThat(query("select subject from acted_on"))
                .as("seed %s", seed)
                .hasSize(sent)
                .doesNotHaveDuplicates();
        assertThat(query("select message_id from incoming_mail where state = 'taken'"))
                .hasSize(sent);
        assertThat(mailsIn("INBOX")).isZero();
        assertThat(mailsIn("Taken")).isGreaterThanOrEqualTo(sent);
        assertThat(killedAtWork).as("kills of a program that had not finished").isGreaterThan(KILLS / 2);
    }

    private void deliver(int number) throws Exception {
        for (int i = 0; i < number; i++) {
            sent++;
            String raw = "From: kim@client.example\r\nTo: leads@baton.example\r\nSubject: mail %04d\r\n"
                    + "Message-ID: <%04d@client.example>\r\n\r\nHello.\r\n";
            byte[] mail = raw.formatted(sent, sent).getBytes(StandardCharsets.UTF_8);
            box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        }
    }

    private int mailsIn(String name) {
        var boxes = server.getManagers().getImapHostManager();
        return boxes.getFolder(box, name).getMessageCount();
    }

    /** The program runs once to its end and leaves its classes as the next ones read them: they start in a third. */
    private void keepsWhatItLoads() throws Exception {
        classPath = packed(System.getProperty("java.class.path"));
        deliver(1);
        Process program = program("-XX:ArchiveClassesAtExit=" + archive());
        awaitWord(program, "done");
        program.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(program.waitFor()).isZero();
        assertThat(archive()).exists();
    }

    /** The virtual machine keeps classes of archives only: ours lie in folders. */
    private String packed(String path) throws IOException {
        List<String> archives = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            Path place = Path.of(entry);
            archives.add(Files.isDirectory(place) ? pack(place, "ours-" + archives.size() + ".jar") : entry);
        }
        return String.join(File.pathSeparator, archives);
    }

    private String pack(Path classes, String name) throws IOException {
        Path archive = folder.resolve(name);
        try (var files = Files.walk(classes);
                var jar = new JarOutputStream(Files.newOutputStream(archive))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        return archive.toString();
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private Process program() throws IOException {
        return program("-XX:SharedArchiveFile=" + archive());
    }

    private Process program(String classes) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        classes,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        classPath,
                        MailRoomAlone.class.getName(),
                        url(),
                        String.valueOf(server.getImap().getPort()))
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitWord(Process program, String word) throws IOException {
        BufferedReader output = program.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.equals(word)) {
                return;
            }
        }
        throw new AssertionError("the program never said '" + word + "':\n" + String.join("\n", said));
    }

    private List<String> query(String sql) {
        return JdbcClient.create(new DriverManagerDataSource(url(), "sa", ""))
                .sql(sql)
                .query(String.class)
                .list();
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("mail") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";
    }
}
