package org.batonrelay.lead;

import java.util.Arrays;
import java.util.List;

/**
 * A field of a lead. Whoever posts, mails, lists or types a lead, the card, the lead's page and what partners see read
 * them here: a further one is an entry here and a field of the form {@code new-lead}.
 *
 * <p>Long because each word that the usual programs write above a column is written out.
 */
public enum LeadField {
    NAME("name", Kind.NAMED, 200, Fact.NONE, "The name", "Name", "name", """
            full name; contact; contact name; contact person; display name; person; lead name; customer name;
            Ansprechpartner; Ansprechpartnerin; Kontakt; Kontaktname; Kontaktperson; vollständiger Name;
            Vor- und Nachname; Vorname und Nachname; Vorname Nachname; Name, Vorname; Anzeigename; nom complet;
            nom et prénom; prénom et nom; nombre completo; nombre y apellidos; first and last name;
            name (original name); user name (original name)"""),
    EMAIL("email", Kind.ADDRESS, 254, Fact.NONE, "The e-mail address", "E-mail", "email", """
            mail; email address; email id; e-mail addresses; emails; mail address; company email;
            company email address; secondary email; E-Mail-Adresse; Mailadresse; Mail-Adresse; Firmen-E-Mail;
            Kontakt-E-Mail; adresse e-mail; adresse mail; adresse électronique; courriel; correo;
            correo electrónico"""),
    ORGANISATION("organisation", Kind.NAMED, 200, Fact.NONE, "The organisation", "Organisation", "organisation", """
            organization; company; company name; account; account name; company / account; company account;
            organization name; organisation name; organization / company; company / organization;
            company or organisation; company or organization; employer; current company; associated company;
            primary associated company; business; business name; institution; Firma; Firmenname;
            Firma / Organisation; Firma/Institution; Unternehmen; Unternehmensname; Name des Unternehmens;
            Name der Firma; Firmenbezeichnung; Arbeitgeber; Einrichtung; entreprise; nom de l'entreprise;
            société; raison sociale; organisme; empresa; nombre de la empresa; compañía; organización"""),
    PHONE("phone", Kind.LINE, 80, Fact.NONE, "The phone number", "Phone", "phone", """
            phone number; telephone; telephone number; tel; tel.; tel no; phone no; mobile; mobile phone;
            mobile number; mobile phone number; cell; cell phone; company phone; company phone number; Telefon;
            Telefonnummer; Tel.-Nr.; Rufnummer; Mobil; Mobiltelefon; Mobilnummer; Handy; Handynummer; téléphone;
            téléphone portable; numéro de téléphone; portable; teléfono; móvil; whatsapp; whatsapp number"""),
    ROLE("role", Kind.LINE, 200, Fact.NONE, "The role", "Role", "role", """
            job title; title; position; job role; job; designation; occupation; function; job function;
            organization title; organisation title; company title; Funktion; Rolle; Berufsbezeichnung;
            Stellenbezeichnung; Position im Unternehmen; fonction; poste; cargo; puesto"""),
    COUNTRY("country", Kind.LINE, 80, Fact.CARRIED, "The country", "Country", "country", """
            country/region; country or region; country code; country name; country of address;
            organization country; company country; cc; Land; Land/Region; Ländercode; Länderkennzeichen; Staat;
            pays; pays/région; país"""),
    LANGUAGE("language", Kind.LANGUAGE, 20, Fact.CARRIED, "The language", "Language", "language", """
            locale; lang; language code; Sprache; bevorzugte Sprache; Korrespondenzsprache; langue; idioma"""),
    SEGMENT("segment", Kind.LINE, 80, Fact.CARRIED, "The segment", "Segment", "segment", """
            customer segment; market segment; Kundensegment; segmento"""),
    SOURCE("source", Kind.LINE, 200, Fact.FIRST, "The source", "Where from", "source", """
            lead source; original source; traffic source; utm source; channel; Quelle; Herkunft; Leadquelle;
            Lead-Quelle; origine; fuente; origen"""),
    CAMPAIGN("campaign", Kind.LINE, 200, Fact.FIRST, "The campaign", "Campaign", "campaign", """
            campaign name; utm campaign; last campaign; Kampagne; Kampagnenname; campagne; campaña"""),
    MESSAGE(
            "message",
            Kind.TEXT,
            4000,
            Fact.ALL,
            "The message",
            "What they wrote",
            "message: what they wrote to us",
            """
            message body; message text; comment; comments; comment or message; comments or questions; questions;
            question; questions & comments; questions and comments; questions or comments; enquiry; inquiry;
            your request; request; how can we help; how can we help you; what can we help you with;
            what can we do for you; Nachricht; Nachrichtentext; Mitteilung; Kommentar; Kommentare; Anfrage;
            Anliegen; Frage; Fragen; Fragen & Kommentare; Fragen und Kommentare; Wie können wir Ihnen helfen;
            Was können wir für Sie tun; Freitext; commentaire; commentaires; demande; mensaje; comentario;
            comentarios; consulta"""),
    KNOWS("knows", Kind.TEXT, 4000, Fact.ALL, "What they know", "What they know", "what they know already", """
            Weiß schon; Weiss schon"""),
    SPOKEN_WITH(
            "spokenWith",
            Kind.TEXT,
            4000,
            Fact.ALL,
            "Whom they talked to",
            "Whom they talked to",
            "whom they have spoken with",
            """
            Gesprochen mit"""),
    NEEDS("needs", Kind.TEXT, 4000, Fact.ALL, "What they need", "What they need", "what they need", """
            need; Bedarf; product interest; interested in; Interesse an; Interesse"""),
    CONTACT_NOT_BEFORE(
            "contactNotBefore",
            Kind.DAY,
            10,
            Fact.NONE,
            "The date before which nobody calls",
            "Nobody calls before",
            "nobody calls before (a date)",
            """
            not before; call from; contact from; call after; contact after; Nicht vor; Kontakt ab; Anrufen ab;
            Kontaktieren ab"""),
    WANTS_CONTACT(
            "wantsContact",
            Kind.YES_OR_NO,
            5,
            Fact.NONE,
            "Whether they want to be called",
            "Wants to be called",
            "wants to be called (yes or no)",
            """
            call me; call back; contact me; please call; please call me; please contact me; wants call;
            callback requested; Rückruf; Rückruf erwünscht; Rückruf gewünscht; Kontakt erwünscht; rappel;
            être rappelé""");

