/** Puts the engine together. */
@NullMarked
package org.batonrelay.engine.setup;

import org.jspecify.annotations.NullMarked;
