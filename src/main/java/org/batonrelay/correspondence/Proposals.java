package org.batonrelay.correspondence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People who may become contacts; nobody becomes one before somebody of us says so. */
@Repository
@Transactional
public class Proposals {

    private static final int LONGEST_NAME = 200;

    private static final RowMapper<Proposal> ROWS = RecordRows.of(Proposal.class);

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Batons batons;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Contacts contacts, Batons batons, Clock clock) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.batons = batons;
        this.clock = clock;
    }

    /** Proposes somebody once; nothing for who is a contact already, or was declined. */
    public void propose(Message message, String name, String email) {
        LeadReference reference = message.reference();
        boolean known = contacts.find(reference, email).isPresent()
                || jdbc.sql("select count(*) from contact_proposal where reference = :reference and email = :email")
                                .param("reference", reference.value())
                                .param("email", email)
                                .query(Integer.class)
                                .single()
                        > 0;
        if (!known) {
            jdbc.sql("insert into contact_proposal (id, reference, message_id, name, email, proposed_at)"
                            + " values (:id, :reference, :message, :name, :email, :now)")
                    .param("id", UUID.randomUUID().toString())
                    .param("reference", reference.value())
                    .param("message", message.id())
                    .param("name", Correspondence.cut(name.isBlank() ? email : name, LONGEST_NAME - 1))
                    .param("email", email)
                    .param("now", now())
                    .update();
        }
    }

    /** Those that nobody has decided on, oldest first. */
    @Transactional(readOnly = true)
    public List<Proposal> of(LeadReference reference) {
        return jdbc.sql("select * from contact_proposal where reference = :reference and settled_at is null"
                        + " order by proposed_at, id")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    /**
     * Makes them a contact.
     *
     * @throws Refusal when somebody else has decided meanwhile
     */
    public Contact take(LeadReference reference, String id, String by) {
        Proposal proposal = settle(reference, id, by);
        Contact contact = contacts.add(reference, proposal.name(), proposal.email(), null, null, null);
        batons.clear(reference, Flag.ONE_CONTACT, contacts.of(reference).size() + " contacts");
        return contact;
    }

    /** @throws Refusal when somebody else has decided meanwhile */
    public void decline(LeadReference reference, String id, String by) {
        settle(reference, id, by);
    }

    private Proposal settle(LeadReference reference, String id, String by) {
        Proposal proposal = of(reference).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("Somebody else has already decided about this person."));
        jdbc.sql("update contact_proposal set settled_at = :now, settled_by = :by where id = :id")
                .param("now", now())
                .param("by", by)
                .param("id", id)
                .update();
        return proposal;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
