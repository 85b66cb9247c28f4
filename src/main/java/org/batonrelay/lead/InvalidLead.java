package org.batonrelay.lead;

import java.util.List;
import java.util.stream.Collectors;
import org.batonrelay.engine.Refusal;

/** A lead that cannot be taken as it is; names everything that is wrong with it at once. */
public final class InvalidLead extends Refusal {

    /** @param field as in {@code POST /api/leads} */
    public record Fault(String field, String message) {}

    private final transient List<Fault> faults;

    public InvalidLead(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
