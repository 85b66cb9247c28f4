package org.batonrelay.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Sort;
import org.batonrelay.reading.Origin;

/** A mail that has come in, as the inbox hands it over. */
public final class AMail {

    private final String id = UUID.randomUUID().toString();
    private final List<String> recipients = new ArrayList<>();
    private final List<String> cc = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<IncomingMail.Enclosure> files = new ArrayList<>();
    private Sort sort = Sort.HUMAN;
    private String name = "";
    private String from = "";
    private boolean proven = true;
    private String subject = "";
    private String text = "";
    private String said = "";
    private LocalDate awayUntil;
    private boolean delayed;
    private boolean onlySeemsAutomatic;
    private Origin origin = Origin.PLAIN;

    public static AMail from(String name, String address) {
        AMail mail = new AMail();
        mail.name = name;
        mail.from = address;
        return mail;
    }

    public AMail to(String... addresses) {
        recipients.addAll(List.of(addresses));
        return this;
    }

    /** A program sent it, and an answer would go there. */
    AMail byProgram(String replyName, String replyAddress) {
        origin = new Origin(true, false, false, false, List.of(new Origin.Party(replyName, replyAddress)), List.of());
        return this;
    }

    public AMail copiedTo(String person, String address) {
        cc.add(person + " <" + address + ">");
        recipients.add(address);
        return this;
    }

    public AMail answering(String messageId) {
        references.add(messageId);
        return this;
    }

    public AMail about(String line) {
        subject = line;
        return this;
    }

    public AMail saying(String words) {
        said = words;
        text = words;
        return this;
    }

    public AMail withAllOfIt(String everything) {
        text = everything;
        return this;
    }

    public AMail unproven() {
        proven = false;
        return this;
    }

    public AMail enclosing(String file, String type, long size) {
        files.add(new IncomingMail.Enclosure(files.size(), file, type, size));
        return this;
    }

    public AMail sorted(Sort kind) {
        sort = kind;
        return this;
    }

    public AMail failing(String address) {
        sort = Sort.BOUNCE;
        failed.add(address);
        return this;
    }

    /** No mark of a program's, only its words. */
    public AMail seemingAutomatic() {
        sort = Sort.AUTOMATIC;
        onlySeemsAutomatic = true;
        return this;
    }

    /** A program's mark, and words of its sender's own. */
    public AMail marked() {
        sort = Sort.HUMAN;
        onlySeemsAutomatic = true;
        return this;
    }

    public AMail delayed() {
        sort = Sort.BOUNCE;
        delayed = true;
        return this;
    }

    public AMail awayUntil(LocalDate day) {
        sort = Sort.AUTOMATIC;
        awayUntil = day;
        return this;
    }

    public IncomingMail build() {
        return new IncomingMail(
                id,
                "<" + id + "@client.example>",
                sort,
                name,
                from,
                proven,
                origin,
                recipients,
                cc,
                subject,
                text,
                said,
                List.of(new IncomingMail.Form(text, said)),
                references,
                failed,
                delayed,
                onlySeemsAutomatic,
                awayUntil,
                Instant.now(),
                files);
    }
}
