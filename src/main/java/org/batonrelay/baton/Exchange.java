package org.batonrelay.baton;

import java.util.Arrays;

/** Where the baton, or a helper's request, passes from one team to another. */
public enum Exchange {
    MARKETING_TO_SDR("marketing-to-sdr", "marketing", "sdr"),
    SDR_TO_AE("sdr-to-ae", "sdr", "ae"),
    AE_TO_CSM("ae-to-csm", "ae", "csm"),
    CSM_TO_CUSTOMER_SERVICE("csm-to-customer-service", "csm", "customer-service"),
    AE_TO_SALES_SUPPORT("ae-to-sales-support", "ae", "sales-support"),
    AE_TO_LEGAL("ae-to-legal", "ae", "legal");

    private final String id;
    private final String from;
    private final String to;

    Exchange(String id, String from, String to) {
        this.id = id;
        this.from = from;
        this.to = to;
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

    public static Exchange of(String id) {
        return Arrays.stream(values())
                .filter(it -> it.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no exchange"));
    }
}
