package org.batonrelay.team;

import static java.util.stream.Collectors.joining;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the end of a start where to go, and loudly, when everybody knows the passwords. */
@Component
class WayIn {

    private static final Logger LOG = LoggerFactory.getLogger(WayIn.class);
    private static final String LINE = "=".repeat(100);

    private final ObjectProvider<ExamplePeople> examples;
    private final String address;

    WayIn(ObjectProvider<ExamplePeople> examples, @Value("${baton.base-url}") String address) {
        this.examples = examples;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void show() {
        LOG.info(text());
    }

    String text() {
        return examples.getIfAvailable() == null ? addresses() : addresses() + exampleLogins();
    }

    private String addresses() {
        return """
                Baton runs.
                %s
                  Tasklist   %2$s/camunda/app/tasklist/
                  Cockpit    %2$s/camunda/app/cockpit/
                """.formatted(LINE, address);
    }

    private String exampleLogins() {
        return """
                  Mailbox    %s/mailbox   (every mail that Baton has sent)

                  THE PASSWORD OF EACH EXAMPLE LOGIN IS ITS NAME. Only for trying Baton out, on this machine:
                    %s
                %s""".formatted(
                address,
                ExamplePeople.ALL.stream()
                        .map(one -> "%-20s %s %s, %s".formatted(one.id(), one.firstName(), one.lastName(), one.role()))
                        .collect(joining("\n    ")),
                LINE);
    }
}
