package org.batonrelay.backward;

import java.util.Locale;
import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the one asked of the question, and whoever holds the lead by then of the answer. */
@Component
class CallBackNotices implements Errand<CallBackNotices.Word> {

    /** What is to be told; the template is {@code call-back-asked} and so on. */
    enum Kind {
        ASKED,
        REMINDED,
        ANSWERED,
        UNANSWERED,
        WITHDRAWN;

        /** The others are for whoever holds the lead when the mail is written. */
        boolean isForTheOneAsked() {
            return this == ASKED || this == REMINDED || this == WITHDRAWN;
        }
    }

    private static final ErrandName<Word> NAME = new ErrandName<>("call-back-notice", Word.class);

    record Word(Kind kind, LeadReference reference, String callBack) {}

    private final Errands errands;
    private final HouseLetters letters;
    private final CallBacks callBacks;
    private final Batons batons;

    CallBackNotices(Errands errands, HouseLetters letters, CallBacks callBacks, Batons batons) {
        this.errands = errands;
        this.letters = letters;
        this.callBacks = callBacks;
        this.batons = batons;
    }

    void later(@Nullable String executionId, Kind kind, CallBack callBack) {
        errands.later(executionId, NAME, new Word(kind, callBack.reference(), callBack.id()));
    }

    @Override
    public ErrandName<Word> name() {
        return NAME;
    }

    @Override
    public void run(Word told) {
        Kind kind = told.kind();
        CallBack callBack = callBacks.get(told.callBack());
        String template = "call-back-" + kind.name().toLowerCase(Locale.ROOT);
        String answeredBy = callBack.answeredBy();
        letters.write(
                template + ":" + callBack.id(),
                template,
                told.reference(),
                kind.isForTheOneAsked()
                        ? callBack.askedOf()
                        : batons.get(told.reference()).holder(),
                Map.of(
                        "asker",
                        letters.nameOf(new Holder(callBack.askedBy())),
                        "asked",
                        answeredBy == null
                                ? letters.nameOf(callBack.askedOf())
                                : letters.nameOf(new Holder(answeredBy)),
                        "question",
                        callBack.question(),
                        "answer",
                        callBack.answer() == null ? "" : callBack.answer()));
    }
}
