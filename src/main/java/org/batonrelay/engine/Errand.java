package org.batonrelay.engine;

/**
 * Something that leaves the house beside a process; safe to repeat, because it is retried until it has worked.
 *
 * @param <O> what it is told to do: ids in a record, or a single one as text
 */
public interface Errand<O> {

    /** The name under which it is asked for. */
    ErrandName<O> name();

    /** Runs in a transaction of its own. */
    void run(O order);
}
