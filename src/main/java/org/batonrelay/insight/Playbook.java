package org.batonrelay.insight;

import java.util.Optional;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/** What helps with a step, as the process owner has deployed it in {@code forms/playbook/<id of the step>.md}. */
@Component
class Playbook {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private final DeployedTexts texts;

    Playbook(DeployedTexts texts) {
        this.texts = texts;
    }

    /** As HTML in which nothing runs; empty where nobody has written anything about the step. */
    Optional<String> about(String step) {
        return texts.latest("forms/playbook/" + step + ".md")
                .map(markdown -> HTML.render(PARSER.parse(markdown)))
                .filter(html -> !html.isBlank());
    }
}
