/** Stands before the engine's services: what visitors may do, see and send, and which words a model may use. */
@NullMarked
@NamedInterface("guard")
package org.batonrelay.engine.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
