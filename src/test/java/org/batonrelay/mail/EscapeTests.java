package org.batonrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# heading",
                "- item",
                "1. item",
                "> quote",
                "```",
                "***",
                "[click](https://evil.example)",
                "![x](https://evil.example/x.png)",
                "<https://evil.example>",
                "<script>alert(1)</script>",
                "&lt;b&gt; &amp; &#60;",
                "a *b* _c_ **d** `e` ~f~",
                "back\\slash \\* at \\",
                "{{reference}} {{{x}}}",
                "Jörg Müßig & Söhne",
                "[ref]: https://evil.example",
                "=====",
            })
    void showsWhatWasTypedAndDoesNothing(String typed) {
        Node page = Parser.builder()
                .build()
                .parse("Hello " + Escape.markdown(typed) + " there.\n\n" + Escape.markdown(typed));
        assertThat(TextContentRenderer.builder().build().render(page))
                .isEqualTo("Hello " + typed + " there.\n" + typed);
        assertThat(HtmlRenderer.builder().build().render(page)).doesNotContainPattern("<(?!/?p>)");
    }

    @Test
    void keepsLineBreaksAsLineBreaks() {
        Node page =
                Parser.builder().build().parse("- " + Escape.markdown("one\r\n# two\n\n    - three\n") + "\n- four");
        assertThat(HtmlRenderer.builder().build().render(page))
                .isEqualTo("<ul>\n<li>one<br />\n# two<br />\n<br />\n- three</li>\n<li>four</li>\n</ul>\n");
    }

    @Test
    void makesOneLineOfAHeader() {
        assertThat(Escape.oneLine("Anna\r\nBcc: all@acme.com\u0000\u202Egnp.exe\t x"))
                .isEqualTo("Anna Bcc: all@acme.comgnp.exe x");
    }
}
