package org.batonrelay.reading;

/** Nobody can act on this mail: it is kept for a person to look at, whom the message tells why. */
public class PutAside extends RuntimeException {

    public PutAside(String why) {
        super(why);
    }
}
