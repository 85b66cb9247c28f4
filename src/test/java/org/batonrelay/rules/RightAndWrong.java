package org.batonrelay.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.engine.deployment.SentFile;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that come with Baton, changed as somebody with Modeler changes them, and what the rules say of them. */
abstract class RightAndWrong extends RunningBaton {

    @Autowired
    private List<DeploymentRule> rules;

    private String file = "";
    private String text = "";

    @BeforeEach
    void nothingIsSentYet() {
        file = "";
        text = "";
    }

    /** The file of this path, as it comes with Baton. */
    RightAndWrong opened(String path) {
        try {
            text = Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        file = path.substring(path.lastIndexOf('/') + 1);
        return this;
    }

    RightAndWrong written(String name, String content) {
        file = name;
        text = content;
        return this;
    }

    /** Every place of it; there has to be one. */
    RightAndWrong with(String old, String changed) {
        assertThat(text).as("what is changed in " + file).contains(old);
        text = text.replace(old, changed);
        return this;
    }

    RightAndWrong withFirst(String old, String changed) {
        int at = text.indexOf(old);
        assertThat(at).as("what is changed in " + file).isNotNegative();
        text = text.substring(0, at) + changed + text.substring(at + old.length());
        return this;
    }

    SentFile sent() {
        return new SentFile(file, text.getBytes(UTF_8));
    }

    List<String> faults() {
        return faults(sent());
    }

    List<String> faults(SentFile... files) {
        return rules.stream()
                .flatMap(rule -> rule.faults(new Sent(List.of(files), null)).stream())
                .toList();
    }

    /** One sentence, with all of these words in it. */
    void isRefused(CharSequence... words) {
        assertThat(faults()).as("sentences about " + file).isNotEmpty();
        assertThat(String.join("\n", faults())).contains(words).contains(file);
    }

    void isRight() {
        assertThat(faults()).isEmpty();
    }
}
