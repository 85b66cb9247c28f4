package org.batonrelay.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.jspecify.annotations.Nullable;

/**
 * Something that people of the house are to hear of.
 *
 * @param key names it for ever: nobody is told twice under one key
 * @param template the name of {@code forms/mails/<template>.en.md}; the same words go to a chat channel
 * @param model what the template shows, beside {@code reader}; every value is escaped
 * @param personal what it shows to this reader only, such as a link that is theirs
 * @param reference of the lead it is about, or null
 * @param fromName the name shown as a mail's sender, or null for the house
 * @param answers the address to which this reader answers by mail, or null; asked for when the reader is told
 * @param again the errand that finds out anew whether this is still to be told, once the reader works again; null for
 *     what stays true: it is then kept as it is
 * @param topic under which {@link Notices#replace} finds what was said in a channel, or null
 * @param buttons what a channel can offer beside the words
 */
public record Notice(
        String key,
        String template,
        Recipient to,
        Map<String, Object> model,
        Function<Recipient, Map<String, Object>> personal,
        @Nullable String reference,
        @Nullable String fromName,
        @Nullable Function<Recipient, String> answers,
        Urgency urgency,
        @Nullable Again<?> again,
        @Nullable String topic,
        List<Button> buttons) {

    public enum Urgency {
        /** Whatever the hour. */
        NOW,
        /** Not before the reader works again. */
        IN_HOURS
    }

    /** An errand, and what it is told to do. */
    public record Again<O>(ErrandName<O> errand, O order) {

        void at(Instant due, Errands errands) {
            errands.at(due, errand, order);
        }
    }

    /**
     * @param action what a {@link SlackButton} is found by; null for a mere link
     * @param value what the button is about, or the address of a link
     */
    public record Button(String label, @Nullable String action, String value) {}

    /** A notice in working hours, about nothing in particular. */
    public static Notice of(String key, String template, Recipient to) {
        return new Notice(
                key,
                template,
                to,
                Map.of(),
                reader -> Map.of(),
                null,
                null,
                null,
                Urgency.IN_HOURS,
                null,
                null,
                List.of());
    }

    public Notice about(String lead) {
        return new Notice(key, template, to, model, personal, lead, fromName, answers, urgency, again, topic, buttons);
    }

    public Notice showing(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.putAll(more);
        return new Notice(
                key, template, to, all, personal, reference, fromName, answers, urgency, again, topic, buttons);
    }

    public Notice showingEach(Function<Recipient, Map<String, Object>> theirs) {
        return new Notice(
                key, template, to, model, theirs, reference, fromName, answers, urgency, again, topic, buttons);
    }

    /** It comes in this name, and each reader answers it by mail to an address of their own. */
    public Notice answeredTo(@Nullable String name, Function<Recipient, String> address) {
        return new Notice(key, template, to, model, personal, reference, name, address, urgency, again, topic, buttons);
    }

    public Notice atOnce() {
        return new Notice(
                key, template, to, model, personal, reference, fromName, answers, Urgency.NOW, again, topic, buttons);
    }

    /** Held back, it is told by this errand, which runs again and may find that it is no longer so. */
    public <O> Notice toldBy(ErrandName<O> errand, O order) {
        Again<O> same = new Again<>(errand, order);
        return new Notice(
                key, template, to, model, personal, reference, fromName, answers, urgency, same, topic, buttons);
    }

    public Notice replaceable(String name) {
        return new Notice(
                key, template, to, model, personal, reference, fromName, answers, urgency, again, name, buttons);
    }

    public Notice with(Button button) {
        List<Button> all = new ArrayList<>(buttons);
        all.add(button);
        return new Notice(key, template, to, model, personal, reference, fromName, answers, urgency, again, topic, all);
    }
}
