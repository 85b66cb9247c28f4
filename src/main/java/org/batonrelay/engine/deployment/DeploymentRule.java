package org.batonrelay.engine.deployment;

import java.util.List;

/**
 * Something that every deployment has to keep to, whoever sends it and by whatever way. One that does not is refused
 * whole; nothing of it goes live.
 */
public interface DeploymentRule {

    /**
     * A sentence for each thing that is wrong: in which file, at what (by its label), what is wrong there, and what to
     * do about it.
     */
    List<String> faults(Sent sent);
}
