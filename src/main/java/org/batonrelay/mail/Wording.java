package org.batonrelay.mail;

/** What a letter says, its values filled in. */
record Wording(String subject, String markdown) {}
