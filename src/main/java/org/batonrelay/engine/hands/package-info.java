/** What administrators' hands do to a running relay, so that it is told. */
@NullMarked
@NamedInterface("hands")
package org.batonrelay.engine.hands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
