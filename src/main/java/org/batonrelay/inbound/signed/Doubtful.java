package org.batonrelay.inbound.signed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.batonrelay.cutting.KnownWords;

/**
 * Words that no name of a person, a place or a company has: those that tie a sentence together, and what conditions are
 * made of. They stand guard only where a name can be any word; a line is known by what it is, not by what it lacks.
 */
public final class Doubtful {

    private static final Set<String> WORDS = KnownWords.of("""
            a an the this that these those it its i we you he she they my our your his her their me us him them who whom whose which what when
            where why how if unless until till since while as so than then because but or nor yet no not none never nothing nobody only just also
            too even still again once more most less least much many few some any all both each every other another such same own with without
            within for from to into onto at by on off in out over under above below between after before during about against per via of up down
            is are was were be been being am do does did done have has had having will would shall should can could may might must need let make
            please yes ok okay except plus minus instead rather however although though otherwise provided pending tbd tbc tba asap n/a here there
            now today tomorrow soon later earlier next last first second third new old one two three four five six seven eight nine ten
            ich wir du ihr er sie es man mich mir uns dich dir euch ihm ihn ihnen mein meine unser unsere dein deine sein seine ihre euer eure der
            die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner nicht nichts nie niemand nein doch aber oder
            sondern denn weil da wenn falls sofern soweit sobald solange bis ab seit vor nach bei beim mit ohne für gegen um durch aus zu zum zur
            von vom in im ins an am auf unter über zwischen neben statt anstatt wegen trotz laut je pro nur noch schon erst auch sehr mehr weniger
            alle alles beide jede jeder jedes andere anderer etwas einige viele wenig ist sind war waren bin bist sein wird werden wurde würde kann
            können könnte muss müssen müsste soll sollen sollte darf dürfen will wollen wollte möchte haben hat hatte bitte ja wie was wer wo wann
            warum hier dort jetzt heute morgen bald später früher nächste letzte neu neue neuer neues alt alte eins zwei drei vier fünf sechs
            sieben acht neun zehn außer ausser fast eher leider eigentlich jedoch allerdings trotzdem zunächst vorerst vorab zuerst sonst
            """);

    private static final Pattern STEMS = Pattern.compile(
            ".*(zustimm|freigab|freigeb|genehm|vorbehalt|vorbehält|fehl|offen|aussteh|folgt|änder|aender|korrig|korrekt|falsch|unklar|geklärt|klär|prüf"
                    + "|abstimm|beschlu|beschlo|entscheid|budget|preis|rabatt|termin|beginn|lizen|modul|schulung|vertrag|angebot|liefer|rechnung|zahlung"
                    + "|frist|kosten|maxim|minim|mindest|höchst|ausgenommen|ausschl|einschl|inklusiv|exklusiv|storn|kündig|abge|verschoben|verschieb|verspät"
                    + "|bedingung|bedingt|betriebsrat|vorläuf|entwurf|start|projekt(?!leit|manag)|anpass|ergänz|streich|gestrichen|weglass|zusage|absage|kürz"
                    + "|approv|pric(e|ing)|expens|teuer|accept|reject|refus|ablehn|abgelehnt|object(?!ive)|paus|wart(e|et|en)$|await|pending|subject|exclu|includ|missing|wrong|chang|correct|confirm|delay|deadline|train|contract|offer|deliver|invoice|payment"
                    + "|cost|discount|review|signed|signature|signoff|requir|condition|reserv|valid|expire|cancel|draft|remov|add(ed|ing|ition)|drop|omit|deduct"
                    + "|month|week|day$|days$|quarter|year|hour|euro|dollar|percent|prozent|monat|woche|januar|februar|märz|april|juni|juli|august|septemb|oktob"
                    + "|octob|novemb|dezemb|decemb|january|february|march$|june|july|(herbst|frühjahr|sommer|winter|autumn|spring|summer)$).*");

    private Doubtful() {}

    public static boolean is(String word) {
        String small = word.toLowerCase(Locale.ROOT).replaceAll("[.,;:]+$", "");
        return WORDS.contains(small) || STEMS.matcher(small).matches();
    }

    /** The first kind only: what somebody is called may well remind of the second. */
    public static boolean ties(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether this may be part of a name: it begins with a capital letter and means nothing else. */
    static boolean isNameLike(String word) {
        return word.matches("\\p{Lu}[\\p{L}\\p{M}'’.-]*") && !is(word);
    }
}
