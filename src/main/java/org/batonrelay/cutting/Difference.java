package org.batonrelay.cutting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.batonrelay.cutting.QuotedText.Change;

/**
 * The lines in which two texts differ, whatever lines they are broken into: the longest row of words that both have is
 * what stayed, and a line with any other word is one that differs.
 */
final class Difference {

    /** A table of so many pairs of words is filled in a moment; longer texts are compared by their lines. */
    private static final long MOST_PAIRS = 6_000_000;

    private final Side before;
    private final Side now;

    private Difference(Side before, Side now) {
        this.before = before;
        this.now = now;
    }

    static Change between(String sent, String quoted) {
        Difference both = new Difference(Side.of(sent), Side.of(quoted));
        both.compare();
        int stayed = both.now.same.cardinality();
        boolean ours = stayed > 2 && stayed * 3 >= Math.min(both.now.words.size(), both.before.words.size());
        return new Change(ours, both.now.linesThatDiffer(0, both.now.words.size()), ours ? both.missing() : List.of());
    }

    /** A quote may begin later and end earlier than the letter; only what is missing in between was taken out. */
    private List<String> missing() {
        return before.linesThatDiffer(before.same.nextSetBit(0), before.same.length());
    }

    private void compare() {
        int head = 0;
        int shorter = Math.min(before.words.size(), now.words.size());
        while (head < shorter && before.words.get(head).equals(now.words.get(head))) {
            mark(head, head);
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.last(tail).equals(now.last(tail))) {
            mark(before.words.size() - 1 - tail, now.words.size() - 1 - tail);
            tail++;
        }
        int rows = before.words.size() - head - tail;
        int columns = now.words.size() - head - tail;
        if ((long) rows * columns <= MOST_PAIRS) {
            byTable(head, rows, columns);
        } else {
            byLines();
        }
    }

    private void byTable(int head, int rows, int columns) {
        short[][] longest = new short[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = before.words.get(head + i).equals(now.words.get(head + j))
                        ? (short) (longest[i + 1][j + 1] + 1)
                        : (short) Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (before.words.get(head + i).equals(now.words.get(head + j))) {
                mark(head + i++, head + j++);
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void byLines() {
        before.markLinesOf(now);
        now.markLinesOf(before);
    }

    private void mark(int inBefore, int inNow) {
        before.same.set(inBefore);
        now.same.set(inNow);
    }

    /** @param lineOf in which line each word stands */
    private record Side(List<String> lines, List<String> words, List<Integer> lineOf, BitSet same) {

        static Side of(String text) {
            Side side = new Side(text.lines().toList(), new ArrayList<>(), new ArrayList<>(), new BitSet());
            for (int line = 0; line < side.lines.size(); line++) {
                for (String word : QuotedText.words(side.lines.get(line))) {
                    side.words.add(word);
                    side.lineOf.add(line);
                }
            }
            return side;
        }

        String last(int fromTheEnd) {
            return words.get(words.size() - 1 - fromTheEnd);
        }

        List<String> linesThatDiffer(int from, int to) {
            List<String> differ = new ArrayList<>();
            int last = -1;
            for (int word = same.nextClearBit(Math.max(from, 0)); word < to; word = same.nextClearBit(word + 1)) {
                if (lineOf.get(word) != last) {
                    last = lineOf.get(word);
                    differ.add(lines.get(last).strip());
                }
            }
            return differ;
        }

        void markLinesOf(Side other) {
            String all = " " + String.join(" ", other.words) + " ";
            for (int first = 0; first < words.size(); ) {
                int end = first;
                while (end < words.size() && lineOf.get(end).equals(lineOf.get(first))) {
                    end++;
                }
                if (all.contains(" " + String.join(" ", words.subList(first, end)) + " ")) {
                    same.set(first, end);
                }
                first = end;
            }
        }
    }
}
