package org.batonrelay.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes a list out of a call: the first file of a form, or the body itself. */
final class ListUpload {

    private ListUpload() {}

    /** The list, and what its sender calls it. */
    record Sent(ListFile file, String name) implements AutoCloseable {

        @Override
        public void close() {
            file.close();
        }
    }

    /** @throws UnreadableList when there is none, or it is too large, empty, or no text */
    static Sent of(HttpServletRequest request) throws IOException {
        if (request instanceof MultipartHttpServletRequest form) {
            MultipartFile file = form.getFileMap().values().stream()
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new UnreadableList("Choose a file: the list as CSV."));
            String name = file.getOriginalFilename();
            return new Sent(receive(file.getInputStream(), charset(file.getContentType())), name == null ? "" : name);
        }
        return new Sent(receive(request.getInputStream(), charset(request.getContentType())), "");
    }

    private static ListFile receive(InputStream sent, @Nullable Charset declared) throws IOException {
        try (sent) {
            return ListFile.receive(sent, declared);
        }
    }

    private static @Nullable Charset charset(@Nullable String contentType) {
        try {
            return contentType == null
                    ? null
                    : MediaType.parseMediaType(contentType).getCharset();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
