package org.batonrelay.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tab "Lead" in Tasklist shows, in words.
 *
 * @param runners whom the holder can ask, the last one first
 * @param questions to earlier runners, newest first
 * @param messages oldest first
 * @param notes newest first
 * @param files newest first
 * @param clients what the holder can decide about each contact with an address; for the holder only
 * @param proposed whom the client has copied in, and who is no contact yet; for the holder only
 * @param links on this client's page beside the house's
 * @param largestFile in bytes
 * @param partial whether the viewer is a partner, who sees what is shared and nothing else
 * @param token to be sent with everything that changes something
 */
record LeadTab(
        LeadView lead,
        May may,
        List<Runner> runners,
        List<Question> questions,
        List<Said> messages,
        List<Written> notes,
        List<Document> files,
        List<Client> clients,
        List<Proposed> proposed,
        List<Link> links,
        long largestFile,
        boolean chats,
        boolean partial,
        String token) {

    /**
     * @param hold makes items, asks, shares files: whoever holds the lead
     * @param askLegal sends a message of the client's to legal: who holds a deal
     * @param mark says which file is the contract: whoever sees the lead, in a deal
     * @param passOn has run the lead, and is asked about it still
     */
    record May(boolean hold, boolean passOn, boolean askLegal, boolean mark) {}

    record Runner(String id, String name) {}

    record Question(
            String asker,
            String asked,
            String question,
            String state,
            @Nullable String closes,
            @Nullable String answer) {}

    /**
     * @param side {@code client}, {@code us} or {@code private}
     * @param mailed whether a mail brought it, which can be read whole
     */
    record Said(
            String id,
            String who,
            String side,
            String channel,
            String at,
            @Nullable String subject,
            String text,
            boolean mailed) {}

    record Written(String who, String at, String text) {}

    /**
     * @param refused why it was not kept; null for one that can be opened
     * @param contract which version of the contract it is, and what has changed with it; null for any other file
     * @param latest whether it is the contract that counts
     */
    record Document(
            String id,
            String name,
            String size,
            String from,
            String at,
            boolean shared,
            @Nullable String refused,
            @Nullable String contract,
            boolean latest) {}

    /**
     * @param meets whether they are invited to meetings
     * @param browsers in how many the chat knows them again
     */
    record Client(String id, String email, boolean meets, int browsers) {}

    record Proposed(String id, String name, String email) {}

    record Link(String id, String title, String address) {}
}
