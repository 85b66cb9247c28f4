package org.batonrelay.engine.decision;

/**
 * The latest version of a file could not be used, so an older one counted. Published whenever that happens, by whoever
 * needed it.
 *
 * @param file its name, such as {@code handoff-deadlines.dmn}
 * @param deployment the id of the deployment that brought it
 * @param why in a sentence
 */
public record CouldNotUse(String file, String deployment, String why) {}
