package org.batonrelay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.LeadHeadings;
import org.batonrelay.lead.LeadLanguage;
import org.batonrelay.lead.LeadRules;
import org.batonrelay.lead.LeadSettings;
import org.batonrelay.lead.NewLead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as programs export them, read without anything that runs. */
class ListShapesTests {

    private static final LeadRules RULES = new LeadRules(Clock.systemUTC());

    private record Read(ListReader.Layout layout, Columns columns, List<ListRow> rows) {

        NewLead lead(int row) {
            return ListedLead.read(rows.get(row), columns, RULES).lead();
        }

        String hint(int row) {
            return ListedLead.read(rows.get(row), columns, RULES).hint();
        }
    }

    private static Read read(String list) {
        try (ListFile file = ListFile.receive(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), null)) {
            ListReader.Layout layout = ListReader.lookThrough(file, LeadHeadings.KNOWN);
            List<ListRow> rows = new ArrayList<>();
            ListReader.rows(file, layout, rows::add);
            return new Read(layout, ListedLead.columns(layout.headings()), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewLead cell(String heading, String cell) {
        return read("name;email;organisation;" + heading + "\nAnn;ann@dorn.example;Dorn;\"" + cell + "\"\n")
                .lead(0);
    }

    @Test
    void captureL1_ofTwoColumnsForOneThingTheFirstFilledCounts() {
        Read list = read("Name,Email,Email 2,Account,Company,Phone,Mobile,Title,Position,Notes,Message\n"
                + "Ann,,ann@dorn.example,,Dorn,,+49 170 1,,CEO,met at fair,Hi there\n"
                + "Bob,bob@dorn.example,b@dorn.example,Dorn,Dorn Ltd,+49 30 1,+49 170 2,CTO,,,\n");

        assertThat(list.lead(0))
                .returns("ann@dorn.example", NewLead::email)
                .returns("Dorn", NewLead::organisation)
                .returns("+49 170 1", it -> it.get(LeadField.PHONE))
                .returns("CEO", it -> it.get(LeadField.ROLE))
                .returns("Hi there\n\nmet at fair", it -> it.get(LeadField.MESSAGE));
        assertThat(list.lead(1))
                .returns("bob@dorn.example", NewLead::email)
                .returns("+49 30 1", it -> it.get(LeadField.PHONE))
                .returns("CTO", it -> it.get(LeadField.ROLE));
        assertThat(list.columns().beside())
                .contains("\"Mobile\" only where \"Phone\" is empty", "\"Email 2\" only where \"Email\" is empty");
    }

    @ParameterizedTest
    @MethodSource("exports")
    void captureL2_theHeadingsOfTheUsualProgramsAreKnown(String headings, Map<String, String> expected) {
        Columns columns = ListedLead.columns(List.of(headings.split(",")));

        assertThat(columns.understood()).containsAllEntriesOf(expected);
        columns.require(ListedLead.needed(columns));
    }

    static List<org.junit.jupiter.params.provider.Arguments> exports() {
        return List.of(
                org.junit.jupiter.params.provider.Arguments.of(
                        "First Name,Last Name,Email,Company name,Phone Number,Mobile Phone Number,Job Title,Country/Region,Preferred language,Original Source,Original Source Drill-Down 1,Contact owner,Lead Status",
                        Map.of(
                                "Company name",
                                "organisation",
                                "Country/Region",
                                "country",
                                "Preferred language",
                                "language",
                                "Original Source",
                                "source",
                                "Mobile Phone Number",
                                "phone")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "First Name,Last Name,Company / Account,Email,Mobile,Lead Source,Description,Country",
                        Map.of("Company / Account", "organisation", "Description", "note", "Lead Source", "source")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Person - Name,Person - Email - Work,Person - Phone - Work,Organization - Name,Deal - Title",
                        Map.of(
                                "Person - Name",
                                "name",
                                "Person - Email - Work",
                                "email",
                                "Organization - Name",
                                "organisation")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "id,created_time,campaign_name,platform,full_name,work_email,company_name,phone_number,job_title,country",
                        Map.of(
                                "campaign_name",
                                "campaign",
                                "full_name",
                                "name",
                                "work_email",
                                "email",
                                "company_name",
                                "organisation")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title,Notes",
                        Map.of(
                                "E-mail 1 - Value",
                                "email",
                                "Organization 1 - Name",
                                "organisation",
                                "Phone 1 - Value",
                                "phone",
                                "Organization 1 - Title",
                                "role",
                                "Notes",
                                "note")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "First Name,Last Name,Company,Job Title,E-mail Address,Business Phone,Mobile Phone,Business Country/Region,Language",
                        Map.of(
                                "E-mail Address",
                                "email",
                                "Business Phone",
                                "phone",
                                "Business Country/Region",
                                "country")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Vorname,Nachname,Firma,Position,E-Mail (geschäftlich),Telefon (geschäftlich),Mobil (geschäftlich),Land/Region geschäftlich",
                        Map.of(
                                "E-Mail (geschäftlich)",
                                "email",
                                "Telefon (geschäftlich)",
                                "phone",
                                "Land/Region geschäftlich",
                                "country")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "User Name (Original Name),User Email,Firmenname,Questions & Comments,Registration Time",
                        Map.of(
                                "User Email",
                                "email",
                                "Firmenname",
                                "organisation",
                                "Questions & Comments",
                                "message",
                                "User Name (Original Name)",
                                "name")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Email Address,First Name,Last Name,Company,Phone Number,LANGUAGE,CC,NOTES,MEMBER_RATING",
                        Map.of("Email Address", "email", "LANGUAGE", "language", "NOTES", "note")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Full Name,Business Email,Account Name,Designation,Secondary Email,Campaign Name",
                        Map.of(
                                "Business Email",
                                "email",
                                "Account Name",
                                "organisation",
                                "Designation",
                                "role",
                                "Campaign Name",
                                "campaign")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Prénom,Nom,Adresse e-mail,Entreprise,Téléphone,Fonction,Pays,Langue,Commentaires",
                        Map.of(
                                "Prénom",
                                "firstName",
                                "Nom",
                                "lastName",
                                "Entreprise",
                                "organisation",
                                "Fonction",
                                "role",
                                "Commentaires",
                                "message")),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Nombre,Apellidos,Correo electrónico,Empresa,Teléfono,Cargo,País,Idioma,Mensaje",
                        Map.of(
                                "Nombre",
                                "firstName",
                                "Correo electrónico",
                                "email",
                                "Cargo",
                                "role",
                                "País",
                                "country")));
    }

    @Test
    void captureL2_columnsOfOtherThingsStayUnread() {
        assertThat(ListedLead.columns(List.of(
                                "Email Status",
                                "Lead Owner",
                                "Contact ID",
                                "Company Size",
                                "Phone Type",
                                "Work",
                                "Deal Name"))
                        .understood())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24.12.26",
                "24/12/2026",
                "12/24/2026",
                "2026-12-24 00:00:00",
                "2026-12-24T00:00:00Z",
                "2026-12-24T09:30:00.000+01:00",
                "24. Dezember 2026",
                "24 December 2026",
                "Dec 24, 2026",
                "December 24th, 2026",
                "Thu, 24 Dec 2026",
                "Donnerstag, 24. Dezember 2026",
                "24-Dec-26",
                "24. Dez. 2026",
                "2026/12/24",
                "24.12.2026 00:00",
                "12/24/2026 12:00 AM",
                "20261224",
                "24 décembre 2026",
                "24 de diciembre de 2026"
            })
    void captureL3_aDateIsReadAsProgramsWriteIt(String written) {
        assertThat(cell("Kontakt ab", written).contactNotBefore()).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void captureL3_onlyWhatCouldBeTwoDaysIsRefused() {
        for (String written : List.of("01/02/2027", "1-2-27", "01/02/2027 00:00")) {
            assertThatThrownBy(() -> cell("Kontakt ab", written))
                    .as(written)
                    .isInstanceOf(InvalidLead.class)
                    .hasMessageContaining("could be two days");
        }
        for (String written : List.of("soon", "31.02.2027", "24.12.", "46380")) {
            assertThatThrownBy(() -> cell("Kontakt ab", written)).as(written).isInstanceOf(InvalidLead.class);
        }
        assertThat(cell("Kontakt ab", "02/02/2027").contactNotBefore()).isEqualTo(LocalDate.of(2027, 2, 2));
        assertThat(cell("Kontakt ab", "-").contactNotBefore()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "German,de",
        "Deutsch,de",
        "English (US),en",
        "de,de",
        "de_DE,de_DE",
        "Englisch,en",
        "Français,fr",
        "ger,de",
        "German - Germany,de",
        "Allemand,de",
        "english,en",
        "Deutsch (Deutschland),de"
    })
    void captureL4_aLanguageIsKnownByItsName(String written, String code) {
        assertThat(cell("Language", written).get(LeadField.LANGUAGE)).isEqualTo(code);
    }

    @Test
    void captureL4_yesIsWhatProgramsTakeForIt() {
        for (String yes :
                List.of("on", "✓", "checked", "oui", "Yes please", "Ja, bitte", "☑", "TRUE", "sí", "✔️", "WAHR")) {
            assertThat(cell("call me", yes).said().get(LeadField.WANTS_CONTACT))
                    .as(yes)
                    .isEqualTo(true);
        }
        for (String no : List.of("off", "non", "☐", "FALSCH", "unchecked", "0")) {
            assertThat(cell("call me", no).said().get(LeadField.WANTS_CONTACT))
                    .as(no)
                    .isEqualTo(false);
        }
        assertThatThrownBy(() -> cell("call me", "perhaps")).isInstanceOf(InvalidLead.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailto:p@d.example|p@d.example",
                "P <p@d.example>|p@d.example",
                "<p@d.example>|p@d.example",
                "\u00a0p@d.example\u00a0|p@d.example",
                "p@d.example, q@d.example|p@d.example",
                "\u200bp@d.example|p@d.example"
            })
    void captureL5_theAddressInACellIsFound(String cell, String address) {
        NewLead lead = read("name;email;organisation\nP;\"" + cell + "\";D\n").lead(0);
        assertThat(lead.email()).isEqualTo(address);
    }

    @Test
    void captureL5_aPhoneNumberIsOneOrLeftOutAndSaidSo() {
        assertThat(cell("phone", "p:+4930123456").get(LeadField.PHONE)).isEqualTo("+4930123456");
        assertThat(cell("phone", "tel:+4930123456").get(LeadField.PHONE)).isEqualTo("+4930123456");
        assertThat(cell("phone", "4930123456.0").get(LeadField.PHONE)).isEqualTo("4930123456");
        Read cut = read(
                "name;email;organisation;phone\nAnn;ann@dorn.example;Dorn;4.91701E+11\nB;b@e.example;E;4,91701E+11\n");
        assertThat(cut.lead(0).get(LeadField.PHONE)).isNull();
        assertThat(cut.lead(1).get(LeadField.PHONE)).isNull();
        assertThat(cut.hint(0)).contains("cut short", "4.91701E+11");
    }

    @Test
    void captureL6_aTitleAboveAndASumBelowAreNoRows() {
        Read list = read("""
                Leads of the fair, Berlin 2026
                Exported 01.12.2026, by Sam

                Name;Firma;E-Mail
                Ann;Dorn;ann@dorn.example
                Bob;;bob
                Cy;Eck;cy@eck.example

                Total: 3
                Summe;3;
                Confidential Information - Do Not Distribute
                """);

        assertThat(list.layout().headings()).containsExactly("Name", "Firma", "E-Mail");
        assertThat(list.rows()).extracting(ListRow::number).containsExactly(5, 6, 7);
        assertThat(list.layout().leftOut())
                .contains("2 lines above the headings", "3 lines below the list", "Total: 3");
        assertThat(list.lead(0).organisation()).isEqualTo("Dorn");
    }

    @Test
    void captureL6_aRowThatLacksAlmostAllStaysARow() {
        assertThat(read("name,email,organisation\nAnn,ann@dorn.example,Dorn\n,nobody,\n")
                        .rows())
                .hasSize(2);
        assertThat(read("name,email,organisation\nAnn,ann@dorn.example,Dorn\nBob,,\n")
                        .rows())
                .hasSize(2);
        assertThat(read("name,email,organisation\nAnn,ann@dorn.example,Dorn\n,late@dorn.example,\n")
                        .rows())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wir hätten gern eine Preisliste für 40 Nutzer||de",
                "We would like a price list||en",
                "|Germany|de",
                "|Deutschland|de",
                "|AT|de",
                "|Schweiz|de",
                "|United Kingdom|en",
                "Rückruf erbeten, danke|United States|de",
                "We are interested|Germany|en",
                "|France|fr-house",
                "||fr-house",
                "Acme|| fr-house"
            })
    void captureL8_theWordsElseTheCountryElseTheHouseSayTheLanguage(String message, String country, String language) {
        LeadLanguage languages = new LeadLanguage(new LeadSettings(
                "http://baton.example",
                null,
                java.nio.file.Path.of("none"),
                java.time.Duration.ofDays(1),
                "fr-house",
                new LeadSettings.Mail("baton.example", "reply")));
        NewLead lead = NewLead.of("Ann", "ann@dorn.example", "Dorn")
                .with(LeadField.COUNTRY, country)
                .with(LeadField.MESSAGE, message);

        assertThat(languages.of(lead)).isEqualTo(language.strip());
    }
}
