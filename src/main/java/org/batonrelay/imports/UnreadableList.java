package org.batonrelay.imports;

import org.batonrelay.engine.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A list that cannot be read as a whole: nothing of it is taken. */
final class UnreadableList extends Refusal {

    UnreadableList(String sentence) {
        super(sentence);
    }

    /** What is wrong, and that nothing was done. */
    String inWords() {
        return getMessage() + " Nothing was done.";
    }

    ProblemDetail asProblem() {
        return problem(HttpStatus.BAD_REQUEST, this);
    }

    static ProblemDetail tooLargeAsProblem() {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, ListFile.tooLarge());
    }

    private static ProblemDetail problem(HttpStatus status, UnreadableList list) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, list.inWords());
        problem.setTitle("The list cannot be read");
        return problem;
    }
}
