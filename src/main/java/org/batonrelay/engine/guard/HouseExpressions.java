package org.batonrelay.engine.guard;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can mean, wherever one stands (models, decisions, lists, queries) and whoever has written it:
 * process variables, the house's steps by their names, a few words about the execution, and the engine's functions of
 * time and login. Nothing else resolves: no other bean, no property or method of a Java object.
 *
 * <p>Long because all that resolves stands in one place.
 */
public class HouseExpressions extends JuelExpressionManager {

    /** Of what the engine offers; lists in Tasklist are made with them. */
    static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    /** What can be asked of an execution. */
    static final Set<String> OF_AN_EXECUTION =
            Set.of("processBusinessKey", "businessKey", "processInstanceId", "id", "currentActivityId");

    /** The one question that can be asked of it. */
    static final String HAS_VARIABLE = "hasVariable";

    private final Supplier<DrawnSteps> steps;

    public HouseExpressions(Supplier<DrawnSteps> steps) {
        this.steps = steps;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new Steps());
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new OfExecutions());
        resolver.add(new OfTimes());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /** A step comes before a variable of the same name: nobody can put something else in its place. */
    private final class Steps extends ReadOnly {

        @Override
        @Nullable
        Object value(@Nullable Object base, Object property) {
            return base == null ? steps.get().find(String.valueOf(property)) : null;
        }
    }

    private static final class OfExecutions extends ReadOnly {

        @Override
        @Nullable
        Object value(@Nullable Object base, Object property) {
            if (!(base instanceof DelegateExecution execution)) {
                return null;
            }
            return switch (String.valueOf(property)) {
                case "processBusinessKey" -> execution.getProcessBusinessKey();
                case "businessKey" -> execution.getBusinessKey();
                case "processInstanceId" -> execution.getProcessInstanceId();
                case "id" -> execution.getId();
                case "currentActivityId" -> execution.getCurrentActivityId();
                default -> null;
            };
        }

        /** {@code execution.hasVariable('x')}: naming a variable that is not there would fail. */
        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            if (base instanceof DelegateExecution execution
                    && HAS_VARIABLE.equals(method)
                    && arguments != null
                    && arguments.length == 1) {
                context.setPropertyResolved(true);
                return execution.hasVariable(String.valueOf(arguments[0]));
            }
            return null;
        }

        @Override
        boolean isMine(@Nullable Object base, Object property) {
            return base instanceof DelegateExecution && OF_AN_EXECUTION.contains(String.valueOf(property));
        }
    }

    /** {@code dateTime().plusDays(3)}, which lists in Tasklist use to say "within three days". */
    private static final class OfTimes extends ReadOnly {

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            if (!(base instanceof DateTime time)) {
                return null;
            }
            Object result = moved(time, String.valueOf(method), arguments == null ? new Object[0] : arguments);
            context.setPropertyResolved(result != null);
            return result;
        }

        private static @Nullable Object moved(DateTime time, String method, Object[] arguments) {
            if (arguments.length == 0) {
                return switch (method) {
                    case "toDate" -> time.toDate();
                    case "withTimeAtStartOfDay" -> time.withTimeAtStartOfDay();
                    default -> null;
                };
            }
            if (arguments.length != 1 || !(arguments[0] instanceof Number number)) {
                return null;
            }
            int count = number.intValue();
            return switch (method) {
                case "plusMinutes" -> time.plusMinutes(count);
                case "plusHours" -> time.plusHours(count);
                case "plusDays" -> time.plusDays(count);
                case "plusWeeks" -> time.plusWeeks(count);
                case "plusMonths" -> time.plusMonths(count);
                case "plusYears" -> time.plusYears(count);
                case "minusMinutes" -> time.minusMinutes(count);
                case "minusHours" -> time.minusHours(count);
                case "minusDays" -> time.minusDays(count);
                case "minusWeeks" -> time.minusWeeks(count);
                case "minusMonths" -> time.minusMonths(count);
                case "minusYears" -> time.minusYears(count);
                default -> null;
            };
        }
    }

    /** Says what something is, changes nothing, and calls nothing. */
    private abstract static class ReadOnly extends ELResolver {

        @Nullable
        Object value(@Nullable Object base, Object property) {
            return null;
        }

        boolean isMine(@Nullable Object base, Object property) {
            return value(base, property) != null;
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (!isMine(base, property)) {
                return null;
            }
            context.setPropertyResolved(true);
            return value(base, property);
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
            // nothing here can be changed
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }
    }
}
