package org.batonrelay.engine.guard;

import jakarta.ws.rs.ForbiddenException;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.exception.cmmn.CaseExecutionNotFoundException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Partners learn no more of what is not there than of what is not theirs: they are refused both. The engine by itself
 * answers an id that it does not know as if it had failed, and its REST API makes a failure of every exception of the
 * engine's own that it did not expect there; so this is none.
 */
public class PartnersGuesses extends CommandInterceptor {

    private static final String NOT_THEIRS = "There is nothing here that you may see.";

    private final ProcessEngineConfigurationImpl engine;

    public PartnersGuesses(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** @throws ForbiddenException where a partner names what is not there */
    @Override
    public <T> T execute(Command<T> command) {
        boolean isPartner = Visitor.of(engine)
                .filter(visitor -> Partners.isPartner(visitor.groups()))
                .isPresent();
        try {
            return next.execute(command);
        } catch (NullValueException | CaseExecutionNotFoundException e) {
            if (isPartner) {
                throw new ForbiddenException(NOT_THEIRS, e);
            }
            throw e;
        }
    }
}
