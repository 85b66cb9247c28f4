package org.batonrelay.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Brings a client's message to whoever holds the lead, where they look; a plain reply to the mail reaches the client. */
@Component
public class MessageNotice implements Errand<MessageNotice.Received> {

    public static final ErrandName<Received> NAME = new ErrandName<>("message-received", Received.class);

    /** @param hint {@link #TO_SORT}, {@link #UNPROVEN}, {@link #MARKED} or empty */
    public record Received(String message, String hint) {}

    /** It answers a summary, and somebody has to say what it means. */
    public static final String TO_SORT = "to-sort";

    /** Nothing but the address says who sent it. */
    public static final String UNPROVEN = "unproven";

    /** A program sent it, or marked it as its own; a person may have written it all the same. */
    public static final String MARKED = "marked";

    private final Messages messages;
    private final Speakers speakers;
    private final ReaderToday reader;
    private final AnswerAddresses addresses;
    private final Files files;
    private final Proposals proposals;
    private final HouseLetters letters;

    MessageNotice(
            Messages messages,
            Speakers speakers,
            ReaderToday reader,
            AnswerAddresses addresses,
            Files files,
            Proposals proposals,
            HouseLetters letters) {
        this.messages = messages;
        this.speakers = speakers;
        this.reader = reader;
        this.addresses = addresses;
        this.files = files;
        this.proposals = proposals;
        this.letters = letters;
    }

    @Override
    public ErrandName<Received> name() {
        return NAME;
    }

    @Override
    public void run(Received told) {
        Message message = messages.find(told.message()).orElseThrow();
        String who = speakers.nameOf(message);
        Map<String, Object> model = model(message);
        model.put("who", who);
        model.put("toSort", told.hint().equals(TO_SORT));
        model.put("unproven", told.hint().equals(UNPROVEN));
        model.put("marked", told.hint().equals(MARKED));
        letters.tell(letters.notice(
                        NAME.value() + ":" + message.id(),
                        NAME.value(),
                        message.reference(),
                        reader.of(message.reference()),
                        model)
                .answeredTo(who, to -> addresses.make(message, to.id()))
                .toldBy(NAME, told));
    }

    private Map<String, Object> model(Message message) {
        LeadReference reference = message.reference();
        Map<String, Object> model = new HashMap<>();
        model.put("subject", Objects.requireNonNullElse(message.subject(), "a message"));
        model.put("inChat", message.channel() == Channel.CHAT);
        model.put("onPage", message.channel() == Channel.PAGE);
        model.put("text", message.text());
        List<String> enclosed = files.of(reference).stream()
                .filter(it -> message.id().equals(it.messageId()))
                .map(it -> it.refused() == null ? it.name() : it.refused())
                .toList();
        List<String> copied = proposals.of(reference).stream()
                .filter(it -> message.id().equals(it.messageId()))
                .map(it -> it.name() + ", " + it.email())
                .toList();
        model.put("hasFiles", !enclosed.isEmpty());
        model.put("files", enclosed);
        model.put("hasPeople", !copied.isEmpty());
        model.put("people", copied);
        return model;
    }
}
