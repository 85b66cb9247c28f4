package org.batonrelay.calendar;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that a calendar setting has spoilt with its sentence instead of a stack trace. */
class BadCalendarAnalyzer extends AbstractFailureAnalyzer<BadCalendar> {

    @Override
    protected FailureAnalysis analyze(Throwable start, BadCalendar cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the setting and start again.", cause);
    }
}
