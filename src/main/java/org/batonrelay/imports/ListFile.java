package org.batonrelay.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A list as it was sent, kept in a file while it is read: it is read twice, and never whole into memory. */
final class ListFile implements AutoCloseable {

    static final long LARGEST = 20L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ListFile.class);

    private final Path file;
    private final TextEncoding encoding;

    private ListFile(Path file, TextEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /**
     * @param declared the charset that the sender names, which counts where the bytes say nothing else; null for none
     * @throws UnreadableList when it is too large, empty, or no text
     */
    static ListFile receive(InputStream sent, @Nullable Charset declared) throws IOException {
        Path file = Files.createTempFile("baton-list-", ".csv");
        try {
            copy(sent, file);
            return new ListFile(file, TextEncoding.of(file, declared));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The name of the charset it is in. */
    String charset() {
        return encoding.charset().name();
    }

    /** From its first letter on, without a byte order mark. */
    Reader open() throws IOException {
        return open(0);
    }

    /** Without the first letters. */
    Reader open(int skipped) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.skipNBytes(encoding.mark());
        Reader letters = new BufferedReader(new InputStreamReader(bytes, encoding.charset()));
        for (int i = 0; i < skipped; i++) {
            letters.read();
        }
        return letters;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a list that has been read stays in {}", file, e);
        }
    }

    private static void copy(InputStream sent, Path file) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long size = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = sent.read(piece); read >= 0; read = sent.read(piece)) {
                size += read;
                if (size > LARGEST) {
                    throw tooLarge();
                }
                to.write(piece, 0, read);
            }
        }
        if (size == 0) {
            throw new UnreadableList(
                    "The list is empty. Its first row names the columns: name, email, organisation, …");
        }
    }

    static UnreadableList tooLarge() {
        return new UnreadableList("The list is larger than " + LARGEST / 1024 / 1024
                + " MB. Split it, and bring the parts in one after the other.");
    }
}
