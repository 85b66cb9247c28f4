package org.batonrelay.calendar;

/**
 * Who takes part in an entry, as it says.
 *
 * @param address of mail, in small letters; empty where there is none
 * @param name may be empty
 * @param kind INDIVIDUAL, GROUP, ROOM, RESOURCE, UNKNOWN; empty where it is not said
 * @param answer ACCEPTED, DECLINED and so on; empty where it is not said
 * @param role CHAIR, REQ-PARTICIPANT and so on; empty where it is not said
 */
public record CalendarPerson(String address, String name, String kind, String answer, String role) {}
