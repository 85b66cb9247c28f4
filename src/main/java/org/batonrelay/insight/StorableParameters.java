package org.batonrelay.insight;

import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/** Lets calls in as ever, and refuses queries and form fields with the one character that no PostgreSQL stores. */
@Component
class StorableParameters extends StrictHttpFirewall {

    StorableParameters() {
        setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    }
}
