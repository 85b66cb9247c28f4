package org.batonrelay.mail;

/** What a letter says, its values filled in; no value in the Markdown is anything but text. */
public record Wording(String subject, String markdown) {}
