package org.batonrelay.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;

/**
 * A page of HTML as the plain text that a mail program would have sent beside it: what is quoted begins with
 * {@code >}, a signature with its two dashes, what is crossed out with a tilde.
 */
public final class PageText {

    private static final Evaluator BLOCKS =
            QueryParser.parse("p, div, li, tr, table, ul, ol, h1, h2, h3, h4, h5, h6, pre,"
                    + " section, article, header, footer, address, dt, dd, center");
    private static final Evaluator PARAGRAPHS = QueryParser.parse("p, h1, h2, h3, h4, h5, h6, ul, ol, table");
    private static final Evaluator UNSEEN = QueryParser.parse("script, style, head, title, template, noscript, [hidden]"
            // the line that a mailbox shows beside the subject
            + ", [style~=(?i)(^|;)\\s*(display\\s*:\\s*none|visibility\\s*:\\s*hidden)]");
    private static final Evaluator QUOTES =
            QueryParser.parse("blockquote, .yahoo_quoted, .protonmail_quote, .tutanota_quote, #OLK_SRC_BODY_SECTION");
    private static final Evaluator STRUCK = QueryParser.parse("s, strike, del, [style*=line-through]");
    private static final Evaluator SIGNATURES = QueryParser.parse(
            ".gmail_signature, .moz-signature, #Signature, #ms-outlook-mobile-signature, .AppleMailSignature");

    private PageText() {}

    public static String of(String html) {
        if (html.isBlank()) {
            return "";
        }
        Document page = Jsoup.parse(html);
        Lines lines = new Lines();
        if (page.selectFirst("style:containsData(line-through)") != null) {
            // which words a style sheet crosses out is not worked out: whoever reads the page sees it
            lines.write("~", false);
        }
        NodeTraversor.traverse(lines, page.body());
        return lines.text.toString().strip();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int quoted;
        private int unseen;
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                enter(element);
            } else if (node instanceof TextNode words && unseen == 0) {
                write(words.getWholeText(), preformatted > 0);
            }
        }

        /** Unlike {@link Element#is}, which climbs to the root for each of a page's elements. */
        private static boolean is(Element element, Evaluator kind) {
            return kind.matches(element, element);
        }

        private void enter(Element element) {
            if (element.nameIs("pre")) {
                preformatted++;
            }
            if (unseen == 0 && is(element, STRUCK)) {
                write("~", false);
            }
            if (is(element, UNSEEN)) {
                unseen++;
            } else if (is(element, QUOTES)) {
                newLine();
                quoted++;
            } else if (unseen == 0 && element.nameIs("br")) {
                breakLine();
            } else if (unseen == 0 && element.nameIs("hr")) {
                newLine();
                write("________________________________", false);
                newLine();
            } else if (unseen == 0 && element.nameIs("img")) {
                write(symbols(element.attr("alt")), false);
            } else if (is(element, BLOCKS)) {
                newLine();
                if (is(element, SIGNATURES)) {
                    write("-- ", true);
                    breakLine();
                }
            }
        }

        /** A smiley that is sent as a picture is a word; the name of a logo is none. */
        private static String symbols(String alt) {
            return alt.matches("[^\\p{L}\\p{N}]*\\p{So}[^\\p{L}\\p{N}]*") ? alt : "";
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (element.nameIs("pre")) {
                preformatted--;
            }
            if (is(element, UNSEEN)) {
                unseen--;
            } else if (is(element, QUOTES)) {
                newLine();
                quoted--;
                breakLine();
            } else if (is(element, PARAGRAPHS) || is(element, SIGNATURES)) {
                newLine();
                breakLine();
            } else if ((element.nameIs("td") || element.nameIs("th"))) {
                write(" ", false);
            } else if (is(element, BLOCKS)) {
                newLine();
            }
        }

        private void write(String words, boolean asItIs) {
            if (asItIs) {
                for (String line : words.split("(?<=\n)")) {
                    startLine();
                    text.append(line);
                }
                return;
            }
            String flowing = words.replaceAll("[\\s\u00a0]+", " ");
            boolean fresh = atLineStart();
            if (fresh) {
                flowing = flowing.stripLeading();
            }
            if (!flowing.isEmpty()) {
                startLine();
                text.append(flowing);
            }
        }

        private void startLine() {
            if (atLineStart() && quoted > 0) {
                text.append("> ");
            }
        }

        private void newLine() {
            if (!atLineStart()) {
                text.append('\n');
            }
        }

        private void breakLine() {
            if (quoted > 0 && atLineStart()) {
                text.append('>');
            }
            text.append('\n');
        }

        private boolean atLineStart() {
            return text.length() == 0 || text.charAt(text.length() - 1) == '\n';
        }
    }
}
