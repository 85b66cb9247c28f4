package org.batonrelay.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers as people write them. Of those that say more than yes, not one may count as a yes. */
class AnswerWordsTests extends RunningBaton {

    private static final List<String> NAMES = List.of("Anna Ash", "Sam Rivers", "Alex Winter");

    @Autowired
    AnswerWords words;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes",
                "yes!",
                "YES.",
                "Confirmed",
                "Confirmed, thanks.",
                "Confirmed. Thanks, Anna",
                "Hi Sam,\n\nconfirmed.\n\nBest regards\nAnna",
                "Hello Sam, yes, that's correct. Thank you for the summary!",
                "Yes, all correct. Many thanks!",
                "All correct",
                "I confirm the summary.",
                "I hereby confirm.\r\n\r\nKind regards,\r\nAnna Ash",
                "That’s right, thank you very much.",
                "Agreed.",
                "We agree with the summary. Cheers, Anna",
                "Spot on – thanks!",
                "Yes, that is exactly what we discussed.",
                "You understood us correctly. Best wishes",
                "Dear Alex,\nthank you for your summary. Everything is correct.\nRegards\nAnna",
                "Confirmed 👍",
                "✅ confirmed",
                "Looks correct to me.",
                "Approved",
                "Dear Mr Winter, we confirm the summary. Yours sincerely, Anna Ash",
                "ok, agreed",
                "Ja",
                "Ja, stimmt so.",
                "Stimmt",
                "Stimmt alles so, danke!",
                "Passt",
                "Passt so. Viele Grüße Anna",
                "Passt für mich. LG Anna",
                "Bestätigt.",
                "Hiermit bestätige ich die Zusammenfassung.\n\nMit freundlichen Grüßen\nAnna Ash",
                "Guten Tag Herr Winter,\n\ndas ist alles richtig. Vielen Dank!\n\nFreundliche Grüße\nAnna Ash",
                "Hallo Sam,\n\nalles korrekt, vielen Dank für die gute Zusammenfassung.\n\nBeste Grüße, Anna",
                "Ja, genau so ist es.",
                "Einverstanden",
                "Damit sind wir einverstanden. Mfg Ash",
                "Alles in Ordnung, danke sehr",
                "Das kann ich so bestätigen.",
                "Sie haben uns richtig verstanden. Schöne Grüße",
                "Sehr geehrter Herr Winter, Ihre Zusammenfassung stimmt. Mit freundlichen Grüßen, Anna Ash",
                "Wir stimmen der Zusammenfassung zu.",
                "It is absolutely correct, thanks.",
                "Confirmed from our end.",
                "I can confirm that the summary is correct.",
                "That is exactly what we talked about. Correct. S. Rivers",
                "Das hast du alles richtig verstanden, danke!",
                "Die Zusammenfassung ist völlig korrekt.",
                "Genau so haben wir es besprochen.",
                "That's right Sam.",
                "So passt es. Ganz liebe Grüße, Anna",
                "Für mich passt das so."
            })
    void knowsAnUnmistakableYes(String said) {
        assertThat(words.isYes(said, NAMES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "No",
                "Not confirmed",
                "It is nearly correct.",
                "It is absolutely not correct.",
                "Confirmed from Jon's side",
                "You understood us.",
                "I can confirm that we met.",
                "Das hast du fast richtig verstanden.",
                "So haben wir es nicht besprochen.",
                "Die Zusammenfassung ist nicht korrekt.",
                "Ich bestätige Ihnen den Erhalt.",
                "Stimmt so weit.",
                "Correct winter",
                "That's right Winter",
                "So passt es nicht.",
                "Confirmed?",
                "Yes?",
                "Yes, but the timeline is wrong.",
                "Yes but no",
                "Yes and no",
                "Yes, yes. Great.",
                "Ja, ja.",
                "Ja ja, alles klar",
                "Confirmed, except for the budget.",
                "All correct except the date",
                "Almost all correct",
                "Mostly correct.",
                "Nearly right",
                "Yes, if the price holds.",
                "Yes, provided that legal agrees",
                "I can not confirm",
                "I cannot confirm this",
                "I can't confirm that.",
                "I don't agree",
                "We do not agree with the summary",
                "That is not correct",
                "That's not right",
                "Incorrect",
                "Not all correct",
                "Correct me if I am wrong",
                "Please correct the timeline",
                "Confirmed for 3 plants",
                "Confirmed on Monday",
                "Yes, 2 plants",
                "Confirmed. One more thing: we need SSO.",
                "Confirmed. Can you call me?",
                "Confirmed, please call me",
                "Yes, please",
                "Yes, let us talk about it.",
                "Yes, I will look at it tomorrow.",
                "I will confirm tomorrow",
                "Will be confirmed soon",
                "To be confirmed",
                "Yes…",
                "Yes...",
                "Confirmed..",
                "yes ..",
                "\"Confirmed\"",
                "„Bestätigt“",
                "(yes)",
                "~~confirmed~~",
                "> Confirmed",
                "Confirmed 🤔",
                "Confirmed 😂",
                "👍",
                "OK",
                "ok thanks",
                "Thanks!",
                "Thank you for the summary.",
                "Sounds good",
                "Looks good to me",
                "All good, thanks",
                "Perfect, thanks",
                "Received, thanks",
                "Got it",
                "Noted",
                "Confirm or correct",
                "Unconfirmed",
                "Yes, Bob",
                "Yes, I confirm that I got your mail",
                "Agreed in principle",
                "I agree with most of it",
                "I confirm receipt",
                "Reading confirmed",
                "Yes we have no objections at the moment",
                "Best regards\nAnna",
                "Ja?",
                "Ja, aber der Zeitplan stimmt nicht.",
                "Nein",
                "Ja nein",
                "Jein",
                "Stimmt nicht",
                "Stimmt so nicht.",
                "Stimmt nicht ganz",
                "Stimmt fast alles",
                "Stimmt soweit",
                "Soweit richtig",
                "Im Prinzip ja",
                "Grundsätzlich einverstanden",
                "Nicht einverstanden",
                "Passt nicht",
                "Passt, bis auf den Termin",
                "Passt, nur das Budget fehlt",
                "Alles richtig außer Punkt 2",
                "Alles richtig ausser dem Datum",
                "Bestätigt, mit einer Änderung: Start im Mai",
                "Bestätigt, Termin am 3. Mai",
                "Ich bestätige den Erhalt",
                "Ich bestätige morgen",
                "Kann ich nicht bestätigen",
                "Das können wir so nicht bestätigen",
                "Unrichtig",
                "Inkorrekt",
                "Nicht korrekt",
                "Alles klar, danke",
                "Danke",
                "Danke für die Zusammenfassung",
                "Passt das so?",
                "Ja, wenn der Preis bleibt",
                "Ja, gerne",
                "Ja, unter Vorbehalt",
                "Vorbehaltlich der Freigabe einverstanden",
                "Ich denke, das stimmt",
                "Müsste stimmen",
                "Das sollte passen",
                "Stimmt 90%",
                "Stimmt *nicht*",
                "Ja\u200B",
                "Yes \u202Eton",
                "Yes; call me",
                "Oui, confirmé",
                "Confirmed\n\nSent from my phone, please excuse typos"
            })
    void asksAPersonAboutEverythingElse(String said) {
        assertThat(words.isYes(said, NAMES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Confirmed, Not Right", "Yes no", "Stimmt nicht"})
    void aNameTurnsNoWordRound(String said) {
        assertThat(words.isYes(said, List.of("Not No", "Nicht Nein"))).isFalse();
    }

    /** A few choices in one line stand for more phrases than any memory holds. */
    @Test
    void whatTheProcessOwnerDeploysCountsAtOnceAndALineOfTooManyPhrasesIsLeftOut() {
        String endless = "{a|b|c|d} ".repeat(20) + "it is";
        String ours = repository
                .createDeployment()
                .addString("answer-words.txt", "[yes]\n" + endless + "\n{aye|so be it}\n[beside]\nthanks\n")
                .deploy()
                .getId();
        try {
            assertThat(words.isYes("Aye, thanks", NAMES)).isTrue();
            assertThat(words.isYes("Yes", NAMES)).isFalse();
        } finally {
            repository.deleteDeployment(ours, true);
        }
        assertThat(words.isYes("Yes", NAMES)).isTrue();
    }
}
