/** What is deployed: at the start, by people, by which rules, and which version counts. */
@NullMarked
@NamedInterface("deployment")
package org.batonrelay.engine.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
