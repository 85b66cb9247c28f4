package org.batonrelay.team;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The decision {@code lead-assignment}, as its latest readable version says. What a version says of somebody never
 * changes, so it is evaluated once; that a newer one is there costs one statement to find out.
 */
@Component
public class Shares implements ReadsDecision {

    private record Asked(@Nullable String version, String group, String person) {}

    private final Decisions decisions;
    private final Map<Asked, Share> known = new ConcurrentHashMap<>();

    Shares(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("lead-assignment");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        Share.of(outputs);
    }

    /** The table as it is at one moment. */
    public Table table(@Nullable String executionId) {
        String version = decisions.latest("lead-assignment");
        return (group, person) -> of(new Asked(version, group, person), executionId);
    }

    public interface Table {

        /** @param person a user id; empty for the group as such */
        Share of(String group, String person);

        default Share.Mode mode(String group) {
            return of(group, "").mode();
        }
    }

    private Share of(Asked asked, @Nullable String executionId) {
        Share share = known.get(asked);
        return share == null ? read(asked, executionId) : share;
    }

    /** What an older version had to help out with is asked again: the incident says so until somebody mends it. */
    private Share read(Asked asked, @Nullable String executionId) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("group", asked.group());
        inputs.put("person", asked.person());
        return decisions.decide("lead-assignment", inputs, executionId, (outputs, rule) -> {
            Share share = Share.of(outputs);
            if (rule.version().equals(asked.version())) {
                known.put(asked, share);
            }
            return share;
        });
    }
}
