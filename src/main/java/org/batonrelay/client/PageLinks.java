package org.batonrelay.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links that somebody of us has put on one lead's client's page. */
@Repository
@Transactional
public class PageLinks {

    public record PageLink(String id, String title, String address) {}

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    PageLinks(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In the order in which they were put there. */
    @Transactional(readOnly = true)
    public List<PageLink> of(LeadReference reference) {
        return jdbc.sql("select id, title, address from page_link where reference = :reference order by added_at, id")
                .param("reference", reference.value())
                .query((row, number) -> new PageLink(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** @throws Refusal when it is no address of a page, has no title, or is one too many */
    public void add(LeadReference reference, String title, String address, String by) {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new Refusal(
                    "Title: please say in at most " + LONGEST_TITLE + " characters what the client finds there.");
        }
        if (address.length() > LONGEST_ADDRESS || !isPage(address)) {
            throw new Refusal("Address: please give the whole address of a page, such as https://www.acme.com/help.");
        }
        if (of(reference).size() >= MOST) {
            throw new Refusal("There are " + MOST + " links already. Take one away first.");
        }
        jdbc.sql("insert into page_link (id, reference, title, address, added_by, added_at)"
                        + " values (:id, :reference, :title, :address, :by, :now)")
                .param("id", UUID.randomUUID().toString())
                .param("reference", reference.value())
                .param("title", title.strip())
                .param("address", address)
                .param("by", by)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        ledger.append(NewEntry.of(reference, EntryType.LINK_ADDED)
                .by(by)
                .with("title", title.strip())
                .with("address", address));
    }

    /** Nothing for one that is gone already. */
    public void remove(LeadReference reference, String id, String by) {
        of(reference).stream().filter(link -> link.id().equals(id)).findFirst().ifPresent(link -> {
            int removed = jdbc.sql("delete from page_link where id = :id")
                    .param("id", id)
                    .update();
            if (removed > 0) {
                ledger.append(NewEntry.of(reference, EntryType.LINK_REMOVED)
                        .by(by)
                        .with("title", link.title())
                        .with("address", link.address()));
            }
        });
    }

    private static boolean isPage(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null
                    && Set.of("http", "https")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
