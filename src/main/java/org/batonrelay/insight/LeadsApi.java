package org.batonrelay.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Leg;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A lead's page and the list of leads as JSON, for those who may see them. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class LeadsApi {

    /** @param page counts from 1 */
    record Listed(List<LeadList.Row> leads, int page, int pageSize, long total) {}

    private record Fault(String field, String message) {}

    private final LeadPages pages;
    private final LeadList list;

    LeadsApi(LeadPages pages, LeadList list) {
        this.pages = pages;
        this.list = list;
    }

    @GetMapping("/api/leads/{reference}")
    LeadPage page(@PathVariable String reference, Authentication login) {
        return pages.find(reference, Viewer.of(login)).orElseThrow(() -> notFound());
    }

    @GetMapping("/api/leads")
    Listed list(
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(required = false) @Nullable String leg,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") String page,
            Authentication login) {
        List<Fault> faults = new ArrayList<>();
        check(faults, "leg", leg, Leg::of, "This is no leg: capture, qualification, deal or onboarding.");
        check(
                faults,
                "flag",
                flag,
                Flag::of,
                "This is no flag: summary-unanswered, one-contact, no-next-step or mail-bounced.");
        check(faults, "page", page, LeadsApi::pageNumber, "A page is a number, and the first is 1.");
        Viewer viewer = Viewer.of(login);
        if (viewer.isPartner() && (holder != null || flag != null)) {
            faults.add(new Fault(holder != null ? "holder" : "flag", "Partners search by q and by leg."));
        }
        if (!faults.isEmpty()) {
            throw badRequest(faults);
        }
        LeadList.Search search = new LeadList.Search(holder, leg, flag, q);
        return new Listed(
                list.page(viewer, search, pageNumber(page)),
                pageNumber(page),
                LeadList.PAGE_SIZE,
                list.count(viewer, search));
    }

    private static int pageNumber(String page) {
        int number = Integer.parseInt(page);
        if (number < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
        return number;
    }

    private static void check(
            List<Fault> faults, String field, @Nullable String said, Function<String, ?> reader, String message) {
        try {
            if (said != null && !said.isBlank()) {
                reader.apply(said);
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(field, message));
        }
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

    private static ErrorResponseException badRequest(List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                String.join(" ", faults.stream().map(Fault::message).toList()));
        problem.setTitle("The list cannot be searched like this");
        problem.setProperties(Map.of("errors", faults));
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
