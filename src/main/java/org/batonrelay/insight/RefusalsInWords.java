package org.batonrelay.insight;

import org.batonrelay.engine.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the rooms refuse of what the tab asks for: its sentence, as a problem. */
@RestControllerAdvice(assignableTypes = {LeadClientsDoor.class, LeadTabDoor.class, LeadFilesDoor.class})
class RefusalsInWords {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(refusal.getMessage()));
    }
}
