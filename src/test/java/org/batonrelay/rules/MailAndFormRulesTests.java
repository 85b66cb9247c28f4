package org.batonrelay.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail can be filled with and a form be shown with, and the right changes that nobody is stopped from. */
class MailAndFormRulesTests extends RightAndWrong {

    private static final String MAIL = "forms/mails/acknowledge.en.md";

    @Test
    void engineM8_aMailShowsWhatItHas() {
        opened(MAIL)
                .withFirst("{{name}}", "{{nmae}}")
                .isRefused(
                        "shows {{nmae}}, which this mail does not have", "Did you mean {{name}}?", "{{organisation}}");
        opened(MAIL).withFirst("{{name}}", "{{dealValue}}").isRefused("{{dealValue}}", "It has");
        written("acknowledge.en.md", "Subject: For {{nobody}}\n\nHello\n").isRefused("{{nobody}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Subject: x~~Hello {{#name}} there | cannot be read
            Subject: x~~Hello {{/name}} there | cannot be read
            Subject: x~~Hello {{name | cannot be read
            Hello~~there | must begin with a line 'Subject: ...'
            ~Subject: x~~there | must begin with a line 'Subject: ...'
            Subject:~~there | must begin with a line 'Subject: ...'
            Subject: x | has no text below its first line
            Subject: x~~{{{name}}} | shows a value unescaped
            Subject: x~~{{&name}} | shows a value unescaped
            """)
    void engineM8_aMailIsWhole(String text, String sentence) {
        written("acknowledge.en.md", text.replace("~", "\n")).isRefused(sentence);
    }

    @Test
    void engineM8_aMailIsOneThatBatonSends() {
        written("acknowlege.en.md", "Subject: x\n\nx\n").isRefused("there is no mail 'acknowlege'", "'acknowledge'");
        written("acknowledge.md", "Subject: x\n\nx\n").isRefused("its name and language");
        written("acknowledge.en.md", "").isRefused("is empty");
        written("acknowledge.en.md", " \n\n").isRefused("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filepicker", "documentPreview", "dynamiclist", "somethingNew"})
    void engineM8b_aFormHasOnlyWhatTasklistShows(String type) {
        form("\"type\": \"" + type + "\", \"label\": \"Their offer\", \"key\": \"offer\"")
                .isRefused("'Their offer'", "a field of the kind '" + type + "'");
        form("\"type\": \"group\", \"components\": [{\"type\": \"" + type + "\", \"label\": \"Inside\"}]")
                .isRefused("'Inside'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"takeBy", "dropAt", "contactAt", "meetingNearAt"})
    void engineM8c_aDateFieldLeavesBatonsMomentsAlone(String moment) {
        form("\"type\": \"datetime\", \"subtype\": \"date\", \"dateLabel\": \"Until\", \"key\": \"" + moment + "\"")
                .isRefused("'Until'", "'" + moment + "' is a moment that Baton works out");
    }

    @Test
    void saysSoOfWhatIsNoForm() {
        written("x.form", "{").isRefused("cannot be read as a form");
        written("x.form", "{\"components\": []}").isRefused("has no id");
    }

    // right changes

    @Test
    void aNewFieldAndADateOfItsOwnAreRight() {
        form("\"type\": \"datetime\", \"subtype\": \"date\", \"dateLabel\": \"Decide on\", \"key\": \"decideOn\"")
                .isRight();
        opened("forms/take-baton.form")
                .withFirst(
                        "\"components\": [",
                        "\"components\": [{\"type\": \"textfield\", \"id\": \"budget\", \"key\": \"budget\","
                                + " \"label\": \"Budget\"}, {\"type\": \"iframe\", \"label\": \"Map\"},")
                .isRight();
        opened("forms/qualify-lead.form").isRight();
    }

    @Test
    void newWordsAnAddedLanguageAndAValueThatWasNotShownAreRight() {
        opened(MAIL).withFirst("{{name}}", "dear {{name}} of {{organisation}}").isRight();
        written(
                        "acknowledge.fr.md",
                        "Subject: Merci\r\n\r\nBonjour {{name}},\r\n\r\n{{#stop}}[Stop]({{stop}}){{/stop}}\r\n")
                .isRight();
    }

    private RightAndWrong form(String field) {
        return written(
                "test-rules.form",
                "{\"id\": \"test-rules\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": [{" + field
                        + "}]}");
    }
}
