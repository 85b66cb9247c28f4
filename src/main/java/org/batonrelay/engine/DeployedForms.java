package org.batonrelay.engine;

import java.util.List;
import org.springframework.stereotype.Component;

/** The forms that count now: the latest deployed version of each. */
@Component
public class DeployedForms {

    /** The keys of the fields that the latest version of this form requires, in the order of the form. */
    public List<String> requiredFields(String form) {
        throw new UnsupportedOperationException("engine helper");
    }

    /** The keys of all fields a person can fill in the latest version of this form, in its order. */
    public List<String> fields(String form) {
        throw new UnsupportedOperationException("engine helper");
    }
}
