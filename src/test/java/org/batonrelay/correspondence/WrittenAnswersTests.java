package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.batonrelay.inbound.AnswerWords;
import org.batonrelay.inbound.ClientWords;
import org.batonrelay.inbound.UnmistakableYes;
import org.batonrelay.inbound.signed.Signer;
import org.batonrelay.reading.IncomingMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The answers of {@code src/test/resources/answers}, written before the code: half of them, named blind, by somebody who
 * had not read it. Of those that say more than yes not one may confirm; of plain ones nine in ten must.
 */
class WrittenAnswersTests {

    private final UnmistakableYes yes;
    private final ClientWords words;

    WrittenAnswersTests() {
        DeployedTexts texts = mock(DeployedTexts.class);
        when(texts.latest(anyString())).thenAnswer(call -> Optional.of(read(call.getArgument(0))));
        yes = new UnmistakableYes(new AnswerWords(texts), texts);
        words = new ClientWords(yes);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnmistakableYes.Question question(WrittenAnswer answer) {
        return new UnmistakableYes.Question(
                WrittenAnswer.MAIL_ID,
                answer.subject(),
                List.of(answer.sent()),
                signer(answer),
                List.of(answer.from(), answer.id().startsWith("b") ? "Tom Brandt" : "Sam Rivers"));
    }

    private static Signer signer(WrittenAnswer answer) {
        return Signer.of(answer.from(), answer.from(), answer.address(), answer.organisation());
    }

    private boolean confirms(WrittenAnswer answer) {
        return yes.is(answer.mail(), question(answer));
    }

    private static List<WrittenAnswer> all(String kind) {
        return Stream.of("own", "blind", "eyes", "late")
                .flatMap(who -> WrittenAnswer.in(who + "-" + kind + ".txt").stream())
                .toList();
    }

    @Test
    void noAnswerThatSaysMoreConfirms() {
        List<WrittenAnswer> conditional = all("conditional");

        assertThat(conditional).hasSizeGreaterThanOrEqualTo(210);
        assertThat(conditional.stream().filter(this::confirms).map(WrittenAnswer::id))
                .isEmpty();
    }

    @Test
    void nineInTenPlainYesesConfirm() {
        List<WrittenAnswer> plain = all("plain");
        List<String> asked = plain.stream()
                .filter(it -> !confirms(it))
                .map(WrittenAnswer::id)
                .toList();

        assertThat(plain).hasSizeGreaterThanOrEqualTo(60);
        assertThat(asked).hasSizeLessThanOrEqualTo(plain.size() / 10);
    }

    /** The words that keep a mail from confirming are the ones that a person has to see. */
    @Test
    void everyWordOfTheirsIsReadByWhoeverSorts() {
        for (WrittenAnswer answer : all("conditional")) {
            IncomingMail mail = answer.mail();
            String read = words.of(mail, signer(answer), answer.subject(), List.of(answer.sent()), true);
            List<String> unread = mail.forms().stream()
                    .flatMap(form -> yes.knownOf(signer(answer)).leaveOut(form.own()).stream())
                    .map(ClientWords::bare)
                    .filter(line -> !line.isEmpty() && !(" " + ClientWords.bare(read) + " ").contains(" " + line + " "))
                    .toList();
            assertThat(unread).as(answer.id()).isEmpty();
        }
    }

    private void confirms(String id) {
        WrittenAnswer answer = all("plain").stream()
                .filter(it -> it.id().startsWith(id))
                .findFirst()
                .orElseThrow();
        assertThat(confirms(answer)).as(answer.id()).isTrue();
    }

    @Test
    void mailR1_quoteHeadersOfManyLanguagesAndProgramsAreNobodysWords() {
        for (int sample : new int[] {2, 3, 7, 8, 9, 10, 11, 12, 21, 22, 27, 28, 31, 37}) {
            confirms("op%03d".formatted(sample));
        }
    }

    @Test
    void mailR2_whatDevicesAddIsNobodysWordAlsoDirectlyBelowTheText() {
        for (int sample : new int[] {13, 14, 25, 26, 36}) {
            confirms("op%03d".formatted(sample));
        }
    }

    /** Whatever the next lists bring, these were missed once. */
    @Test
    void plainYesesThatWereMissedOnceConfirm() {
        WrittenAnswer.in("late-plain.txt")
                .forEach(it -> assertThat(confirms(it)).as(it.id()).isTrue());
    }

    @Test
    void mailR5_bannersOfTheClientsHouseAreNobodysWords() {
        confirms("op032");
        confirms("op033");
    }

    @Test
    void aHiddenPreheaderIsNobodysWord() {
        confirms("op038");
    }

    /** However the lead knows them. */
    @Test
    void aYesIsSignedByWhoeverTheMailIsFrom() {
        WrittenAnswer answer = all("plain").get(5);
        UnmistakableYes.Question asked = new UnmistakableYes.Question(
                WrittenAnswer.MAIL_ID,
                answer.subject(),
                List.of(answer.sent()),
                Signer.of(answer.from(), "Purchasing", answer.address(), "Muster GmbH"),
                List.of("Purchasing", answer.from(), "Sam Rivers"));

        assertThat(yes.is(answer.mail(), asked)).isTrue();
    }

    /** Each stands below a yes and the name of its sender. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nur Deutschland",
                "Deutschland",
                "40000 Maximal",
                "Obergrenze 40000",
                "Max. 40000",
                "No Support",
                "Sales Only",
                "Without Marketing",
                "Not Head Of Purchasing",
                "Project Manager Pending",
                "Ohne Projektleiter",
                "Ohne Muster GmbH",
                "Muster GmbH Zustimmung Fehlt",
                "Muster Vorbehaltlich GmbH",
                "Geschäftsführer: Zustimmung Offen",
                "Vorstand: Freigabe Folgt",
                "Sitz der Gesellschaft: Freigabe Offen",
                "Amtsgericht Eintragung Fehlt",
                "Registered office: Approval Pending",
                "Tel. 030 123456 ab Montag",
                "Office: 40",
                "Mobil nur ab Juli",
                "petra@other.example",
                "https://muster.example/korrektur.pdf",
                "www.other.example",
                "Lieferung Lindenweg 5",
                "Lindenweg 5, Ohne Schulung",
                "Postfach 12, Vertrag Fehlt",
                "10115 Berlin Nur Vorab",
                "Petra Muster",
                "i.V. Petra Muster",
                "Maria Weber, ohne Schulung",
                "Maria Weber | Nur Modul A",
                "Einkauf | 3 Lizenzen",
                "[image: Nur Modul A]",
                "Sent from my iPhone 40k",
                "Sent from my desk",
                "Von meinem Chef gesendet",
                "Viele Grüße aus Vorbehalt",
                "Thanks and regards from Legal, not signed",
                "This email is confidential until Monday",
                "Please consider the environment before printing the contract",
                "Diese E-Mail ist nicht bestätigt",
                "TITLE:Nur Vorab",
                "NOTE:Ohne Schulung",
                "Name: Petra",
                "Address: Vertrag Fehlt",
                "--- ohne Schulung ---",
                "2nd version please",
                "CAUTION: external price",
                "50 %",
                "?"
            })
    void nothingThatSaysSomethingHidesInASignature(String line) {
        for (String below : List.of("Viele Grüße\nMaria Weber\nMuster GmbH\n", "--\n", "Maria\n\n")) {
            WrittenAnswer answer = new WrittenAnswer("x", "de", "Maria Weber", "Ja, passt so.\n\n" + below + line);
            assertThat(confirms(answer)).as(below + line).isFalse();
        }
    }
}
