package org.batonrelay.reading;

import java.util.List;

/**
 * How a mail came to be, beside its sender: what tells who is asking by it when the sender is a program.
 *
 * @param byProgram a header says that a program sent it: a web form, a shop, a script
 * @param toMany a list or a mailing of somebody else brought it
 * @param answers a program's answer to a mail, such as out-of-office
 * @param rewritten the sender is not the one of the mail's From: our own list had put itself there
 * @param replyTo to whom an answer would go
 * @param enclosed the mails that it encloses: forwarded as files
 */
public record Origin(
        boolean byProgram,
        boolean toMany,
        boolean answers,
        boolean rewritten,
        List<Party> replyTo,
        List<Enclosed> enclosed) {

    /** Of an ordinary mail. */
    public static final Origin PLAIN = new Origin(false, false, false, false, List.of(), List.of());

    /** @param address in small letters */
    public record Party(String name, String address) {}

    /** A mail within the mail. */
    public record Enclosed(Party from, List<Party> replyTo, boolean byProgram, String subject, String text) {}
}
