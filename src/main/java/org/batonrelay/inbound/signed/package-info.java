/** Tells what stands below a mail and says nothing from what somebody has written there: known lines only. */
@NullMarked
package org.batonrelay.inbound.signed;

import org.jspecify.annotations.NullMarked;
