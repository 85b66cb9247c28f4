package org.batonrelay.absence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the calendar of who is away is read. */
record FeedAddress(URI address) {

    private static final int LARGEST = 5_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> CALENDARS = Set.of("webcal", "webcals");

    /** @throws BadFeed with a sentence where nothing can be read from there */
    static Optional<FeedAddress> of(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(setting.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (CALENDARS.contains(scheme)) {
                address = URI.create("https" + setting.strip().substring(scheme.length()));
                scheme = "https";
            }
            boolean readable = scheme.equals("file")
                    ? address.getPath() != null
                    : Set.of("http", "https").contains(scheme) && address.getHost() != null;
            if (readable) {
                return Optional.of(new FeedAddress(address));
            }
        } catch (IllegalArgumentException e) {
            // said below, in words
        }
        throw new BadFeed("baton.absences.feed is '" + setting
                + "': write an address that begins with https://, http://, webcal:// or file:/.");
    }

    /** @throws IOException with the reason, for people */
    byte[] read() throws IOException {
        if ("file".equalsIgnoreCase(address.getScheme())) {
            try (InputStream in = Files.newInputStream(Path.of(address.getPath()))) {
                return read(in);
            }
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("its server answers " + answer.statusCode());
                }
                return read(in);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        byte[] read = in.readNBytes(LARGEST + 1);
        if (read.length > LARGEST) {
            throw new IOException("it is larger than 5 MB");
        }
        return read;
    }
}
