package org.batonrelay.team;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Pictures of our people, as clients may see them: files that an operator has put there. */
@Component
@EnableConfigurationProperties(PictureSettings.class)
public class Pictures {

    /** @param type {@code image/png} and the like */
    public record Picture(String type, byte[] content) {}

    private static final Logger log = LoggerFactory.getLogger(Pictures.class);
    private static final long LARGEST = 2_000_000;

    private final PictureSettings settings;

    Pictures(PictureSettings settings) {
        this.settings = settings;
    }

    /** The user ids of those who have one set. */
    public Set<String> people() {
        return settings.people().entrySet().stream()
                .filter(it -> it.getValue().picture() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public boolean isThere(String person) {
        return find(person).filter(Files::isReadable).isPresent();
    }

    /** Empty for whoever has none, and for a file that is no picture. */
    public Optional<Picture> of(String person) {
        return find(person).filter(Files::isReadable).flatMap(Pictures::read);
    }

    private Optional<Path> find(String person) {
        return Optional.ofNullable(settings.people().get(person)).map(PictureSettings.Face::picture);
    }

    private static Optional<Picture> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                log.warn("The picture {} is larger than 2 MB and is not shown.", file);
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            return type(content).map(type -> new Picture(type, content));
        } catch (IOException e) {
            log.warn("The picture {} cannot be read and is not shown: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** By what it is, not by what it is called; what can carry a script is none of these. */
    private static Optional<String> type(byte[] content) {
        if (begins(content, 0x89, 'P', 'N', 'G')) {
            return Optional.of("image/png");
        }
        if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        boolean webp = begins(content, 'R', 'I', 'F', 'F') && content.length > 12 && content[8] == 'W';
        return webp ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean begins(byte[] content, int... with) {
        return content.length > with.length
                && Arrays.mismatch(content, 0, with.length, bytes(with), 0, with.length) == -1;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
