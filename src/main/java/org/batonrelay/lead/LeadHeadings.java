package org.batonrelay.lead;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lists of leads and web forms call each thing that they tell of a lead.
 * Long because each word that the usual programs write is written out.
 */
public final class LeadHeadings {

    /** What we have noted about them: kept like their message, and nobody is thanked for it. */
    public static final String NOTE = "note";

    /** Every field that a column can be, in words, in the order in which a page offers them. */
    public static final Map<String, String> FIELDS = fields();

    public static final Headings KNOWN = known();

    private LeadHeadings() {}

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "name");
        fields.put("firstName", "first name");
        fields.put("lastName", "last name");
        fields.put("email", "email");
        fields.put("organisation", "organisation");
        fields.put("phone", "phone");
        fields.put("role", "role");
        fields.put("country", "country");
        fields.put("language", "language");
        fields.put("segment", "segment");
        fields.put("source", "source");
        fields.put("campaign", "campaign");
        fields.put("message", "message: what they wrote to us");
        fields.put(NOTE, "note: what we noted about them");
        fields.put("knows", "what they know already");
        fields.put("spokenWith", "whom they have spoken with");
        fields.put("needs", "what they need");
        fields.put("contactNotBefore", "nobody calls before (a date)");
        fields.put("wantsContact", "wants to be called (yes or no)");
        return fields;
    }

    private static Headings known() {
        Headings known = new Headings();
        FIELDS.keySet().forEach(field -> known.field(field));
        who(known);
        organisation(known);
        about(known);
        words(known);
        return known;
    }

    private static void who(Headings known) {
        known.field(
                        "name",
                        "full name",
                        "contact",
                        "contact name",
                        "contact person",
                        "display name",
                        "person",
                        "lead name",
                        "customer name",
                        "Ansprechpartner",
                        "Ansprechpartnerin",
                        "Kontakt",
                        "Kontaktname",
                        "Kontaktperson",
                        "vollständiger Name",
                        "Vor- und Nachname",
                        "Vorname und Nachname",
                        "Vorname Nachname",
                        "Name, Vorname",
                        "Anzeigename",
                        "nom complet",
                        "nom et prénom",
                        "prénom et nom",
                        "nombre completo",
                        "nombre y apellidos",
                        "first and last name",
                        "name (original name)",
                        "user name (original name)")
                .field("firstName", "given name", "forename", "Vorname", "Rufname", "prénom", "nombre", "first")
                .field(
                        "lastName",
                        "surname",
                        "family name",
                        "Nachname",
                        "Familienname",
                        "Zuname",
                        "nom",
                        "nom de famille",
                        "apellido",
                        "apellidos",
                        "last")
                .field(
                        "email",
                        "mail",
                        "email address",
                        "email id",
                        "e-mail addresses",
                        "emails",
                        "mail address",
                        "company email",
                        "company email address",
                        "secondary email",
                        "E-Mail-Adresse",
                        "Mailadresse",
                        "Mail-Adresse",
                        "Firmen-E-Mail",
                        "Kontakt-E-Mail",
                        "adresse e-mail",
                        "adresse mail",
                        "adresse électronique",
                        "courriel",
                        "correo",
                        "correo electrónico")
                .field(
                        "phone",
                        "phone number",
                        "telephone",
                        "telephone number",
                        "tel",
                        "tel.",
                        "tel no",
                        "phone no",
                        "mobile",
                        "mobile phone",
                        "mobile number",
                        "mobile phone number",
                        "cell",
                        "cell phone",
                        "company phone",
                        "company phone number",
                        "Telefon",
                        "Telefonnummer",
                        "Tel.-Nr.",
                        "Rufnummer",
                        "Mobil",
                        "Mobiltelefon",
                        "Mobilnummer",
                        "Handy",
                        "Handynummer",
                        "téléphone",
                        "téléphone portable",
                        "numéro de téléphone",
                        "portable",
                        "teléfono",
                        "móvil",
                        "whatsapp",
                        "whatsapp number")
                .field(
                        "role",
                        "job title",
                        "title",
                        "position",
                        "job role",
                        "job",
                        "designation",
                        "occupation",
                        "function",
                        "job function",
                        "organization title",
                        "organisation title",
                        "company title",
                        "Funktion",
                        "Rolle",
                        "Berufsbezeichnung",
                        "Stellenbezeichnung",
                        "Position im Unternehmen",
                        "fonction",
                        "poste",
                        "cargo",
                        "puesto");
    }

    private static void organisation(Headings known) {
        known.field(
                "organisation",
                "organization",
                "company",
                "company name",
                "account",
                "account name",
                "company / account",
                "company account",
                "organization name",
                "organisation name",
                "organization / company",
                "company / organization",
                "company or organisation",
                "company or organization",
                "employer",
                "current company",
                "associated company",
                "primary associated company",
                "business",
                "business name",
                "institution",
                "Firma",
                "Firmenname",
                "Firma / Organisation",
                "Firma/Institution",
                "Unternehmen",
                "Unternehmensname",
                "Name des Unternehmens",
                "Name der Firma",
                "Firmenbezeichnung",
                "Arbeitgeber",
                "Einrichtung",
                "entreprise",
                "nom de l'entreprise",
                "société",
                "raison sociale",
                "organisme",
                "empresa",
                "nombre de la empresa",
                "compañía",
                "organización");
    }

    private static void about(Headings known) {
        known.field(
                        "country",
                        "country/region",
                        "country or region",
                        "country code",
                        "country name",
                        "country of address",
                        "organization country",
                        "company country",
                        "cc",
                        "Land",
                        "Land/Region",
                        "Ländercode",
                        "Länderkennzeichen",
                        "Staat",
                        "pays",
                        "pays/région",
                        "país")
                .field(
                        "language",
                        "locale",
                        "lang",
                        "language code",
                        "Sprache",
                        "bevorzugte Sprache",
                        "Korrespondenzsprache",
                        "langue",
                        "idioma")
                .field("segment", "customer segment", "market segment", "Kundensegment", "segmento")
                .field(
                        "source",
                        "lead source",
                        "original source",
                        "traffic source",
                        "utm source",
                        "channel",
                        "Quelle",
                        "Herkunft",
                        "Leadquelle",
                        "Lead-Quelle",
                        "origine",
                        "fuente",
                        "origen")
                .field(
                        "campaign",
                        "campaign name",
                        "utm campaign",
                        "last campaign",
                        "Kampagne",
                        "Kampagnenname",
                        "campagne",
                        "campaña");
    }

    private static void words(Headings known) {
        known.field(
                        "message",
                        "message body",
                        "message text",
                        "comment",
                        "comments",
                        "comment or message",
                        "comments or questions",
                        "questions",
                        "question",
                        "questions & comments",
                        "questions and comments",
                        "questions or comments",
                        "enquiry",
                        "inquiry",
                        "your request",
                        "request",
                        "how can we help",
                        "how can we help you",
                        "what can we help you with",
                        "what can we do for you",
                        "Nachricht",
                        "Nachrichtentext",
                        "Mitteilung",
                        "Kommentar",
                        "Kommentare",
                        "Anfrage",
                        "Anliegen",
                        "Frage",
                        "Fragen",
                        "Fragen & Kommentare",
                        "Fragen und Kommentare",
                        "Wie können wir Ihnen helfen",
                        "Was können wir für Sie tun",
                        "Freitext",
                        "commentaire",
                        "commentaires",
                        "demande",
                        "mensaje",
                        "comentario",
                        "comentarios",
                        "consulta")
                .field(
                        NOTE,
                        "notes",
                        "remark",
                        "remarks",
                        "description",
                        "memo",
                        "Notiz",
                        "Notizen",
                        "Bemerkung",
                        "Bemerkungen",
                        "Anmerkung",
                        "Anmerkungen",
                        "Beschreibung",
                        "Hinweis",
                        "remarque",
                        "remarques",
                        "notas",
                        "descripción",
                        "observaciones")
                .field("knows", "Weiß schon", "Weiss schon")
                .field("spokenWith", "Gesprochen mit")
                .field("needs", "need", "Bedarf", "product interest", "interested in", "Interesse an", "Interesse")
                .field(
                        "contactNotBefore",
                        "not before",
                        "call from",
                        "contact from",
                        "call after",
                        "contact after",
                        "Nicht vor",
                        "Kontakt ab",
                        "Anrufen ab",
                        "Kontaktieren ab")
                .field(
                        "wantsContact",
                        "call me",
                        "call back",
                        "contact me",
                        "please call",
                        "please call me",
                        "please contact me",
                        "wants call",
                        "callback requested",
                        "Rückruf",
                        "Rückruf erwünscht",
                        "Rückruf gewünscht",
                        "Kontakt erwünscht",
                        "rappel",
                        "être rappelé");
    }
}
