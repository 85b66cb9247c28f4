/** What a form asks, offers and takes. */
@NullMarked
@NamedInterface("form")
package org.batonrelay.engine.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
