package org.batonrelay.team;

/** The group of managers is empty: dropped batons would have nobody to land on, so Baton does not start. */
class NobodyManages extends RuntimeException {

    NobodyManages() {
        super("Nobody is in the group 'manager', so a dropped baton would land on nobody.");
    }
}
