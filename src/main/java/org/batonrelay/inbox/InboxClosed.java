package org.batonrelay.inbox;

import org.jspecify.annotations.Nullable;

/** The mailbox cannot be read now. */
public class InboxClosed extends RuntimeException {

    InboxClosed(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
