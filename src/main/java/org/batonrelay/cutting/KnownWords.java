package org.batonrelay.cutting;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of words, as it is written down: parted by blanks and lines. */
public final class KnownWords {

    private KnownWords() {}

    public static Set<String> of(String list) {
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
