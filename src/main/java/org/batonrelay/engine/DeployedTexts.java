package org.batonrelay.engine;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Texts that a process owner deploys like models; the latest deployed one of a name counts. */
@Component
public class DeployedTexts {

    /** @param name the resource's path, such as {@code forms/mails/introduction.en.md} */
    public Optional<String> latest(String name) {
        throw new UnsupportedOperationException("engine helper");
    }
}
