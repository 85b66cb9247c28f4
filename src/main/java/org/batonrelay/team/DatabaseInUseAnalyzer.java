package org.batonrelay.team;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<OneBatonOnOneFile.DatabaseInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OneBatonOnOneFile.DatabaseInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop it first, or start this one in another folder or with another spring.datasource.url.",
                cause);
    }
}