    /** What may be written there. */
    public enum Kind {
        /** One line with a letter or a digit; a lead is not taken without it. */
        NAMED,
        /** An e-mail address; a lead is not taken without it. */
        ADDRESS,
        LINE,
        /** A code such as {@code de} or {@code en-GB}. */
        LANGUAGE,
        /** As many lines as it takes. */
        TEXT,
        DAY,
        YES_OR_NO
    }

    /** What of it is kept as a fact of the lead, when somebody gets in touch again. */
    enum Fact {
        /** It is none: the contact or the baton has it. */
        NONE,
        /** Where and what they are, which the lead carries; what was said first stays. */
        CARRIED,
        /** Where they came from; what was said first stays. */
        FIRST,
        /** What they have said; what is new comes to it. */
        ALL
    }

    private final String key;
    private final Kind kind;
    private final int longest;
    private final Fact fact;
    private final String called;
    private final String label;
    private final String column;
    private final List<String> headings;

    /**
     * @param key its name in JSON, in forms and among the facts
     * @param longest in characters
     * @param called how a sentence about it begins
     * @param label what stands before it on pages
     * @param column what the page of a list offers for a column
     * @param headings what lists and web forms call it, beside its key; with semicolons between
     */
    LeadField(
            String key,
            Kind kind,
            int longest,
            Fact fact,
            String called,
            String label,
            String column,
            String headings) {
        this.key = key;
        this.kind = kind;
        this.longest = longest;
        this.fact = fact;
        this.called = called;
        this.label = label;
        this.column = column;
        this.headings = Arrays.stream(headings.split(";"))
                .map(String::strip)
                .filter(heading -> !heading.isEmpty())
                .toList();
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public int longest() {
        return longest;
    }

    Fact fact() {
        return fact;
    }

    public String called() {
        return called;
    }

    public String label() {
        return label;
    }

    String column() {
        return column;
    }

    List<String> headings() {
        return headings;
    }

    /** Those that are kept as facts of a lead; a partner sees one when the process owner shares its key. */
    public static List<LeadField> facts() {
        return Arrays.stream(values()).filter(it -> it.fact != Fact.NONE).toList();
    }

    /** Where a lead came from and what they said: shown as unknown where nobody has said it. */
    public static List<LeadField> provenance() {
        return Arrays.stream(values())
                .filter(it -> it.fact == Fact.FIRST || it.fact == Fact.ALL)
                .toList();
    }
}
