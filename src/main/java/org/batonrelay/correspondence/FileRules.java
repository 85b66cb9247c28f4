package org.batonrelay.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a file must be like to be kept.
 *
 * @param largest the size that is still taken
 * @param types the endings of names that are taken; the content has to be what the name says
 */
@ConfigurationProperties("baton.files")
record FileRules(
        @DefaultValue("10MB") DataSize largest,

        @DefaultValue({
            "pdf", "png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "docx", "xlsx", "pptx", "odt", "ods", "odp",
            "doc", "xls", "ppt", "msg", "txt", "csv", "md", "log", "ics", "vcf", "eml"
        })
        List<String> types) {

    /** A sentence on what is wrong with it; empty for a file that can be kept. */
    Optional<String> fault(String name, byte[] content) {
        if (content.length > largest.toBytes()) {
            return Optional.of(name + " is larger than " + largest.toMegabytes() + " MB, so it was not kept.");
        }
        String ending = ending(name);
        if (!types.contains(ending)) {
            return Optional.of(name + " is of a kind that is not kept. Kept are: " + String.join(", ", types) + ".");
        }
        Optional<FileKind> kind = FileKind.of(content);
        return kind.filter(it -> it.endings().contains(ending)).isPresent()
                ? Optional.empty()
                : Optional.of(name + " is not what its name says"
                        + kind.map(it -> ": its content is " + it.name()).orElse("") + ". So it was not kept.");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
