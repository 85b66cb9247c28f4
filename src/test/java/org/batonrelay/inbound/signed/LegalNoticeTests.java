package org.batonrelay.inbound.signed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalNoticeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This e-mail and any attachments are confidential and intended solely for the addressee.",
                "If you are not the intended recipient, please notify the sender immediately and delete this message.",
                "If you are not the named addressee you should not disseminate, distribute or copy this e-mail.",
                "Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail.",
                "Das unerlaubte Kopieren sowie die unbefugte Weitergabe dieser Mail ist nicht gestattet."
            })
    void isKnownHoweverAHouseWordsIt(String sentence) {
        assertThat(LegalNotice.is(sentence)).isTrue();
    }

    /** In the words of lawyers, and about the summary. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Information in this document is not as it should be, please contact us at once: confidential.",
                "This information is not part of what we have received, please notify the sender.",
                "Diese Informationen sind nicht so vertraulich, bitte beachten.",
                "Die Informationen in diesem Anhang sind nicht unsere, bitte informieren Sie den Absender.",
                "This e-mail is confidential, and the price in it is too high.",
                "If you have received this in error, please let us know by when we can start."
            })
    void isNoneWhenItCouldBeAboutWhatTheMailAnswers(String sentence) {
        assertThat(LegalNotice.is(sentence)).isFalse();
    }
}
