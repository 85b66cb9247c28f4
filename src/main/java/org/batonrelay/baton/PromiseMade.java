package org.batonrelay.baton;

/** A promise was written down; a running onboarding makes a task of it. Published in the same transaction. */
public record PromiseMade(Promise promise) {}
