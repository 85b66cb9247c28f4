package org.batonrelay.engine.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The steps that a model may name: the house's own delegates and listeners, and no other bean. They are written to be
 * drawn; everything else in the house would do more for a model than its process owner may.
 */
@Component
public class DrawnSteps {

    private static final String OURS = "org.batonrelay.";

    private final ConfigurableListableBeanFactory beans;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    DrawnSteps(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** All of their names, in the order of the alphabet. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Class<?> kind : Set.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)) {
            Arrays.stream(beans.getBeanNamesForType(kind, false, false))
                    .filter(this::isStep)
                    .forEach(names::add);
        }
        return names;
    }

    public boolean isStep(String name) {
        // what is no step is not remembered: anybody may ask for anything
        return known.contains(name) || looksLikeStep(name) && known.add(name);
    }

    /** Whether the step of this name is of this kind: a delegate, a listener of tasks, a listener of executions. */
    boolean is(String name, Class<?> kind) {
        return isStep(name) && beans.isTypeMatch(name, kind);
    }

    /** Whether anything at all in the house has this name. */
    boolean isBean(String name) {
        return beans.containsBean(name);
    }

    /** The step that somebody may have meant who has mistyped it. */
    Optional<String> like(String name) {
        return names().stream()
                .filter(step -> distance(step.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= 2)
                .findFirst();
    }

    /** How many letters have to be changed, put in or taken out. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    /** The step of this name; null where there is none. */
    @Nullable
    Object find(String name) {
        return isStep(name) ? beans.getBean(name) : null;
    }

    private boolean looksLikeStep(String name) {
        Class<?> type = beans.containsBean(name) ? beans.getType(name, false) : null;
        return type != null
                && (JavaDelegate.class.isAssignableFrom(type)
                        || TaskListener.class.isAssignableFrom(type)
                        || ExecutionListener.class.isAssignableFrom(type))
                && isOurs(name, type);
    }

    /** A class of ours, or what a method of one makes. */
    private boolean isOurs(String name, Class<?> type) {
        String maker = beans.containsBeanDefinition(name)
                ? beans.getBeanDefinition(name).getFactoryBeanName()
                : null;
        Class<?> made = maker == null ? type : beans.getType(maker, false);
        return made != null && made.getName().startsWith(OURS);
    }
}
