package org.batonrelay.insight;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A lead's page as JSON, for those who may see it. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class LeadsApi {

    private final LeadPages pages;

    LeadsApi(LeadPages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/leads/{reference}")
    LeadPage page(@PathVariable String reference, Authentication login) {
        return pages.find(reference, Viewer.of(login)).orElseThrow(() -> notFound());
    }

    /** The same for a lead that is not there and for one that this person may not see. */
    static ErrorResponseException notFound() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                "There is no lead of this reference that you may see. Ask who holds it, or a manager, when you"
                        + " think there is.");
        problem.setTitle("No such lead");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
