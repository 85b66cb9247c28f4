package org.batonrelay.lead;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One sentence instead of a stack trace. */
class NoSecretAnalyzer extends AbstractFailureAnalyzer<HouseSecret.NoSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HouseSecret.NoSecret cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
