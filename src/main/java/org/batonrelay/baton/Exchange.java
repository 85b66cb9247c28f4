package org.batonrelay.baton;

import java.util.Arrays;

/** Where the baton, or a helper's request, passes from one team to another. */
public enum Exchange {
    MARKETING_TO_SDR("marketing-to-sdr", "marketing", "sdr", "marketing to SDR"),
    SDR_TO_AE("sdr-to-ae", "sdr", "ae", "SDR to AE"),
    AE_TO_CSM("ae-to-csm", "ae", "csm", "AE to CSM"),
    CSM_TO_CUSTOMER_SERVICE("csm-to-customer-service", "csm", "customer-service", "CSM to customer service"),
    AE_TO_SALES_SUPPORT("ae-to-sales-support", "ae", "sales-support", "AE to sales support"),
    AE_TO_LEGAL("ae-to-legal", "ae", "legal", "AE to legal");

    private final String id;
    private final String from;
    private final String to;
    private final String label;

    Exchange(String id, String from, String to, String label) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.label = label;
    }

    public String id() {
        return id;
    }

    /** The group that usually gives. */
    public String from() {
        return from;
    }

    /** The group that usually receives. */
    public String to() {
        return to;
    }

    /** On pages, in mails and in the timeline. */
    public String label() {
        return label;
    }

    /** The label of an exchange by its id; of one that is not known, the id. */
    public static String labelOf(String id) {
        return Arrays.stream(values())
                .filter(it -> it.id.equals(id))
                .map(Exchange::label)
                .findFirst()
                .orElse(id);
    }

    public static Exchange of(String id) {
        return Arrays.stream(values())
                .filter(it -> it.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no exchange"));
    }
}
