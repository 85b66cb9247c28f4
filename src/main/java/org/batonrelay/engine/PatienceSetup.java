package org.batonrelay.engine;

import java.lang.reflect.Method;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Transactional;

/** Puts {@link Patience} around every transaction of our rooms. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class PatienceSetup {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StaticMethodMatcherPointcutAdvisor patience() {
        StaticMethodMatcherPointcutAdvisor advisor = new StaticMethodMatcherPointcutAdvisor() {
            @Override
            public boolean matches(Method method, Class<?> type) {
                return type.getPackageName().startsWith("org.batonrelay")
                        && (AnnotatedElementUtils.hasAnnotation(type, Transactional.class)
                                || AnnotatedElementUtils.hasAnnotation(method, Transactional.class));
            }
        };
        advisor.setAdvice(new Patience());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE); // around the transaction, not within it
        return advisor;
    }
}
