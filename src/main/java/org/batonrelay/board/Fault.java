package org.batonrelay.board;

/** What is wrong with one parameter of an address. */
public record Fault(String field, String message) {}
