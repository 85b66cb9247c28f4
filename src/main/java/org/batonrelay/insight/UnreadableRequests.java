package org.batonrelay.insight;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Says of a call that cannot be read what is wrong with it, and with which field. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableRequests {

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JsonMappingException wrong) {
            String field = wrong.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            return field.isEmpty() ? refused("The body must be one JSON object.") : refused(wrong, field);
        }
        return refused(
                unreadable.getCause() instanceof JacksonException
                        ? "The body is not valid JSON in UTF-8."
                        : "A body is missing: one JSON object.");
    }

    @ExceptionHandler
    ProblemDetail on(MultipartException unreadable) {
        return unreadable instanceof MaxUploadSizeExceededException tooLarge
                ? tooLarge.getBody()
                : refused("The form cannot be read. Send it as multipart/form-data with its boundary, as browsers do.");
    }

    private static ProblemDetail refused(JsonMappingException wrong, String field) {
        String sentence = wrong instanceof UnrecognizedPropertyException
                ? "There is no field \"" + field + "\" here."
                : "The field \"" + field + "\" is not of the kind that it must be.";
        ProblemDetail problem = refused(sentence);
        problem.setProperty("errors", List.of(Map.of("field", field, "message", sentence)));
        return problem;
    }

    private static ProblemDetail refused(String sentence) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence);
    }
}
