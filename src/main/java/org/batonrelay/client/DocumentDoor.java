package org.batonrelay.client;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.LeadFile;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.team.Pictures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Hands out what was left for a client, and how their contact looks. No browser ever shows a file by itself. */
@Controller
@RequestMapping("/c/{token}")
class DocumentDoor {

    private final ContactLinks links;
    private final Files files;
    private final Batons batons;
    private final Faces faces;

    DocumentDoor(ContactLinks links, Files files, Batons batons, Faces faces) {
        this.links = links;
        this.files = files;
        this.batons = batons;
        this.faces = faces;
    }

    @GetMapping("/files/{id}")
    @Nullable
    String file(@PathVariable String token, @PathVariable String id, Model model, HttpServletResponse response)
            throws IOException {
        Optional<LeadFile> file = links.open(token).flatMap(contact -> shared(contact, id));
        Optional<byte[]> content = file.flatMap(it -> files.open(it.id()));
        if (content.isEmpty()) {
            return NoticePage.unknown(model, response);
        }
        NoticePage.hide(response);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.get().name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        send("application/octet-stream", content.get(), response);
        return null;
    }

    @GetMapping("/picture")
    @Nullable
    String picture(@PathVariable String token, Model model, HttpServletResponse response) throws IOException {
        Optional<Pictures.Picture> picture = links.open(token)
                .flatMap(contact ->
                        faces.pictureOf(batons.get(contact.reference()).holder()));
        if (picture.isEmpty()) {
            return NoticePage.unknown(model, response);
        }
        NoticePage.hide(response);
        response.setHeader("Cache-Control", "private, max-age=600");
        send(picture.get().type(), picture.get().content(), response);
        return null;
    }

    private Optional<LeadFile> shared(Contact contact, String id) {
        return files.find(id).filter(it -> it.reference().equals(contact.reference()) && it.sharedAt() != null);
    }

    private static void send(String type, byte[] content, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
