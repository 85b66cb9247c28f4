package org.batonrelay.mail;

import java.util.Optional;

/** What readers have said about mail that no person wrote; the room that knows these readers answers. */
public interface ReadersWishes {

    /** Whether whoever reads at this address wants no automatic mail; our own people need what Baton tells them. */
    boolean wantsNothingAutomatic(String address);

    /**
     * Where a reader stops automatic mail by one POST.
     *
     * @param reference the lead that the mail is about
     * @return empty where nobody of that lead reads there
     */
    Optional<String> stopPage(String reference, String address);
}
