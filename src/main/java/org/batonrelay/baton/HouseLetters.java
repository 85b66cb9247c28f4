package org.batonrelay.baton;

import java.util.Map;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Notices about a lead to people of the house: what the lead is called, and where more stands. */
@Component
public class HouseLetters {

    private final Leads leads;
    private final People people;
    private final Notices notices;
    private final SharedFields fields;
    private final String baseUrl;

    HouseLetters(
            Leads leads,
            People people,
            Notices notices,
            SharedFields fields,
            @Value("${baton.base-url}") String baseUrl) {
        this.leads = leads;
        this.people = people;
        this.notices = notices;
        this.fields = fields;
        this.baseUrl = baseUrl;
    }

    /** Tells what stays true, at once or when the reader works again; see {@link #notice}. */
    public void write(String key, String template, LeadReference reference, Holder to, Map<String, ?> more) {
        tell(notice(key, template, reference, to, more));
    }

    /**
     * Call it from an {@link org.batonrelay.engine.Errand}: it speaks to servers. For what may not be true any more
     * when the reader works again, name that errand by {@link Notice#toldBy}.
     */
    public void tell(Notice notice) {
        notices.tell(notice);
    }

    /**
     * @param key names this notice for ever; each reader is told once
     * @param more what the template shows, beside {@code reference}, {@code organisation}, {@code reader}, {@code page}
     *     and {@code tasklist}; a partner reads no more of it than is shared
     */
    public Notice notice(String key, String template, LeadReference reference, Holder to, Map<String, ?> more) {
        return Notice.of(key, template, Recipient.of(to.value()))
                .about(reference.value())
                .showing(fields.with(to, reference).words(more))
                .showing(Map.of(
                        "reference",
                        reference.value(),
                        "organisation",
                        leads.organisationOf(reference),
                        "page",
                        baseUrl + "/leads/" + reference,
                        "tasklist",
                        baseUrl + "/camunda/app/tasklist/default/"));
    }

    /** The address at which Tasklist opens this task. */
    public String task(String id) {
        return baseUrl + "/camunda/app/tasklist/default/#/?task=" + id;
    }

    public String nameOf(Holder holder) {
        return holder.isGroup()
                ? people.groupName(holder.id())
                : people.person(holder.id()).map(Person::name).orElse(holder.id());
    }
}
