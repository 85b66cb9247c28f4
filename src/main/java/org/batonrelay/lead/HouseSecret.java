package org.batonrelay.lead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * What the tokens in links are made with: {@code baton.secret}. The default profile makes one of its own and
 * keeps it in a file that only its owner can read; every other profile is told it.
 */
@Component
public class HouseSecret {

    private static final int SHORTEST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    HouseSecret(LeadSettings settings, Environment environment) {
        String told = settings.secret() == null ? "" : settings.secret().strip();
        if (told.isEmpty() && !environment.acceptsProfiles(Profiles.of("default"))) {
            throw new NoSecret("Baton needs a secret for the links to its clients' pages: set baton.secret to at least "
                    + SHORTEST + " random characters and keep it, because a change makes every link invalid.");
        }
        String secret = told.isEmpty() ? kept(settings.secretFile()) : told;
        if (secret.length() < SHORTEST) {
            throw new NoSecret("The secret for the links to clients' pages (baton.secret, or the file "
                    + settings.secretFile() + ") is too short: give it at least " + SHORTEST + " random characters.");
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What follows from the secret and this text, and from nothing else: 32 bytes. */
    public byte[] derive(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String kept(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new NoSecret("The secret for the links to clients' pages cannot be kept in " + file.toAbsolutePath()
                    + " (" + e.getMessage() + "): make that place readable and writable, or set baton.secret.");
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[SHORTEST];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(StandardCharsets.US_ASCII.encode(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(random)));
        }
    }

    /** Stops the start: without a secret the links to clients' pages could be guessed. */
    static final class NoSecret extends RuntimeException {

        NoSecret(String message) {
            super(message);
        }
    }
}
