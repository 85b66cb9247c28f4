package org.batonrelay.correspondence;

import java.util.Objects;
import org.batonrelay.lead.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the client's side, whether we know them as a contact or not.
 *
 * @param address a mail address, or the name of somebody who has none
 */
public record Speaker(@Nullable String contactId, String name, String address) {

    public static Speaker of(Contact contact) {
        return new Speaker(contact.id(), contact.name(), Objects.requireNonNullElse(contact.email(), contact.name()));
    }

    public static Speaker stranger(String name, String address) {
        return new Speaker(null, name.isBlank() ? address : name, address);
    }
}
