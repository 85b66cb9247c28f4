package org.batonrelay.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.inbox.IncomingMails;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Letter.Attachment;
import org.batonrelay.mail.Post;
import org.batonrelay.reading.IncomingMail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings what one of us has answered to the client, in that person's name and in the conversation it belongs to. */
@Component
public class AnswerLetter implements Errand<AnswerLetter.Answered> {

    public static final ErrandName<Answered> NAME = new ErrandName<>("answer", Answered.class);

    public record Answered(String answer, String asked) {}

    private final Messages messages;
    private final Speakers speakers;
    private final ContactLinks links;
    private final IncomingMails mails;
    private final Files files;
    private final HolderNames names;
    private final Post post;

    AnswerLetter(
            Messages messages,
            Speakers speakers,
            ContactLinks links,
            IncomingMails mails,
            Files files,
            HolderNames names,
            Post post) {
        this.messages = messages;
        this.speakers = speakers;
        this.links = links;
        this.mails = mails;
        this.files = files;
        this.names = names;
        this.post = post;
    }

    @Override
    public ErrandName<Answered> name() {
        return NAME;
    }

    @Override
    public void run(Answered told) {
        Message answer = messages.find(told.answer()).orElseThrow();
        Message asked = messages.find(told.asked()).orElseThrow();
        Speaker to = speakers.of(asked);
        Optional<Contact> contact = speakers.contact(asked);
        if (to.address().contains("@") && contact.map(Contact::reachable).orElse(true)) {
            post.send(letter(answer, asked, to, contact));
        }
    }

    private Letter letter(Message answer, Message asked, Speaker to, Optional<Contact> contact) {
        String author = names.of(answer.author());
        Map<String, Object> model = new HashMap<>();
        model.put("subject", Objects.requireNonNullElse(answer.subject(), ""));
        model.put("text", answer.text());
        model.put("author", author);
        return new Letter(
                NAME + ":" + answer.id(),
                NAME.value(),
                contact.map(Contact::locale).orElse(Locale.ENGLISH),
                to.name(),
                to.address(),
                model,
                answer.reference().value(),
                author,
                contact.map(links::replyAddressOf).orElse(null),
                false,
                messageIdOf(asked),
                attachments(answer));
    }

    private @Nullable String messageIdOf(Message asked) {
        return Optional.ofNullable(asked.mailId())
                .flatMap(mails::find)
                .map(IncomingMail::messageId)
                .filter(it -> it.startsWith("<"))
                .orElse(null);
    }

    /** Plain bytes: what they are is for the reader's program to find out. */
    private List<Attachment> attachments(Message answer) {
        return files.of(answer.reference()).stream()
                .filter(it -> answer.id().equals(it.messageId()))
                .flatMap(
                        it -> files
                                .open(it.id())
                                .map(content -> new Attachment(it.name(), "application/octet-stream", content))
                                .stream())
                .toList();
    }
}
