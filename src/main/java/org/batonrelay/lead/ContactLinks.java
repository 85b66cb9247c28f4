package org.batonrelay.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one link of a contact to the client's page of a lead: unguessable, expiring, and kept only as a hash. Its token
 * follows from the contact and the house's secret, so that every mail carries the same link. Looking a token up by its
 * hash gives away nothing by the time it takes.
 */
@Component
@Transactional
@EnableConfigurationProperties(LeadSettings.class)
public class ContactLinks {

    private static final int REPLY_BYTES = 20;
    private static final int LONGEST_TOKEN = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final HouseSecret secret;
    private final LeadSettings settings;
    private final Contacts contacts;
    private final TransactionTemplate apart;

    ContactLinks(
            JdbcClient jdbc,
            Clock clock,
            HouseSecret secret,
            LeadSettings settings,
            Contacts contacts,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secret = secret;
        this.settings = settings;
        this.contacts = contacts;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The absolute address of the contact's page; makes or renews the link. */
    public String pageOf(Contact contact) {
        renew(contact);
        return settings.baseUrl() + "/c/" + pageToken(contact);
    }

    /**
     * The address that answers of this contact come back to ({@code reply+token@domain}); its token opens no page. In
     * small letters, because mail servers do not keep the case.
     */
    public String replyAddressOf(Contact contact) {
        renew(contact);
        LeadSettings.Mail mail = settings.mail();
        return mail.replyPrefix() + "+" + replyToken(contact) + "@" + mail.domain();
    }

    /** Whose link this is; empty for a wrong or expired one. */
    @Transactional(readOnly = true)
    public Optional<Contact> open(String token) {
        return find("token_hash = :hash and expires_at > :now", token);
    }

    /** Whose link this is or was: an expired one shows nothing, but still says who wants no more mail. */
    @Transactional(readOnly = true)
    public Optional<Contact> whose(String token) {
        return find("token_hash = :hash", token);
    }

    /** Whose answer comes to the address with this token; such an address does not expire. */
    @Transactional(readOnly = true)
    public Optional<Contact> answering(String replyToken) {
        return find("reply_hash = :hash", replyToken.toLowerCase(Locale.ROOT));
    }

    /** The relay was given up: no link of its contacts opens a page any more. */
    public void expire(LeadReference reference) {
        jdbc.sql("update client_link set expires_at = :now where reference = :reference and expires_at > :now")
                .param("now", now())
                .param("reference", reference.value())
                .update();
    }

    private Optional<Contact> find(String condition, String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return jdbc.sql("select contact_id from client_link where " + condition)
                .param("hash", hash(token))
                .param("now", now())
                .query(String.class)
                .optional()
                .flatMap(contacts::find);
    }

    /** Written seldom, and in a transaction of its own: two mails at once do not wait for each other. */
    private void renew(Contact contact) {
        Optional<OffsetDateTime> end = endOf(contact);
        if (end.isPresent() && end.get().isAfter(now().plus(settings.linkLife().dividedBy(2)))) {
            return;
        }
        try {
            apart.executeWithoutResult(status -> write(contact));
        } catch (DataIntegrityViolationException e) {
            // another mail was faster; or nobody but the caller knows this contact yet
            if (endOf(contact).isEmpty()) {
                write(contact);
            }
        }
    }

    private Optional<OffsetDateTime> endOf(Contact contact) {
        return jdbc.sql("select expires_at from client_link where token_hash = :hash")
                .param("hash", hash(pageToken(contact)))
                .query(OffsetDateTime.class)
                .optional();
    }

    private void write(Contact contact) {
        OffsetDateTime end = now().plus(settings.linkLife());
        int known = jdbc.sql("update client_link set expires_at = :end where token_hash = :hash")
                .param("end", end)
                .param("hash", hash(pageToken(contact)))
                .update();
        if (known == 0) {
            // a link made with an earlier secret is no good any more
            jdbc.sql("delete from client_link where contact_id = :contact")
                    .param("contact", contact.id())
                    .update();
            jdbc.sql("insert into client_link (token_hash, reply_hash, contact_id, reference, expires_at)"
                            + " values (:hash, :reply, :contact, :reference, :end)")
                    .param("hash", hash(pageToken(contact)))
                    .param("reply", hash(replyToken(contact)))
                    .param("contact", contact.id())
                    .param("reference", contact.reference().value())
                    .param("end", end)
                    .update();
        }
    }

    private String pageToken(Contact contact) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.derive(about(contact, "page")));
    }

    private String replyToken(Contact contact) {
        return HexFormat.of().formatHex(secret.derive(about(contact, "reply")), 0, REPLY_BYTES);
    }

    private static String about(Contact contact, String purpose) {
        return purpose + ":" + contact.reference() + ":" + contact.id();
    }

    private static String hash(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
