package org.batonrelay.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.engine.deployment.SentFile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A deployment brings files that Baton reads, by the names under which it looks for them. */
@Component
@Order(3)
class KnownFiles implements DeploymentRule {

    private static final Set<String> KINDS = Set.of("bpmn", "dmn", "form", "md", "txt");

    /** Texts are found by their names; whatever has an id is found by that. */
    private static final Map<String, String> FOLDERS = Map.of("md", "forms/mails/", "txt", "forms/texts/");

    @Override
    public List<String> faults(Sent sent) {
        return sent.files().stream().flatMap(KnownFiles::faults).toList();
    }

    private static Stream<String> faults(SentFile file) {
        if (!KINDS.contains(file.kind())) {
            return Stream.of(
                    file.fileName() + ": Baton does not read files of this kind. It reads models (.bpmn),"
                            + " decisions (.dmn), forms (.form), mails and pages of the playbook (.md), and lists of words (.txt). Leave it out.");
        }
        if (file.content().length == 0 || file.text().isBlank()) {
            return Stream.of(file.fileName() + ": is empty. Deploy it with what it is to say.");
        }
        String folder = file.isOfPlaybook() ? SentFile.PLAYBOOK : FOLDERS.get(file.kind());
        if (folder != null
                && !file.name().equals(file.fileName())
                && !file.name().equals(folder + file.fileName())) {
            return Stream.of(file.name() + ": would not be found there. Deploy it as " + file.fileName() + ", with no"
                    + " folder.");
        }
        if (file.kind().equals("txt") && !lists().contains(file.fileName())) {
            return Stream.of(file.fileName() + ": Baton reads no list of words of this name. There are "
                    + lists().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return Stream.empty();
    }

    private static Set<String> lists() {
        return SentFile.ofThisBuild().stream()
                .filter(file -> file.kind().equals("txt"))
                .map(SentFile::fileName)
                .collect(Collectors.toSet());
    }
}
