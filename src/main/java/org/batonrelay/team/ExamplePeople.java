package org.batonrelay.team;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One person or two for each group, whose passwords everybody knows: on this machine only, to try Baton out. */
@Component
@Profile("default")
class ExamplePeople {

    /** @param role what colleagues see behind the name */
    record Example(String id, String firstName, String lastName, String role, String group) {}

    static final List<Example> ALL = List.of(
            new Example("marketing-1", "Mia", "Torres", "Marketing", "marketing"),
            new Example("sdr-1", "Sam", "Rivers", "SDR", "sdr"),
            new Example("sdr-2", "Dana", "Brooks", "SDR", "sdr"),
            new Example("ae-1", "Alex", "Winter", "AE", "ae"),
            new Example("ae-2", "Robin", "Hayes", "AE", "ae"),
            new Example("sales-support-1", "Kim", "Larsen", "Sales support", "sales-support"),
            new Example("legal-1", "Lee", "Novak", "Legal", "legal"),
            new Example("csm-1", "Casey", "Flores", "CSM", "csm"),
            new Example("customer-service-1", "Charlie", "Bennett", "Customer service", "customer-service"),
            new Example("partner-1", "Pat", "Okafor", "Partner", "partner"),
            new Example("manager-1", "Jordan", "Pierce", "Manager", "manager"),
            new Example("process-owner-1", "Quinn", "Adler", "Process owner", "process-owner"),
            new Example("website", "Web", "Site", "Lead source", "lead-source"),
            new Example("admin", "Ada", "Lind", "Admin", "camunda-admin"));

    private final Roster roster;

    ExamplePeople(Roster roster) {
        this.roster = roster;
    }

    void moveIn() {
        for (Example one : ALL) {
            roster.person(
                    one.id(),
                    one.id(),
                    one.firstName(),
                    one.lastName() + " (" + one.role() + ")",
                    one.id() + "@baton.example");
            roster.member(one.id(), one.group());
        }
    }
}
