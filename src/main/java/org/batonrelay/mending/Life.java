package org.batonrelay.mending;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a baton that has not ended can still go on: in its relay there is a task that somebody may do, a clock that
 * will run out, or an incident. The watch of a leg, a mail on its way and a clock that only reminds are no life: they
 * bring nobody on.
 *
 * <p>All batons are asked by one statement, along indexes; only the few of which it is not sure are looked at by
 * themselves. Long because what counts as life stands in one place.
 */
@Component
public class Life {

    /**
     * A baton that cannot go on.
     *
     * @param nothingLeft whether there is nothing that could be set going again, such as a task of people who have left
     * @param missing what is missing, in sentences
     */
    public record Parted(LeadReference reference, boolean nothingLeft, String missing) {}

    private static final LocalDateTime NEVER = LocalDateTime.of(9000, 1, 1, 0, 0);
    private static final String NOBODY = "";

    private static final String TREE = " from ACT_RU_EXECUTION R"
            + " join ACT_RU_EXECUTION I on I.ROOT_PROC_INST_ID_ = R.ID_ and I.PARENT_ID_ is null"
            + " and I.PROC_DEF_ID_ not like 'leg-watch:%'";
    private static final String OF_BATON =
            " where R.BUSINESS_KEY_ = b.reference and R.SUPER_EXEC_ is null and R.PROC_DEF_ID_ like 'relay:%'";

    private static final String CANDIDATE =
            " exists (select 1 from ACT_RU_IDENTITYLINK L where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate'";
    private static final String SOMEBODY_NAMED = " and (T.ASSIGNEE_ is not null or" + CANDIDATE + "))";
    private static final String SOMEBODY_WORKING = " and (T.ASSIGNEE_ in (:working) or T.ASSIGNEE_ is null and"
            + CANDIDATE + " and (L.USER_ID_ in (:working) or L.GROUP_ID_ in (:staffed))))";
    private static final String TASK = "exists (select 1" + TREE
            + " join ACT_RU_TASK T on T.PROC_INST_ID_ = I.ID_ and T.SUSPENSION_STATE_ = 1" + OF_BATON;
    private static final String CLOCK = "exists (select 1" + TREE
            + " join ACT_RU_JOB J on J.PROCESS_INSTANCE_ID_ = I.ID_ and J.TYPE_ = 'timer' and J.SUSPENSION_STATE_ = 1"
            + " and J.RETRIES_ > 0 and J.DUEDATE_ < :never and J.JOB_DEF_ID_ not in (:circling)" + OF_BATON + ")";
    private static final String OPEN = " b.state in ('running', 'waiting', 'recycled') and not exists"
            + " (select 1 from lead_on_hold h where h.reference = b.reference and h.went_on_at is null)";
    private static final String SUSPECTS = "select b.reference from baton b where" + OPEN + " and not " + CLOCK;

    /** Born suspended, or stopped by themselves, while their process goes on. */
    private static final String STANDING = "select b.reference, D.PROC_DEF_ID_, D.ACT_ID_ from ACT_RU_JOB J"
            + " join ACT_RU_EXECUTION I on I.ID_ = J.PROCESS_INSTANCE_ID_ and I.SUSPENSION_STATE_ = 1"
            + " join baton b on b.reference = I.BUSINESS_KEY_"
            + " join ACT_RU_JOBDEF D on D.ID_ = J.JOB_DEF_ID_"
            + " where J.SUSPENSION_STATE_ = 2 and (J.DUEDATE_ is null or J.DUEDATE_ < :never) and" + OPEN;

    private static final String ONE = " and b.reference = :reference";

    private final JdbcClient jdbc;
    private final People people;
    private final LifeOfOne one;
    private final WaysOn ways;
    private final StepNames names;
    private volatile List<String> circling = List.of();

    Life(JdbcClient jdbc, People people, LifeOfOne one, WaysOn ways, StepNames names) {
        this.jdbc = jdbc;
        this.people = people;
        this.one = one;
        this.ways = ways;
        this.names = names;
    }

    /** All that cannot go on now. */
    public List<Parted> parted() {
        circling = findCircling();
        Map<LeadReference, Parted> found = new LinkedHashMap<>();
        standing().forEach(parted -> found.put(parted.reference(), parted));
        suspectsWithPeople("", null).stream()
                .map(reference -> one.judge(reference))
                .flatMap(Optional::stream)
                .forEach(parted -> found.put(parted.reference(), parted));
        return List.copyOf(found.values());
    }

    /** Those of which a clock stands still although nobody has put the lead on hold. */
    public List<Parted> standing() {
        return standing("", null);
    }

    /** Whether one cannot go on, by one statement where it lives; whoever is named for a task may have left. */
    public Optional<Parted> look(LeadReference reference) {
        return suspects(SOMEBODY_NAMED + ")" + ONE, reference, Map.of()).stream()
                .flatMap(suspect -> one.judge(suspect).stream())
                .findFirst();
    }

    /** The same, as closely as all are looked at. */
    public Optional<Parted> lookClosely(LeadReference reference) {
        circling = findCircling();
        return Stream.concat(
                        suspectsWithPeople(ONE, reference).stream().flatMap(suspect -> one.judge(suspect).stream()),
                        standing(ONE, reference).stream())
                .findFirst();
    }

    private List<LeadReference> suspectsWithPeople(String more, @Nullable LeadReference reference) {
        return suspects(
                SOMEBODY_WORKING + ")" + more,
                reference,
                Map.of("working", orNobody(people.working()), "staffed", orNobody(people.staffed())));
    }

    private List<LeadReference> suspects(
            String rest, @Nullable LeadReference reference, Map<String, Collection<String>> whoWorks) {
        var statement = jdbc.sql(SUSPECTS + " and not " + TASK + rest)
                .param("circling", orNobody(circling))
                .param("never", NEVER)
                .params(whoWorks);
        return (reference == null ? statement : statement.param("reference", reference.value()))
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }

    private List<Parted> standing(String more, @Nullable LeadReference reference) {
        var statement = jdbc.sql(STANDING + more + " order by b.reference").param("never", NEVER);
        Map<String, List<String>> clocks = new LinkedHashMap<>();
        (reference == null ? statement : statement.param("reference", reference.value())).query(row -> {
            clocks.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                    .add(names.of(row.getString(2), row.getString(3)));
        });
        List<Parted> found = new ArrayList<>();
        clocks.forEach((lead, stopped) -> found.add(new Parted(
                new LeadReference(lead),
                false,
                "These clocks stand still although nobody has put the lead on hold: "
                        + String.join(", ", stopped.stream().distinct().toList())
                        + ". An administrator can set them going by activating the process in Cockpit.")));
        return found;
    }

    private List<String> findCircling() {
        return jdbc
                .sql("select ID_, PROC_DEF_ID_, ACT_ID_ from ACT_RU_JOBDEF where JOB_TYPE_ like 'timer%'")
                .query((row, number) -> Map.entry(row.getString(1), ways.circles(row.getString(2), row.getString(3))))
                .list()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Collection<String> orNobody(Collection<String> ids) {
        return ids.isEmpty() ? List.of(NOBODY) : ids;
    }
}
