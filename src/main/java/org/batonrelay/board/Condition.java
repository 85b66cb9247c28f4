package org.batonrelay.board;

import java.util.Map;

/**
 * Something that leads must be, for a query over {@code baton b}.
 *
 * @param sql written by us; whatever anybody has typed is among the parameters
 */
public record Condition(String sql, Map<String, Object> parameters) {}
