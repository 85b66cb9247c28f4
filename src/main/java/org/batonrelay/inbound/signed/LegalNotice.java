package org.batonrelay.inbound.signed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.batonrelay.cutting.KnownWords;

/**
 * A sentence that a house's lawyers put below every mail: that it is confidential, and what whoever got it by mistake is to
 * do. Every house words it in its own way, so known are how it begins, what it is about, and all its words. There is none
 * among them by which anything could be wanted, changed or made to depend on anything else.
 */
final class LegalNotice {

    private static final int FEWEST_WORDS = 5;

    private static final Pattern BEGINS = Pattern.compile(
            "(?iu)(this|the (information|contents?)( contained| transmitted)? (in|of|with) this|information (in|contained in) this|it (is|may|contains)|if (you|this)|any (un\\p{L}+|use|disclosure|copying"
                    + "|review|dissemination|distribution|form)|please notify|access to|unauthori[sz]ed|diese|dieses|die (in|information)|der inhalt|wenn sie|falls sie|sollten? (sie|diese)|das unerlaubte|das unbefugte"
                    + "|jede (form|art|unbefugte|unerlaubte)|jegliche|unbefugte|eine (unbefugte|unerlaubte|weitergabe)|for information (on|about)|information(en)? (on|about|zur|zum|über)|when you|we process|wir verarbeiten|wir bitten sie|bitte (informieren|benachrichtigen|löschen|vernichten)|hinweise zur?)\\b.*");

    private static final Pattern MAIL = Pattern.compile(
            "(?iu).*\\b(e-?mails?|mails?|messages?|communication|transmission|information|recipients?|addressees?|sender|material|nachricht(en)?|adressate?n?|empfängers?|absender|inhalte?s?|informationen|daten|data|use|copying|disclosure|distribution|nutzung|verwendung|weitergabe|kopieren|vervielfältigung)\\b.*");

    private static final Pattern ABOUT = Pattern.compile(
            "(?iu).*\\b(confidential|privileged|intended (recipient|solely|only|for)|addressee|(received|sent|addressed|got)\\b.{0,60}\\b(in error|by mistake)|unauthori[sz]ed|(strictly )?prohibited|strictly forbidden|unlawful"
                    + "|personal data|(let|inform|notify|contact|advise) the sender|absender|vertraulich\\p{L}*|(adressat|empfänger)\\p{L}*|irrtümlich|versehentlich|unbefugt\\p{L}*|unerlaubt\\p{L}*|unzulässig|personenbezogene[rn]?)\\b.*");

    private static final Set<String> WORDS = KnownWords.of("""
            this email e-mail mail message communication transmission and any its the attachment attachments attached files file document documents transmitted with contained
            contents content in it is are may be contain contains information material that legally privileged confidential proprietary protected from by law disclosure exempt
            under applicable intended solely only for use of individual individuals entity entities person persons named to whom which addressed addressee addressees addressee(s)
            recipient recipients recipient(s) if you not or an agent employee responsible delivering have has been received receive got error mistake please notify
            contact inform advise sender us let know immediately at once reply return by telephone phone delete destroy it all copies copy original your system computer from
            then part parts forward without reading opening copying forwarding disclosing using unauthorised unauthorized review dissemination distribution distributing distribute disseminate retransmission
            disclose printing action taken reliance upon on strictly prohibited forbidden unlawful anyone else other than access as well hereby notified must should do so
            personal data process processed processing accordance privacy policy notice we our when how about see available website can find here read
            diese dieser dieses diesem nachricht mail e-mails enthält enthalten enthaltenen enthaltene kann können ist sind und oder vertrauliche vertraulich vertraulichen rechtlich gesetzlich geschützte geschützt geschützten
            informationen information inhalt inhalte inhalts anhang anhänge anhängen anlagen etwaige alle aller ihre ihrer einschließlich einschliesslich sowie der die das des dem den ein eine einer eines einem für
            ausschließlich ausschliesslich nur den adressaten adressat adressatin empfänger empfängers empfängerin bestimmt bestimmte bestimmten bezeichneten vorgesehene vorgesehenen richtige richtiger angegebene
            wenn falls sollten sollte sie nicht sein sind haben diese irrtümlich versehentlich erhalten informieren benachrichtigen verständigen bitte sofort umgehend unverzüglich
            absender uns telefonisch per antwort löschen vernichten von ihrem system rechner computer kopien das unerlaubte unbefugte unbefugter unerlaubter kopieren kopie weitergabe
            weiterleitung nutzung verwendung verbreitung veröffentlichung vervielfältigung übermittlung kenntnisnahme offenlegung gestattet erlaubt untersagt verboten strengstens streng unzulässig jede jegliche
            bitten sich mit fall verbindung setzen vertreter dessen deren beachten dass so gegebenenfalls form art in zu im auf an personenbezogene personenbezogenen personenbezogener daten verarbeitung verarbeiten verarbeitet finden unter unserer unsere website datenschutz datenschutzerklärung wir zur zum
            """);

    /** Whom it is not for and what they may not do; any other "not" could be about what the mail answers. */
    private static final Pattern NOT_FOR_OTHERS = Pattern.compile(
            "(?iu)\\b((are|is) not (the|an|a|one of)( \\p{L}+){0,3}? (recipients?|addressees?|person|individual|entity)"
                    + "|(should|must|may|do) not (\\p{L}+ ){0,2}?(use|copy|disclose|distribute|forward|read|open|disseminate|print)"
                    + "|not (the |an )?(intended|named|addressed)"
                    + "|nicht (der|die|das|den) (\\p{L}+ ){0,2}?(adressat\\p{L}*|empfänger\\p{L}*)"
                    + "|nicht (\\p{L}+ )?(gestattet|erlaubt|zulässig|für sie bestimmt))");

    private static final Pattern NOT = Pattern.compile("(?iu).*\\b(not|nicht)\\b.*");

    private static final Pattern LINK = Pattern.compile(
            "(?i)[<\\[(]?\\b(https?://|www\\.|mailto:)[^\\s>\\])]+[>\\])]?|[<\\[]?[\\w.+-]+@[\\w.-]+\\.[a-z]{2,}[>\\]]?");

    private LegalNotice() {}

    static boolean is(String sentence) {
        String text = LINK.matcher(sentence).replaceAll(" ").strip();
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s.,;:!/„“\"'()*]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.size() >= FEWEST_WORDS
                && BEGINS.matcher(text).matches()
                && MAIL.matcher(text).matches()
                && ABOUT.matcher(text).matches()
                && !NOT.matcher(NOT_FOR_OTHERS.matcher(text).replaceAll(" ")).matches()
                && words.stream().allMatch(WORDS::contains);
    }
}
