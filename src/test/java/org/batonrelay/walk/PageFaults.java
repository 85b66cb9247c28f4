package org.batonrelay.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/**
 * What is wrong with the HTML of a page or a mail: what the HTML standard's parser stumbles over, and what a validator
 * says of ids, labels, headings and attributes.
 */
final class PageFaults {

    private static final Set<String> OBSOLETE = Set.of("font", "center", "big", "tt", "marquee", "frame", "frameset");
    private static final Set<String> NEED_NAMES = Set.of("input", "select", "textarea");
    private static final Set<String> REFERENCES =
            Set.of("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers");

    private final Document page;
    private final List<String> faults = new ArrayList<>();

    private PageFaults(Document page) {
        this.page = page;
    }

    static List<String> of(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(50);
        PageFaults check = new PageFaults(parser.parseInput(html, "http://localhost/"));
        parser.getErrors().stream().map(ParseError::toString).forEach(check.faults::add);
        if (!html.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html>")) {
            check.faults.add("no <!DOCTYPE html> at the start");
        }
        check.frame();
        check.identities();
        check.fields();
        check.headings();
        check.nesting();
        return check.faults;
    }

    private void frame() {
        fault("html has no lang", page.child(0).attr("lang").isBlank());
        fault("no title", page.title().isBlank());
        fault("no charset", page.select("meta[charset]").isEmpty());
        fault("more than one main", page.select("main").size() > 1);
        every("img:not([alt])", it -> true, "has no alt");
        every("a", it -> it.hasAttr("href") && it.attr("href").isBlank(), "leads nowhere");
        every("a, button", it -> it.text().isBlank() && !it.hasAttr("aria-label"), "says nothing");
        every("iframe:not([title])", it -> true, "has no title");
        every("*", it -> OBSOLETE.contains(it.normalName()), "is obsolete");
        every("[tabindex]", it -> !Set.of("0", "-1").contains(it.attr("tabindex")), "changes the order of reading");
    }

    private void identities() {
        page.select("[id]").stream()
                .collect(Collectors.groupingBy(Element::id, Collectors.counting()))
                .forEach((id, times) -> fault("the id '" + id + "' stands " + times + " times", times > 1));
        every("[id]", it -> it.id().isBlank() || it.id().contains(" "), "has an id that is none");
        for (String name : REFERENCES) {
            for (Element element : page.select("[" + name + "]")) {
                Arrays.stream(element.attr(name).split(" "))
                        .filter(id -> page.getElementById(id) == null)
                        .forEach(id -> faults.add(name + " refers to '" + id + "', which is not there"));
            }
        }
    }

    private void fields() {
        every(
                "input, select, textarea",
                it -> NEED_NAMES.contains(it.normalName())
                        && !Set.of("hidden", "submit").contains(it.attr("type"))
                        && page.select("label[for='" + it.id() + "']").isEmpty()
                        && !it.hasAttr("aria-label")
                        && it.closest("label") == null,
                "has no label");
    }

    /** One first heading, and none that skips a level. */
    private void headings() {
        List<Element> headings = page.select("h1, h2, h3, h4, h5, h6");
        fault("more than one h1", page.select("h1").size() > 1);
        int before = 1;
        for (Element heading : headings) {
            int level = heading.normalName().charAt(1) - '0';
            fault("'" + heading.text() + "' skips a level", level > before + 1);
            before = level;
        }
    }

    private void nesting() {
        every("ul > *, ol > *", it -> !Set.of("li", "script", "template").contains(it.normalName()), "is no item");
        every("p ul, p div, p section, p table", it -> true, "stands in a paragraph");
        every("a a, a button, button a, form form", it -> true, "stands in its like");
        every("dl > *", it -> !Set.of("dt", "dd", "div").contains(it.normalName()), "is neither dt nor dd");
        every("tr > *", it -> !Set.of("td", "th").contains(it.normalName()), "is no cell");
        every("span div, span p, span section, span ul", it -> true, "stands in a span");
    }

    private void every(String css, Predicate<Element> isWrong, String fault) {
        page.select(css).stream()
                .filter(isWrong)
                .map(it -> "<" + it.normalName() + "> " + fault + ": " + cut(it.outerHtml()))
                .forEach(faults::add);
    }

    private void fault(String fault, boolean is) {
        if (is) {
            faults.add(fault);
        }
    }

    private static String cut(String html) {
        return html.length() < 120 ? html : html.substring(0, 120) + "…";
    }
}
