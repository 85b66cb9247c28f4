package org.batonrelay.calendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between a BEGIN and its END. */
class IcsComponent {

    private final String name;
    private final List<IcsLine> lines = new ArrayList<>();
    private final List<IcsComponent> parts = new ArrayList<>();
    private boolean complete;

    private IcsComponent(String name) {
        this.name = name;
    }

    /** The whole file as one component without a name; it is complete where each of its calendars is. */
    static IcsComponent read(byte[] file) {
        IcsComponent root = new IcsComponent("");
        Deque<IcsComponent> open = new ArrayDeque<>(List.of(root));
        for (IcsLine line : IcsLine.read(file)) {
            switch (line.name()) {
                case "BEGIN" -> begin(open, name(line));
                case "END" -> end(open, name(line));
                default -> open.getFirst().lines.add(line);
            }
        }
        root.complete = open.size() == 1;
        return root;
    }

    private static String name(IcsLine line) {
        return line.value().toUpperCase(Locale.ROOT);
    }

    private static void begin(Deque<IcsComponent> open, String name) {
        // whatever has not ended ends where its like begins
        while (open.stream().anyMatch(it -> it.name.equals(name))) {
            open.removeFirst();
        }
        IcsComponent begun = new IcsComponent(name);
        open.getFirst().parts.add(begun);
        open.addFirst(begun);
    }

    private static void end(Deque<IcsComponent> open, String name) {
        if (open.stream().anyMatch(it -> it.name.equals(name))) {
            while (!open.getFirst().name.equals(name)) {
                open.removeFirst();
            }
            open.removeFirst().complete = true;
        }
    }

    boolean isComplete() {
        return complete;
    }

    Stream<IcsComponent> parts(String wanted) {
        return parts.stream().filter(it -> it.name.equals(wanted));
    }

    Stream<IcsLine> lines(String wanted) {
        return lines.stream().filter(it -> it.name().equals(wanted));
    }

    Optional<IcsLine> line(String wanted) {
        return lines(wanted).findFirst();
    }

    /** In capital letters; empty where there is no such line. */
    String word(String wanted) {
        return line(wanted).map(it -> it.value().toUpperCase(Locale.ROOT)).orElse("");
    }
}
