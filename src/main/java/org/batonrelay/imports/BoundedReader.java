package org.batonrelay.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a row that does not end: one row is held in memory, and no more. */
final class BoundedReader extends FilterReader {

    static final int LONGEST_ROW = 200_000;
    static final String TOO_LONG = "row too long";

    private int read;

    BoundedReader(Reader letters) {
        super(letters);
    }

    void nextRow() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        count(letter < 0 ? 0 : 1);
        return letter;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int letters = super.read(into, from, most);
        count(Math.max(letters, 0));
        return letters;
    }

    private void count(int letters) throws IOException {
        read += letters;
        if (read > LONGEST_ROW) {
            throw new IOException(TOO_LONG);
        }
    }
}
