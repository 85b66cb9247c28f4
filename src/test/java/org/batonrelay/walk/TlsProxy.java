package org.batonrelay.walk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** What stands before Baton in earnest: it speaks TLS with the browser and plain HTTP with Baton, and says so. */
class TlsProxy implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final int baton;
    private final SSLServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tls-proxy");
        thread.setDaemon(true);
        return thread;
    });

    private TlsProxy(int baton, SSLServerSocket door) {
        this.baton = baton;
        this.door = door;
        threads.execute(this::serve);
    }

    static TlsProxy before(int baton) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(selfSigned(), PASSWORD.toCharArray());
            tls.init(keys.getKeyManagers(), null, null);
            return new TlsProxy(baton, (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS here", e);
        }
    }

    private static KeyStore selfSigned() throws GeneralSecurityException, IOException {
        Path store = Files.createTempDirectory("tls").resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "baton",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(store)) {
            throw new IOException(said);
        }
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    String address() {
        return "https://localhost:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                threads.execute(() -> pass(browser));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One request a connection; the browser's own words but for what a proxy adds to them. */
    private void pass(Socket browser) {
        try (browser;
                Socket house = new Socket(InetAddress.getLoopbackAddress(), baton)) {
            OutputStream out = house.getOutputStream();
            out.write(asPassedOn(head(browser.getInputStream())).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            threads.execute(() -> copy(browser, house));
            house.getInputStream().transferTo(browser.getOutputStream());
        } catch (IOException e) {
            // whoever has hung up wants no answer
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the answer is complete
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private String asPassedOn(String head) {
        String added = "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: "
                + door.getLocalPort() + "\r\nX-Forwarded-Host: localhost:" + door.getLocalPort()
                + "\r\nConnection: close";
        String without = head.replaceAll("(?im)^Connection:.*\r\n", "");
        return without.substring(0, without.length() - END_OF_HEAD.length()) + "\r\n" + added + END_OF_HEAD;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
