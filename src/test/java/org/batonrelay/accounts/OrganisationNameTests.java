package org.batonrelay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationNameTests {

    @ParameterizedTest
    @CsvSource({
        "Acme, acme",
        "ACME Inc., acme",
        "Müller & Söhne GmbH, mueller-soehne",
        "Société Générale S.A., societe-generale",
        "O'Neill's Ltd, oneills",
        "Łódź Żubr, lodz-zubr",
        "Co, co",
        "3M, 3m"
    })
    void makesAReadableSlug(String name, String slug) {
        assertThat(OrganisationName.of(name).slug()).isEqualTo(slug);
    }

    @Test
    void hasNoSlugForAnotherScriptButStillAKey() {
        OrganisationName name = OrganisationName.of("株式会社アクメ");

        assertThat(name.slug()).isEmpty();
        assertThat(name.key()).isEqualTo(OrganisationName.of("株式会社アクメ").key()).isNotEmpty();
    }

    @Test
    void keepsASlugShort() {
        assertThat(OrganisationName.of("x".repeat(200)).slug()).hasSizeLessThanOrEqualTo(40);
        assertThat(OrganisationName.of("The Long Name of an Organisation That Never Ends Ltd")
                        .slug())
                .hasSizeLessThanOrEqualTo(40)
                .doesNotEndWith("-");
    }

    @Test
    void knowsAnOrganisationUnderAnotherSpelling() {
        assertThat(OrganisationName.of("Mueller Soehne").key())
                .isEqualTo(OrganisationName.of("MÜLLER & Söhne GmbH").key());
    }
}
