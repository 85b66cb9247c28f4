package org.batonrelay.team;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One sentence instead of a stack trace. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<ProductionSettings.MissingSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProductionSettings.MissingSettings cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set it, for example by an environment variable: SPRING_DATASOURCE_URL, BATON_SECRET and so on.",
                cause);
    }
}
