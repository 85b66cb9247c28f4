package org.batonrelay.team;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class NobodyManagesAnalyzer extends AbstractFailureAnalyzer<NobodyManages> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NobodyManages cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Name the first one: baton.first-manager.id, .password, .name and .email"
                        + " (or BATON_FIRSTMANAGER_ID and so on), and start again.",
                cause);
    }
}
