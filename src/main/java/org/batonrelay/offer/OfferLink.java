package org.batonrelay.offer;

import java.time.Instant;
import org.batonrelay.notice.Recipient;

/**
 * The link of one reader to the page of one offer.
 *
 * @param reader a person; a group where the notice went to the group's one address
 * @param used whether the offer was answered by it
 */
record OfferLink(String tokenHash, String offerId, Recipient reader, Instant expiresAt, boolean used) {}
