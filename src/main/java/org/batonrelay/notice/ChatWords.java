package org.batonrelay.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.mail.Wordings;
import org.springframework.stereotype.Component;

/** The words of a notice for a chat; where a mail would be answered by Reply, {@code answerTo} is where to write to. */
@Component
class ChatWords {

    private final Wordings wordings;

    ChatWords(Wordings wordings) {
        this.wordings = wordings;
    }

    ChatText of(Notice notice, Reader reader, ChatText.Style style) {
        Map<String, Object> model = new HashMap<>(MailChannel.model(notice, reader));
        if (notice.answers() != null) {
            model.put("answerTo", notice.answers().apply(reader.recipient()));
        }
        return ChatText.of(wordings.of(notice.template(), Locale.ENGLISH, model), style);
    }
}
