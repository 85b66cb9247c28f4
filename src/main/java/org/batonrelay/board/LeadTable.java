package org.batonrelay.board;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.batonrelay.insight.Viewer;
import org.springframework.stereotype.Component;

/**
 * The list as a table to take along. Read in portions, each beginning where the one before ended: a list of any length
 * takes the same memory, and no lock for longer than a portion.
 */
@Component
class LeadTable {

    static final List<String> HEADINGS = List.of(
            "reference",
            "client",
            "contact",
            "state",
            "leg",
            "holder",
            "holder since",
            "offered to",
            "next step",
            "next step on",
            "due",
            "late",
            "flags",
            "value",
            "source",
            "campaign",
            "segment");

    private static final int AT_ONCE = 1000;

    /** Takes the cells of one row. */
    interface Cells {
        void write(List<?> cells) throws IOException;
    }

    private final LeadBoard board;

    LeadTable(LeadBoard board) {
        this.board = board;
    }

    void write(Viewer viewer, Question question, Cells table) throws IOException {
        table.write(HEADINGS);
        Order order = question.order();
        List<LeadRow> rows = board.rows(viewer, question.filter(), order, AT_ONCE, 0);
        while (!rows.isEmpty()) {
            for (LeadRow row : rows) {
                table.write(cells(row));
            }
            LeadRow last = rows.get(rows.size() - 1);
            order = order.after(order.token(last.key(), last.reference()));
            rows = rows.size() < AT_ONCE ? List.of() : board.rows(viewer, question.filter(), order, AT_ONCE, 0);
        }
    }

    private static List<?> cells(LeadRow row) {
        return Arrays.asList(
                row.reference(),
                row.organisation(),
                row.contact(),
                row.state(),
                row.leg(),
                row.holder(),
                row.holderSince(),
                row.offeredTo(),
                row.nextStep(),
                row.nextStepOn(),
                row.due(),
                row.late() ? "late" : null,
                String.join(",", row.flags()),
                row.value(),
                row.source(),
                row.campaign(),
                row.segment());
    }
}
