package org.batonrelay.meeting;

import java.util.Locale;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** What a meeting is called in mails and calendars: the client's, too, so in their language. */
@Component
class MeetingTitles {

    private final Leads leads;
    private final Contacts contacts;

    MeetingTitles(Leads leads, Contacts contacts) {
        this.leads = leads;
        this.contacts = contacts;
    }

    String of(LeadReference reference) {
        boolean german = contacts.main(reference)
                .map(Contact::locale)
                .filter(Locale.GERMAN::equals)
                .isPresent();
        return leads.shownAs(reference) + (german ? ": unser Termin" : ": our meeting");
    }
}
