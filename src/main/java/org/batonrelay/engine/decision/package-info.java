/** Asks decision tables, and falls back to the last version that can be read. */
@NullMarked
@NamedInterface("decision")
package org.batonrelay.engine.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
