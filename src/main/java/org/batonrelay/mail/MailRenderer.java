package org.batonrelay.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
import org.commonmark.renderer.text.TextContentWriter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Sets a wording in the two forms that a mail has: a page, and plain text that reads as well. */
@Component
class MailRenderer {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> MailRenderer::showAsButton)
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .nodeRendererFactory(PlainText::new)
            .build();

    private final String frame;

    MailRenderer() {
        try {
            frame = new ClassPathResource("mail/frame.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html(Wording wording, Locale language) {
        return frame.replace("[language]", language.getLanguage())
                .replace("[subject]", HtmlUtils.htmlEscape(wording.subject()))
                .replace("[content]", HTML.render(PARSER.parse(wording.markdown())));
    }

    String text(Wording wording) {
        return TEXT.render(PARSER.parse(wording.markdown())).strip() + "\n";
    }

    /** A link that is a paragraph of its own is what the reader is asked to do. */
    private static void showAsButton(Node node, String tag, Map<String, String> attributes) {
        if (isAlone(node)) {
            attributes.put("class", "button");
        }
    }

    private static boolean isAlone(Node node) {
        return node instanceof Link
                && node.getParent() instanceof Paragraph
                && node.getPrevious() == null
                && node.getNext() == null;
    }

    /** Writes a link as {@code its text: address}, which any mail program makes clickable, and quotes as mail does. */
    private record PlainText(TextContentNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, BlockQuote.class);
        }

        @Override
        public void render(Node node) {
            TextContentWriter writer = context.getWriter();
            if (node instanceof Link link) {
                boolean isItsText = link.getFirstChild() instanceof Text text
                        && text.getLiteral().equals(link.getDestination());
                if (!isItsText) {
                    renderChildren(node);
                    writer.write(": ");
                }
                writer.write(link.getDestination());
            } else {
                writer.writePrefix("> ");
                writer.pushPrefix("> ");
                renderChildren(node);
                writer.popPrefix();
                writer.block();
            }
        }

        private void renderChildren(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
