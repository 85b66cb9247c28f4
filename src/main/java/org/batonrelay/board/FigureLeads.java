package org.batonrelay.board;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.insight.Viewer;
import org.jspecify.annotations.Nullable;

/** Finds the leads behind a number of the figures, so that the list can show them. */
public interface FigureLeads {

    /** The parameters by which an address names a figure. */
    Set<String> parameters();

    /**
     * @param said of these parameters, those that the address has
     * @param faults takes a sentence for each that cannot be read
     * @return null where no figure is named, or nothing can be found by it
     */
    @Nullable
    Condition of(Map<String, String> said, Viewer viewer, List<Fault> faults);

    /** What is shown, in words, for the head of the list. */
    String inWords(Map<String, String> said);
}
