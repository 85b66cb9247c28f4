package org.batonrelay.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.batonrelay.lead.NewLead;
import org.springframework.stereotype.Component;

/**
 * What a row of a list is known by: all that it says. The same row never starts or touches anything twice, in whatever
 * list it comes, so that a list can be mended and brought in again as a whole.
 */
@Component
class RowKey {

    /** Under which the keys of rows are kept, whoever imports. */
    static final String CALLER = "import";

    private final ObjectMapper json;

    RowKey(ObjectMapper json) {
        this.json = json;
    }

    String of(NewLead lead) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(json.writeValueAsBytes(lead)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a lead can be written as JSON and hashed", e);
        }
    }
}
