package org.batonrelay.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By mail: for whoever is found nowhere else. */
@Component
@Order(4)
class MailChannel implements Channel {

    private final Post post;

    MailChannel(Post post) {
        this.post = post;
    }

    @Override
    public boolean reaches(Reader reader) {
        return reader.email() != null && !reader.email().isBlank();
    }

    @Override
    public void tell(Notice notice, Reader reader) {
        post.send(new Letter(
                notice.key() + ":" + reader.recipient().id(),
                notice.template(),
                Locale.ENGLISH,
                reader.name(),
                Objects.requireNonNull(reader.email()),
                model(notice, reader),
                notice.reference(),
                notice.fromName(),
                notice.answers() == null ? null : notice.answers().apply(reader.recipient()),
                true,
                null,
                List.of()));
    }

    static Map<String, Object> model(Notice notice, Reader reader) {
        Map<String, Object> model = new HashMap<>(notice.model());
        model.put("reader", reader.name());
        model.putAll(notice.personal().apply(reader.recipient()));
        return model;
    }
}
