package org.batonrelay.inbound.signed;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How people sign who know each other: with the beginning of their first name, or a pet name. */
public final class ShortNames {

    /** Those that are no beginning of the name that they stand for. */
    private static final Map<String, Set<String>> PET_NAMES = Map.ofEntries(
            Map.entry("bob", Set.of("robert")),
            Map.entry("bobby", Set.of("robert")),
            Map.entry("bill", Set.of("william")),
            Map.entry("jim", Set.of("james")),
            Map.entry("mike", Set.of("michael")),
            Map.entry("dave", Set.of("david")),
            Map.entry("tony", Set.of("anthony", "antonio", "anton")),
            Map.entry("toni", Set.of("anton", "antonia")),
            Map.entry("kate", Set.of("katherine", "catherine", "katharina", "katharine")),
            Map.entry("katie", Set.of("katherine", "catherine")),
            Map.entry("kathy", Set.of("katherine", "catherine", "kathleen")),
            Map.entry("liz", Set.of("elizabeth", "elisabeth")),
            Map.entry("beth", Set.of("elizabeth", "elisabeth")),
            Map.entry("maggie", Set.of("margaret")),
            Map.entry("peggy", Set.of("margaret")),
            Map.entry("sue", Set.of("susan", "susanne")),
            Map.entry("jenny", Set.of("jennifer")),
            Map.entry("joe", Set.of("joseph", "josef")),
            Map.entry("sepp", Set.of("josef")),
            Map.entry("penny", Set.of("penelope")),
            Map.entry("ted", Set.of("edward", "theodore")),
            Map.entry("ned", Set.of("edward")),
            Map.entry("charlie", Set.of("charles", "charlotte")),
            Map.entry("harry", Set.of("henry", "harald")),
            Map.entry("jack", Set.of("john")),
            Map.entry("johnny", Set.of("john")),
            Map.entry("uli", Set.of("ulrich", "ulrike")),
            Map.entry("andi", Set.of("andreas", "andrea")),
            Map.entry("andy", Set.of("andrew", "andreas")),
            Map.entry("basti", Set.of("sebastian")),
            Map.entry("steffi", Set.of("stefanie", "stephanie")),
            Map.entry("conny", Set.of("cornelia")),
            Map.entry("hannes", Set.of("johannes")),
            Map.entry("fritz", Set.of("friedrich")),
            Map.entry("heinz", Set.of("heinrich")),
            Map.entry("hans", Set.of("johannes")),
            Map.entry("flo", Set.of("florian")),
            Map.entry("susi", Set.of("susanne", "susanna")));

    private ShortNames() {}

    /** What somebody's first name is cut down to: "Dan", "Bob". */
    public static Stream<String> of(String name) {
        return Signer.words(name)
                .limit(1)
                .flatMap(first -> Stream.concat(
                        IntStream.range(3, first.length()).mapToObj(end -> first.substring(0, end)),
                        PET_NAMES.entrySet().stream()
                                .filter(it -> it.getValue().contains(first))
                                .map(Map.Entry::getKey)))
                .filter(word -> !Doubtful.is(word));
    }
}
