package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    private final PublicMailProviders providers = new PublicMailProviders();

    @ParameterizedTest
    @CsvSource({
        "anna+x@Acme.com, anna@acme.com",
        "Anna@acme.com, anna@acme.com",
        "a.b@mail.acme.co.uk, a.b@mail.acme.co.uk",
        "anna@bücher.example, anna@xn--bcher-kva.example"
    })
    void knowsThePersonUnderAnySpelling(String written, String key) {
        assertThat(MailAddress.read(written)).map(MailAddress::key).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@acme.com",
                "anna@",
                "anna@acme",
                "an na@acme.com",
                "anna@acme..com",
                ".anna@acme.com",
                "anna@-acme.com",
                "anna@acme.com\nBcc: all@acme.com",
                "Anna <anna@acme.com>",
                "anna@acme.com, bob@acme.com",
                "anna@192.168.0.1"
            })
    void refusesWhatIsNoAddress(String written) {
        assertThat(MailAddress.read(written)).isEmpty();
    }

    @Test
    void refusesAnAddressOfTenThousandCharactersAtOnce() {
        assertThat(MailAddress.read("a.".repeat(5000) + "@acme.com")).isEmpty();
        assertThat(MailAddress.read("anna@" + "a.".repeat(120) + "com")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "yahoo.co.uk",
                "yahoo.de",
                "gmx.net",
                "web.de",
                "eu.mail.ru",
                "hotmail.com.br",
                "me.com"
            })
    void takesAPublicProviderForNoOrganisation(String domain) {
        assertThat(providers.ownDomain(new MailAddress("anna", domain))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.com", "gmail.acme.com", "notgmail.com", "live.acme.com", "acme.me", "mail.acme.de"})
    void takesEveryOtherDomainForAnOrganisations(String domain) {
        assertThat(providers.ownDomain(new MailAddress("anna", domain))).contains(domain);
    }
}
