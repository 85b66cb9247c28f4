package org.batonrelay.rules;

import java.util.List;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.mail.MailTemplate;
import org.springframework.stereotype.Component;

/** A mail has a subject, closes what it opens, and shows what it is given. */
@Component
class MailsCanBeFilled implements DeploymentRule {

    @Override
    public List<String> faults(Sent sent) {
        return sent.ofKind("md")
                .filter(file -> !file.text().isBlank() && !file.isOfPlaybook())
                .flatMap(file -> MailTemplate.faults(file.fileName(), file.text()).stream()
                        .map(sentence -> file.fileName() + ": " + sentence))
                .toList();
    }
}
