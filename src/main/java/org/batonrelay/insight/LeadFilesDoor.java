package org.batonrelay.insight;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.batonrelay.contract.ContractVersions;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.LeadFile;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files of a lead: whoever may see it takes and adds them, and says which one is the contract; who holds it shares
 * them with the client.
 */
@RestController
class LeadFilesDoor {

    /** @param reason what has changed */
    record NewVersion(@Nullable String reason) {}

    private static final int LONGEST_REASON = 2000;

    private final LeadAccess access;
    private final Files files;
    private final ContractVersions versions;

    LeadFilesDoor(LeadAccess access, Files files, ContractVersions versions) {
        this.access = access;
        this.files = files;
        this.versions = versions;
    }

    /** Always to be saved, never shown: whatever it is, no browser runs it as a page of ours. */
    @GetMapping("/leads/{reference}/files/{id}")
    ResponseEntity<byte[]> open(@PathVariable String reference, @PathVariable String id, Authentication login) {
        LeadFile file = find(access.shared(reference, "files", login), id);
        byte[] content = files.open(file.id())
                .orElseThrow(() -> LeadAccess.refused(HttpStatus.NOT_FOUND, "This file was not kept."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content);
    }

    /** The body is the file. Never more of it is read than one that is still taken. */
    @PostMapping(path = "/leads/{reference}/files", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String reference, @RequestParam String name, InputStream body, Authentication login)
            throws IOException {
        LeadReference lead = access.seen(reference, login);
        byte[] content = body.readNBytes((int) files.largest() + 1);
        if (content.length == 0) {
            throw new Refusal("There is nothing in this file.");
        }
        files.add(lead, login.getName(), name, content);
    }

    @PostMapping(path = "/leads/{reference}/files/{id}/share", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(@PathVariable String reference, @PathVariable String id, Authentication login) {
        LeadReference lead = access.held(reference, login);
        files.share(find(lead, id).id(), login.getName());
    }

    /** From now on this file is the contract that counts. */
    @PostMapping(path = "/leads/{reference}/files/{id}/contract", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mark(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestBody NewVersion version,
            Authentication login) {
        LeadFile file = find(access.shared(reference, "files", login), id);
        access.requireDeal(file.reference());
        String reason = version.reason() == null ? "" : version.reason().strip();
        if (file.refused() != null) {
            throw new Refusal("This file was not kept, so it cannot be the contract.");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Refusal("What has changed: please say it, in at most " + LONGEST_REASON + " characters.");
        }
        versions.add(file.reference(), file.id(), file.name(), login.getName(), reason);
    }

    private LeadFile find(LeadReference lead, String id) {
        return files.find(id)
                .filter(file -> file.reference().equals(lead))
                .orElseThrow(() -> LeadAccess.refused(HttpStatus.NOT_FOUND, "There is no such file of this lead."));
    }
}
