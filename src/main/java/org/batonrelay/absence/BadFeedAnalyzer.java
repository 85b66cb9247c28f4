package org.batonrelay.absence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with a sentence where the calendar of who is away has an address that cannot be read. */
class BadFeedAnalyzer extends AbstractFailureAnalyzer<BadFeed> {

    @Override
    protected FailureAnalysis analyze(Throwable start, BadFeed cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the setting and start again.", cause);
    }
}
