package org.batonrelay.chat;

import java.util.List;
import java.util.Locale;
import org.batonrelay.RunningBaton;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visitors who talk to a running Baton, each from an address of their own. */
abstract class TalkingVisitors extends RunningBaton {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    Contacts contacts;

    final Visitor begun() {
        Visitor visitor = new Visitor(port);
        visitor.begin();
        return visitor;
    }

    /** Anna Berg of this organisation, whose lead is taken in; five messages have been said. */
    final Visitor known(String organisation) {
        Visitor anna = begun();
        String domain = organisation.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
        anna.say("I'm Anna Berg from " + organisation);
        anna.say("anna@" + domain);
        return anna;
    }

    final LeadReference leadOf(Visitor visitor) {
        return new LeadReference(jdbc.sql("select reference from chat where id = :id")
                .param("id", visitor.id)
                .query(String.class)
                .single());
    }

    final List<EntryType> types(LeadReference reference) {
        return ledger.of(reference).stream().map(LedgerEntry::type).toList();
    }

    /** Runs the errands of this name that are about this, as the job executor would. */
    final void run(String errand, String about) {
        waiting(errand, about).forEach(management::executeJob);
    }

    /** The ids of their jobs. */
    final List<String> waiting(String errand, String about) {
        return errandsOf(errand, about).stream().map(Job::getId).toList();
    }
}
