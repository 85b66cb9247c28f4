package org.batonrelay.engine.deployment;

import java.time.Instant;

/**
 * A version of a file that one person has deployed is replaced by that of another. Published in the transaction of the
 * deployment.
 *
 * @param deployment the id of the new one
 * @param by the user id of whoever has deployed it
 * @param before the user id of whose version was live until now
 * @param since when that one was deployed
 */
public record Replaced(String file, String deployment, String by, String before, Instant since) {}
