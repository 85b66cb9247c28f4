package org.batonrelay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.batonrelay.chat.Known.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntroductionTests {

    private static final Known NAME_ASKED = Known.NOTHING.asking(Asked.NAME);
    private static final Known EMAIL_ASKED = new Known("Anna", null, null, null, Asked.EMAIL, 0);
    private static final Known ORGANISATION_ASKED =
            new Known("Anna", "anna@acme.example", null, null, Asked.ORGANISATION, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Berg|Anna Berg",
                "anna berg|anna berg",
                "I'm Anna Berg|Anna Berg",
                "Hi, I am Anna|Anna",
                "My name is Anna von der Heide.|Anna von der Heide",
                "Guten Tag, ich heiße Jörg Müller-Lüdenscheidt|Jörg Müller-Lüdenscheidt",
                "Mein Name ist Søren O'Neill|Søren O'Neill",
                "Name: Anna Berg|Anna Berg",
                "Dr. Anna Berg|Dr. Anna Berg",
                "It's Anna|Anna",
            })
    void understandsAName(String text, String name) {
        Introduction told = Introduction.read(text, NAME_ASKED);

        assertThat(told.name()).isEqualTo(name);
        assertThat(told.organisation()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello",
                "Guten Tag!",
                "What does it cost?",
                "We need help with our handoffs",
                "I'm looking for a demo",
                "Ich möchte ein Angebot",
                "yes",
                "How are you?",
                "???",
            })
    void takesASentenceForNoName(String text) {
        assertThat(Introduction.read(text, NAME_ASKED).isAnswer()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'm Anna Berg from Acme GmbH, anna@acme.example",
                "Anna Berg, anna@acme.example, Acme GmbH",
                "anna@acme.example; Anna Berg; Acme GmbH",
                "Hallo, ich bin Anna Berg von der Acme GmbH, meine E-Mail ist anna@acme.example.",
                "My name is Anna Berg, I work at Acme GmbH and my email is anna@acme.example",
                "Name: Anna Berg; Firma: Acme GmbH; Mail: anna@acme.example",
            })
    void understandsAllAtOnce(String text) {
        Introduction told = Introduction.read(text, NAME_ASKED);

        assertThat(told.name()).isEqualTo("Anna Berg");
        assertThat(told.email()).isEqualTo("anna@acme.example");
        assertThat(told.organisation()).isEqualTo("Acme GmbH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna@acme.example|anna@acme.example",
                "It is anna+x@acme.example.|anna+x@acme.example",
                "<anna.berg@mail.acme.example>|anna.berg@mail.acme.example",
                "you reach me at anna@müller.example|anna@müller.example",
            })
    void findsAnAddress(String text, String address) {
        assertThat(Introduction.read(text, EMAIL_ASKED).email()).isEqualTo(address);
        assertThat(Introduction.read(text, EMAIL_ASKED).organisation()).isNull();
    }

    @Test
    void noticesAnAddressThatIsNone() {
        Introduction told = Introduction.read("anna@acme", EMAIL_ASKED);

        assertThat(told.email()).isNull();
        assertThat(told.brokenEmail()).isEqualTo("anna@acme");
        assertThat(Introduction.read("anna..b@acme.example", EMAIL_ASKED).email())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme|Acme",
                "Acme & Sons Ltd.|Acme & Sons Ltd",
                "We are Acme GmbH|Acme GmbH",
                "Firma Müller und Söhne|Müller und Söhne",
                "university of oslo|university of oslo",
                "3M|3M",
                "Widget <b>Works</b>|Widget <b>Works</b>",
            })
    void understandsAnOrganisation(String text, String organisation) {
        assertThat(Introduction.read(text, ORGANISATION_ASKED).organisation()).isEqualTo(organisation);
    }

    @Test
    void answersNoQuestionWithAnOrganisation() {
        assertThat(Introduction.read("Why do you ask?", ORGANISATION_ASKED).isAnswer())
                .isFalse();
        assertThat(Introduction.read("We lose leads between our teams.", ORGANISATION_ASKED)
                        .isAnswer())
                .isFalse();
    }

    @Test
    void keepsWhatIsSaidBeside() {
        Introduction told = Introduction.read("I'm Anna Berg from Acme. We lose leads between our teams.", NAME_ASKED);

        assertThat(told.name()).isEqualTo("Anna Berg");
        assertThat(told.organisation()).isEqualTo("Acme");
        assertThat(told.more()).isTrue();
    }

    @Test
    void takesWhoeverWasAskedOftenAtTheirWord() {
        Known asked = new Known(null, null, null, "Hi", Asked.NAME, 2);

        assertThat(Introduction.read("the one and only", asked).name()).isEqualTo("the one and only");
    }
}
