package org.batonrelay.meeting;

/** What is new about a meeting for whoever reads its invitation. */
enum InvitationNews {
    FIRST,
    NEW_TIME,
    /** Somebody else of ours looks after them now. */
    NEW_HOST
}
