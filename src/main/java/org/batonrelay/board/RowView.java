package org.batonrelay.board;

import java.util.List;

/** A lead in a list, in words; empty where there is nothing to say. */
record RowView(
        String reference,
        String client,
        String contact,
        String state,
        String leg,
        String holder,
        String since,
        String offeredTo,
        String next,
        String due,
        boolean late,
        List<String> flags,
        String value) {}
