package org.batonrelay.engine;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.jspecify.annotations.Nullable;

/** What people read when something is refused, and the exceptions that REST and the web apps make a 4xx of. */
public final class Sentences {

    public static final String FASTER =
            "Somebody else was faster: this task is done, withdrawn or with somebody else by now."
                    + " Nothing was changed; reload your list.";

    public static final String ON_HOLD =
            "An administrator has put this process on hold. Nothing was changed; try again when it goes on.";

    /** A form that somebody has changed no longer fits the model: that is for them to mend, and no fault of ours. */
    private static final String NO_WAY_ON =
            "The form and the process do not fit together: the process has no way on for"
                    + " this answer, or waits for a field that the form does not have. Nothing was changed; tell the process"
                    + " owner.";

    /** Of the engine's exceptions these have no class of their own: no flow to take, no such variable. */
    private static final List<String> MISFITS = List.of("ENGINE-02004", "Unknown property used in expression");

    private Sentences() {}

    /**
     * For answers to forms: 400 with the sentence and nothing before it. Of the engine's own exceptions, the one that
     * becomes a 400 here gets "Cannot submit task form" and an id put in front, which tells a person nothing.
     */
    public static <T> T forAnswers(Supplier<T> step) {
        return inWords(step, BadRequestException::new);
    }

    /** For everything else that is asked of a task: 400 with the sentence. */
    public static <T> T forRequests(Supplier<T> step) {
        return inWords(step, BadUserRequestException::new);
    }

    /**
     * For use inside the engine's command: a refusal is the answer to a person, not a fault that belongs in the log
     * with its stack, and the engine keeps only its own kind of bad request out of it. A lost race is left to whoever
     * tries again.
     */
    public static <T> T quietly(Supplier<T> step) {
        try {
            return step.get();
        } catch (OptimisticLockingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw sentence(e)
                    .<RuntimeException>map(words -> new BadUserRequestException(words, e))
                    .orElse(e);
        }
    }

    /** What nobody may do from outside, or not they: 403 with the sentence, on every way in. */
    public static AuthorizationException forbidden(String sentence) {
        return new AuthorizationException(sentence);
    }

    private static <T> T inWords(Supplier<T> step, Function<String, RuntimeException> refusal) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw sentence(e).map(refusal).orElse(e);
        }
    }

    /** The engine wraps what a listener or a delegate throws, sometimes more than once. */
    private static Optional<String> sentence(@Nullable Throwable fault) {
        if (fault == null) {
            return Optional.empty();
        }
        if (fault instanceof Refusal) {
            return Optional.ofNullable(fault.getMessage());
        }
        if (fault instanceof UnreadableDecision) {
            return Optional.of("Nothing was changed: " + fault.getMessage()
                    + ". Tell the process owner, who can deploy the table mended; then try again.");
        }
        if (fault instanceof OptimisticLockingException) {
            return Optional.of(FASTER);
        }
        if (fault instanceof SuspendedEntityInteractionException) {
            return Optional.of(ON_HOLD);
        }
        if (MISFITS.stream().anyMatch(String.valueOf(fault.getMessage())::startsWith)) {
            return Optional.of(NO_WAY_ON);
        }
        return fault.getCause() == fault ? Optional.empty() : sentence(fault.getCause());
    }
}
