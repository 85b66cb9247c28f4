package org.batonrelay.insight;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every address of the engine's REST API that can be read, as its own classes say, with these ids put in. */
record EveryGet(List<String> ids, List<String> names) {

    private static final Pattern PLACE = Pattern.compile("\\{([^}:]+)[^}]*}");

    Set<String> addresses() {
        Set<String> templates = new LinkedHashSet<>();
        walk(DefaultProcessEngineRestServiceImpl.class, "", templates, 0);
        Set<String> addresses = new LinkedHashSet<>();
        templates.forEach(template -> addresses.addAll(filled(template, true)));
        return addresses;
    }

    private static void walk(Class<?> resource, String path, Set<String> templates, int depth) {
        for (Method method : resource.getMethods()) {
            Path own = method.getAnnotation(Path.class);
            String there = own == null ? path : join(path, own.value());
            if (method.isAnnotationPresent(GET.class)) {
                templates.add(there);
            } else if (own != null && isLocator(method) && depth < 5) {
                walk(method.getReturnType(), there, templates, depth + 1);
            }
        }
    }

    private static boolean isLocator(Method method) {
        return method.getReturnType().getName().startsWith("org.camunda")
                && Arrays.stream(method.getAnnotations())
                        .noneMatch(it -> it.annotationType().isAnnotationPresent(jakarta.ws.rs.HttpMethod.class));
    }

    private static String join(String one, String other) {
        return (one + "/" + other).replaceAll("/+", "/").replaceAll("/$", "");
    }

    /** The first place of an address takes an id, the others a name. */
    private List<String> filled(String template, boolean first) {
        Matcher place = PLACE.matcher(template);
        if (!place.find()) {
            return List.of(template);
        }
        List<String> filled = new ArrayList<>();
        Stream<String> values = first ? ids.stream() : names.stream();
        values.forEach(value -> filled.addAll(filled(
                new StringBuilder(template)
                        .replace(place.start(), place.end(), value)
                        .toString(),
                false)));
        return filled;
    }
}
