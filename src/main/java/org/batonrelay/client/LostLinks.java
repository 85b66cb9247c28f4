package org.batonrelay.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.mail.HouseName;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends clients the links to their pages anew. Whoever asks learns nothing: looking the address up and writing the mail
 * is an errand, so that a known address takes no longer than an unknown one.
 */
@Component
class LostLinks implements Errand<LostLinks.Asked> {

    private static final ErrandName<Asked> NAME = new ErrandName<>("lost-link", Asked.class);

    record Asked(String time, String address) {}

    private static final int EACH = 3;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{3,189}");

    private final HourlyLimit limit;
    private final Errands errands;
    private final Contacts contacts;
    private final ContactLinks links;
    private final Leads leads;
    private final Batons batons;
    private final Post post;
    private final HouseName house;
    private final PageSettings settings;

    LostLinks(
            HourlyLimit limit,
            Errands errands,
            Contacts contacts,
            ContactLinks links,
            Leads leads,
            Batons batons,
            Post post,
            HouseName house,
            PageSettings settings) {
        this.limit = limit;
        this.errands = errands;
        this.contacts = contacts;
        this.links = links;
        this.leads = leads;
        this.batons = batons;
        this.post = post;
        this.house = house;
        this.settings = settings;
    }

    static boolean looksLikeOne(String address) {
        return ADDRESS.matcher(address).matches();
    }

    /** Nothing happens when this address, or all the world, has asked too often within the hour. */
    @Transactional
    public void askFor(String address) {
        // the same for all spellings of an address; a hash, because the address may be a stranger's
        String who = UUID.nameUUIDFromBytes(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
        if (limit.mayTry(NAME.value(), who, EACH, settings.lostLinksAnHour())) {
            errands.later(null, NAME, new Asked(UUID.randomUUID().toString(), address));
        }
    }

    @Override
    public ErrandName<Asked> name() {
        return NAME;
    }

    /** To the address that we know, which need not be spelt as the one that was asked for. */
    @Override
    @Transactional
    public void run(Asked told) {
        limit.forget();
        List<Contact> pages = contacts.withAddress(told.address()).stream()
                .filter(it -> it.email() != null && it.reachable())
                .filter(it -> batons.find(it.reference())
                        .filter(baton -> baton.state() != Baton.State.CLOSED)
                        .isPresent())
                .toList();
        // spellings of one address (anna+1, anna+2) fill nobody's mailbox either
        boolean wanted =
                !pages.isEmpty() && limit.mayTry(NAME + "-mail", pages.get(0).id(), EACH, settings.lostLinksAnHour());
        if (wanted) {
            post.sendAsked(letter(told.time(), pages));
        }
    }

    private Letter letter(String time, List<Contact> pages) {
        Contact newest = pages.get(pages.size() - 1);
        return new Letter(
                NAME + ":" + time,
                NAME.value(),
                newest.locale(),
                newest.name(),
                String.valueOf(newest.email()),
                Map.of(
                        "name",
                        newest.name(),
                        "signer",
                        house.value(),
                        "pages",
                        pages.stream()
                                .map(it ->
                                        Map.of("organisation", leads.shownAs(it.reference()), "page", links.pageOf(it)))
                                .toList()),
                pages.size() == 1 ? newest.reference().value() : null,
                null,
                links.replyAddressOf(newest),
                true,
                null,
                List.of());
    }
}
