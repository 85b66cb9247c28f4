package org.batonrelay.figures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;

/**
 * How often the baton was dropped, where and why, in what the ledger says of a stretch of time.
 *
 * @param passes batons that somebody accepted
 * @param drops offers that nobody took until it was too late
 * @param where the exchanges by their drops, the worst first
 * @param causes the causes by their drops, the most frequent first; a manager's word counts for more than the clock's
 * @param look the leads dropped most often, up to five, the latest first among equals
 */
public record DropReport(
        long passes, long drops, Map<String, Long> where, Map<String, Long> causes, List<LeadReference> look) {

    private static final int TO_LOOK_AT = 5;

    /** @param entries accepted, dropped and explained, oldest first */
    public static DropReport of(List<LedgerEntry> entries) {
        Map<String, String> explained = new LinkedHashMap<>();
        ofType(entries, EntryType.HANDOFF_EXPLAINED)
                .forEach(entry -> explained.put(text(entry, "offerId"), text(entry, "cause")));
        List<LedgerEntry> dropped = ofType(entries, EntryType.HANDOFF_DROPPED);
        return new DropReport(
                ofType(entries, EntryType.HANDOFF_ACCEPTED).size(),
                dropped.size(),
                counted(dropped, entry -> String.valueOf(entry.exchange())),
                counted(dropped, entry -> explained.getOrDefault(text(entry, "offerId"), text(entry, "cause"))),
                mostDropped(dropped));
    }

    public boolean isEmpty() {
        return passes + drops == 0;
    }

    private static List<LeadReference> mostDropped(List<LedgerEntry> dropped) {
        Map<LeadReference, Long> times =
                dropped.stream().collect(Collectors.groupingBy(LedgerEntry::reference, Collectors.counting()));
        Map<LeadReference, Long> last =
                dropped.stream().collect(Collectors.toMap(LedgerEntry::reference, LedgerEntry::id, Math::max));
        return times.keySet().stream()
                .sorted(Comparator.<LeadReference, Long>comparing(times::get)
                        .thenComparing(last::get)
                        .reversed())
                .limit(TO_LOOK_AT)
                .toList();
    }

    static Map<String, Long> counted(List<LedgerEntry> entries, Function<LedgerEntry, String> by) {
        Map<String, Long> counts = entries.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    static List<LedgerEntry> ofType(List<LedgerEntry> entries, EntryType type) {
        return entries.stream().filter(entry -> entry.type() == type).toList();
    }

    static String text(LedgerEntry entry, String name) {
        return String.valueOf(entry.detail().getOrDefault(name, "unknown"));
    }
}
