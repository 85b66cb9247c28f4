package org.batonrelay.rules;

import java.util.List;
import java.util.regex.Pattern;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.mail.MailTemplate;
import org.springframework.stereotype.Component;

/**
 * A mail has a subject, closes what it opens, and shows what it is given. A page of the playbook is no mail: it lies
 * under {@code playbook/}, or is called as a step is, such as {@code workDeal.md}.
 */
@Component
class MailsCanBeFilled implements DeploymentRule {

    private static final Pattern PLAYBOOK = Pattern.compile("(.*/)?playbook/.*|(.*/)?[a-z]+[A-Z][A-Za-z0-9]*\\.md");

    @Override
    public List<String> faults(Sent sent) {
        return sent.ofKind("md")
                .filter(file ->
                        !file.text().isBlank() && !PLAYBOOK.matcher(file.name()).matches())
                .flatMap(file -> MailTemplate.faults(file.fileName(), file.text()).stream()
                        .map(sentence -> file.fileName() + ": " + sentence))
                .toList();
    }
}
