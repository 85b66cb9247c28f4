package org.batonrelay.relay;

import java.time.LocalDate;
import org.batonrelay.ledger.LeadReference;

/**
 * What onboarding has said before the contract is signed.
 *
 * @param csm who looks after the customer then, a user id
 * @param readyOn from when
 */
public record Readiness(LeadReference reference, String csm, LocalDate readyOn) {}
