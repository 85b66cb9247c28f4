package org.batonrelay.correspondence;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What a file must be like to be kept. @param largest the size that is still taken */
@ConfigurationProperties("baton.files")
record FileRules(@DefaultValue("10MB") DataSize largest) {

    /** A sentence on what is wrong with it; empty for a file that can be kept. */
    Optional<String> fault(String name, byte[] content) {
        return content.length > largest.toBytes()
                ? Optional.of(name + " is larger than " + largest.toMegabytes() + " MB.")
                : Optional.empty();
    }
}
