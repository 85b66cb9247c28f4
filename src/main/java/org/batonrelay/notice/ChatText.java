package org.batonrelay.notice;

import java.util.ArrayList;
import java.util.List;
import org.batonrelay.mail.Wording;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a mail would say, as a chat shows it. A link that is a paragraph of its own is a button, as in a mail.
 *
 * @param text one paragraph a line; of a length that every channel takes
 */
record ChatText(String title, String text, List<Button> buttons) {

    private static final Parser PARSER = Parser.builder().build();

    /** Slack takes 3,000 characters in one section. */
    private static final int LONGEST = 2900;

    private static final int LONGEST_TITLE = 200;

    record Button(String label, String address) {}

    /** How a channel writes what is bold, a link, and text that must be nothing but text. */
    interface Style {
        String bold(String text);

        String link(String label, String address);

        String plain(String text);
    }

    static ChatText of(Wording wording, Style style) {
        Writer writer = new Writer(style);
        PARSER.parse(wording.markdown()).accept(writer);
        return new ChatText(
                style.plain(shortened(wording.subject(), LONGEST_TITLE)),
                shortened(writer.text.toString().strip(), LONGEST),
                writer.buttons);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private static final class Writer extends AbstractVisitor {

        private final Style style;
        private final StringBuilder text = new StringBuilder();
        private final List<Button> buttons = new ArrayList<>();

        Writer(Style style) {
            this.style = style;
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof Link link && link.getNext() == null) {
                buttons.add(new Button(inner(link, false), link.getDestination()));
                return;
            }
            visitChildren(paragraph);
            text.append(paragraph.getParent() instanceof ListItem ? "\n" : "\n\n");
        }

        @Override
        public void visit(Heading heading) {
            text.append(style.bold(inner(heading, true))).append("\n");
        }

        @Override
        public void visit(ListItem item) {
            text.append("• ");
            visitChildren(item);
            if (item.getNext() == null) {
                text.append("\n");
            }
        }

        @Override
        public void visit(BlockQuote quote) {
            inner(quote, true)
                    .strip()
                    .lines()
                    .forEach(line -> text.append("> ").append(line).append("\n"));
            text.append("\n");
        }

        @Override
        public void visit(StrongEmphasis strong) {
            text.append(style.bold(inner(strong, true)));
        }

        @Override
        public void visit(Link link) {
            text.append(style.link(inner(link, true), link.getDestination()));
        }

        @Override
        public void visit(Text literal) {
            text.append(style.plain(literal.getLiteral()));
        }

        @Override
        public void visit(SoftLineBreak line) {
            text.append(" ");
        }

        @Override
        public void visit(HardLineBreak line) {
            text.append("\n");
        }

        private String inner(Node node, boolean styled) {
            Writer inside = new Writer(styled ? style : new Unstyled());
            inside.visitChildren(node);
            buttons.addAll(inside.buttons);
            return inside.text.toString();
        }
    }

    private record Unstyled() implements Style {

        @Override
        public String bold(String text) {
            return text;
        }

        @Override
        public String link(String label, String address) {
            return label;
        }

        @Override
        public String plain(String text) {
            return text;
        }
    }
}
