package org.batonrelay.doors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Whoever types the bare address is brought to what they work with; who is not logged in, to the login page first. */
@Controller
class FrontDoor {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** By group, the first of somebody's groups that is named here; all others work in Tasklist. */
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("manager", "/leads");
        PLACES.put("process-owner", "/camunda/app/cockpit/default/");
        PLACES.put("camunda-admin", "/camunda/app/welcome/default/");
    }

    @GetMapping("/")
    String open(@Nullable Authentication login) {
        if (login == null) {
            return "redirect:/login?to=/";
        }
        return "redirect:"
                + PLACES.entrySet().stream()
                        .filter(place -> login.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .anyMatch(place.getKey()::equals))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(TASKLIST);
    }
}
