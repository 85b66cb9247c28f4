package org.batonrelay.inbound;

import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code mail-bounced.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class MailBouncedSteps {

    /** Takes the address that the holder has found out. */
    @Bean
    JavaDelegate recordMendedAddress(Bounces bounces) {
        return execution ->
                bounces.mend(Variables.text(execution, Bounces.CONTACT), Variables.text(execution, "contactEmail"));
    }

    /** Sends again what had come back, in a transaction of its own. */
    @Bean
    JavaDelegate sendBouncedMailAgain(Bounces bounces) {
        return execution -> bounces.sendAgain(Variables.text(execution, Bounces.CONTACT));
    }
}
