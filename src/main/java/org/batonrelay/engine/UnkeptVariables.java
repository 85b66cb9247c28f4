package org.batonrelay.engine;

/** Variables that only show what is on record elsewhere: for the rooms to say that write them. */
public interface UnkeptVariables {

    /** Whether the engine keeps no history of this one. */
    boolean contains(String variable);
}
