package org.batonrelay.chat;

import org.batonrelay.ledger.LeadReference;

/** Says who may see a lead, where nobody is logged in: somebody writes in Slack. */
public interface LeadRights {

    boolean sees(String person, LeadReference lead);
}
