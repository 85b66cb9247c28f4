package org.batonrelay.contract;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param hmacKey by which we know that a call comes from DocuSign Connect; without it there is no such call */
@ConfigurationProperties("baton.signatures")
record SignatureSettings(@Nullable String hmacKey) {

    boolean isSet() {
        return hmacKey != null && !hmacKey.isBlank();
    }

    @Override
    public String toString() {
        return "SignatureSettings[...]";
    }
}
