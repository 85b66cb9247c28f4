package org.batonrelay.engine.guard;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** A model names the house's steps by delegate expressions; a class by its name is made for nobody. */
public class NoClassesByName implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> named) {
        throw new ProcessEngineException("A model has asked for the class " + named.getName()
                + " by its name. Models name Baton's own steps only, by a delegate expression such as ${captureLead}.");
    }
}
