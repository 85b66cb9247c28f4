package org.batonrelay.notice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notice as it is kept overnight, for one reader. */
record KeptNotice(
        String template,
        Map<String, Object> model,
        @Nullable String reference,
        @Nullable String fromName,
        @Nullable String replyTo,
        @Nullable String topic,
        List<Notice.Button> buttons) {

    static KeptNotice of(Notice notice, Recipient reader) {
        Notice theirs = notice.showing(notice.personal().apply(reader));
        return new KeptNotice(
                notice.template(),
                theirs.model(),
                notice.reference(),
                notice.fromName(),
                notice.answers() == null ? null : notice.answers().apply(reader),
                notice.topic(),
                notice.buttons());
    }

    Notice notice(String key, Recipient reader) {
        return new Notice(
                key,
                template,
                reader,
                model,
                it -> Map.of(),
                reference,
                fromName,
                replyTo == null ? null : it -> replyTo,
                Notice.Urgency.IN_HOURS,
                null,
                topic,
                buttons);
    }
}
