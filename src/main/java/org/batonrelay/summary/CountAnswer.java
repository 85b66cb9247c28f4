package org.batonrelay.summary;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts a stored answer: by the process that waits for it, else, when nobody does any more, right here. */
@Component
class CountAnswer implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("count-answer");

    private final Answers answers;
    private final Summaries summaries;
    private final Counting counting;
    private final SummaryProcess process;

    CountAnswer(Answers answers, Summaries summaries, Counting counting, SummaryProcess process) {
        this.answers = answers;
        this.summaries = summaries;
        this.counting = counting;
        this.process = process;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String answerId) {
        // first of all: what waits for it is looked at when nobody else is about to change it
        Summary summary = summaries.lock(answers.get(answerId).summaryId());
        Answer answer = answers.get(answerId);
        boolean countedBefore = answer.appliedAt() != null;
        if (countedBefore || process.clientAnswered(summary, answer)) {
            return;
        }
        counting.count(answer).ifPresent(agreed -> process.summaryCorrected(agreed, answer));
    }
}
