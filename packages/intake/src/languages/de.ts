// German.
import {WORLDWIDE_HOLDERS, WORLDWIDE_NOTES} from './holders.ts'
import {list} from './list.ts'
import type {LanguageRules} from './rules.ts'

/** Adjectives as they stand before a noun: "neue", "neuer". */
const inflected = (stems: string): string[] =>
  list(stems).flatMap((stem) => ['e', 'er', 'es', 'en', 'em'].map((ending) => stem + ending))

/** Words of the names of sports clubs. */
const CLUBS = list(
  String.raw`verein | \p{L}*klub | \p{L}*club | sv | fc | tsv | tus | vfl | vfb | vfr | hsg | sg | hc | bsc | tv | tg | sc | ssv | esv | spvgg | eintracht | fortuna | borussia | union | viktoria | \p{L}*stern | \p{L}*verein | \p{L}*kreis | \p{L}*freunde`,
)

/** What ends as the name of a newspaper does: "Merkblatt". */
const LEAFLET = '(?:arbeits|bei|daten|falt|flug|info|merk)blatt'

/** Nouns also as in "Sprecherin des Amtes". */
const withGenitive = (nouns: string): string[] => list(nouns).map((noun) => `${noun}(?:e?s)?`)

export const german: LanguageRules = {
  code: 'de',
  common: list(
    'der | die | und | das | nicht | ist | mit | ein | eine | sich | auf | den | dem | im | von | sagte | zu | für | wir | sie | er | es | hat | war | dass | als | auch',
  ),
  page: {
    sections: list(String.raw`
      startseite | home | nachrichten | aktuell | politik | wirtschaft | panorama | gesellschaft | kultur | wissen
      sport | feuilleton | digital | reise | auto | regional | lokales | meinung | video | videos | podcast | podcasts
      wissenschaft | gesundheit | karriere | international | inland | ausland | wetter | mediathek`),
    genres: list(String.raw`
      reportage | interview | kommentar | leitartikel | porträt | portrait | analyse | hintergrund | glosse | essay | kolumne | gastbeitrag | gastkommentar | kritik | rezension | bericht | feature | exklusiv | eilmeldung | nachruf | leserbriefe | faktencheck | titelthema | serie | pro und contra | im gespräch | meldungen | kurz notiert`),
    rubrics: list(String.raw`(?:brief|post|notizen) aus \S+(?: \S+)?`),
    buttons: list(String.raw`
      menü | suche | suchen | anmelden | abmelden | registrieren | abo | abonnieren | jetzt abonnieren | newsletter
      e-paper | merken | teilen | drucken | kommentieren | kommentare | vorlesen | artikel teilen | artikel merken
      facebook | twitter | x | whatsapp | linkedin | e-mail | link kopieren | anzeige | werbung | impressum
      datenschutz | agb | kontakt | über uns | cookies | alle akzeptieren | akzeptieren | ablehnen | zustimmen
      mehr | weiter | zurück | nach oben | zur startseite | mehr anzeigen | meistgelesen | themen | schlagworte
      feedback | hilfe | jobs | karte | live | ticker | newsticker | archiv | unsere partner | partner`),
    furniture: list(String.raw`
      (?:zusammenfassung|überblick|wiederholung|neufassung|berichtigung)\b[^.]*\d{1,2}[.:]\d\d uhr$ |
      \(?fortsetzung (?:von|auf|folgt|(?:von |auf )?seite)\b | bitte lesen sie weiter\b | weiter auf seite \d |
      leserbriefe geben\b | kürzungen vorbehalten\b | die redaktion behält sich\b |
      (?:presse|medien)(?:mitteilung|information)$ | eil(?:meldung)?$ | live(?:ticker|blog)?$ | (?:digital|print|online)-?ausgabe\b[^.]*$ | e-?paper\b[^.]*$ | diese (?:e-?mail|nachricht) (?:wurde|wird|geht)\b | sie (?:erhalten|bekommen|haben) diese (?:e-?mail|nachricht)\b | ressort\s*: | betreff\s*: | gesendet\s*: | an\s*: | priorität \d | bu: folgt | entwurf\b[^.]*(?:$|\d) | sperrfrist\b | zur sofortigen veröffentlichung | zur veröffentlichung frei | pressekontakt\b | ansprechpartner(?:in)?\s*: | zeichen\s*: | \d[\d.]* zeichen\b
      schreiben sie einen kommentar$ | deine e-mail-adresse wird nicht veröffentlicht\b | (?:ihre|deine) e-mail-adresse$ | e-mail-adresse$ | erforderliche felder sind\b | zum inhalt\b | zur navigation\b | ©\s*\d{4} | copyright\b | (?:©.*\. )?alle rechte vorbehalten | lesen sie (?:auch|mehr|hier)\b
      mehr zum thema\b | lese(?:dauer|zeit)\b | artikel\s+(?:teilen|merken|drucken) | wir verwenden cookies | diese (?:website|seite) (?:verwendet|nutzt)
      diese webseite (?:verwendet|nutzt) | auch interessant\b | das könnte sie\b | folgen sie uns\b[^.]*$ | anzeige\b[^.]*$
      newsletter\b[^.]*$ | jetzt (?:[^.]{0,30} )?(?:anmelden|abonnieren|lesen|testen|registrieren|bestellen)\b | empfohlener\b[^.]*$ | externer inhalt\b | artikel (?:anhören|zum hören) | \d+ minuten lesezeit | zur merkliste | schlagworte\s*: | themen\s*: | tags?\s*: | (?:auf|per) \p{L}+ teilen | \d+ kommentare? | seite \d+ | \d+ min(?:uten)?\b[^.]*$
      [a-zäöü]{2,5} [a-zäöü]{2,3}(?:\/[a-zäöü]{2,3})+ (?:[a-zäöü]{2,3} )*(?:n\d )?\d{4,6}$ | [a-zäöü]{2,5}\d{3,4}\b.*$ | \d{6} [a-zä-ü]{3} \d{2}$ | foto(?:s|strecke|galerie)\b[^.:]*$`),
    papers: list(String.raw`\p{L}*(?:zeitung|zeitschrift|magazin|blatt|heft|journal|anzeiger)`),
    printed: list(String.raw`seite \d+ | s\. \d+ | (?:heft|ausgabe|nr\.) \d+(?:/\d+)?`),
    boxes: list(String.raw`
      mehr zum thema | mehr (?:aus|zu|von) .* | lesen sie auch | das könnte sie auch interessieren | auch interessant
      weitere (?:artikel|nachrichten|meldungen|themen) | meistgelesen(?:e artikel)? | themen | schlagworte | verwandte artikel
      links zum thema | newsletter | empfehlungen(?: der redaktion)? | im web | service | kontakt | notizblock
      #?\s?notizblock | redaktionelle hinweise | internet | die folgenden informationen sind nicht zur veröffentlichung bestimmt`),
    published: list(String.raw`
      veröffentlicht\b | aktualisiert\b | stand\s*: | erstellt\b | zuletzt aktualisiert\b | erschienen\b | vom \d`),
    calendar: list(String.raw`
      std |      januar | februar | märz | april | mai | juni | juli | august | september | oktober | november | dezember | jan
      feb | mär | apr | jun | jul | aug | sep | sept | okt | nov | dez | montag | dienstag | mittwoch | donnerstag
      freitag | samstag | sonnabend | sonntag | heute | gestern | vorgestern | stunde | minute | tag | tagen | jetzt | eben | mo | di | mi | do | fr | sa | so | uhr | um | am | den | vor | stunden | minuten`),
    greetings: list(
      String.raw`(?:hallo|liebe[rs]?|guten (?:morgen|tag|abend)|moin|hi|servus|sehr geehrte[rs]?)(?: [\p{L}]+){0,4}[,!.]?$`,
    ),
    ends: list('ende(?: der meldung)?'),
    signOffs: list(
      String.raw`(?:viele|beste|liebe|herzliche|schöne) grüße | (?:mit )?(?:freundlichen|besten|lieben|herzlichen) grüßen | danke\b | gruß\b | bei fragen\b`,
    ),
    afterCredit: list(String.raw`bild vergrößern | bild in originalgröße`),
  },
  head: {
    bylines: {
      writer: list(String.raw`
      (?:(?:ein|eine|aus) )?(?:\p{L}*(?:bericht|kommentar|beitrag|interview|essay|porträt|reportage|analyse|kolumne|glosse|rezension|kritik|recherche|meinung|feature|protokoll|text|gespräch)|geschrieben|aufgezeichnet|notiert|verfasst|zusammengestellt|veröffentlicht) von
      texte? (?:und|&) (?:fotos?|bilder)(?: von)? | \p{L}+-?(?:reporter|redakteur|korrespondent)(?:in)? | von | aus .{3,25} berichtet | es berichtet | texte? | interview | autor(?:in|en|innen)? | reporter(?:in)? | protokoll | redaktion | das (?:interview|gespräch) führten? | die fragen stellten?`),
      photographer: list('fotos? von | bilder von | fotografie | fotos'),
      translator: list(
        String.raw`(?:aus dem .{4,20} )?übersetzt von | übersetzung | aus dem .{4,30} von`,
      ),
    },
    alsoPhotographer: list('(?:und|&) (?:fotos?|bilder)'),
    own: list('von unser(?:er|em|en)'),
    shared: list(
      String.raw`mit (?:material (?:von|der) )?.{2,30} | und (?:agenturen|dpa) | für .{3,30} | mitarbeit: .{3,40}`,
    ),
    signatures: list(String.raw`
      (?:autor(?:in)?|über (?:die autorin|den autor))\s*:\s*(?<name>[^,:]{3,60})(?:,\s*(?<role>.+))?
      [(\[]\p{L}{2,10}\/(?<name>\p{Lu}[^()]{3,40})[)\]]
      \(von (?<name>\p{Lu}[^()]{3,40})(?:, \p{L}+)?\)`),
    from: list('in | aus'),
    authorRoles: list(String.raw`
      redakteur(?:in)? | reporter(?:in)? | korrespondent(?:in)? | journalist(?:in)? | autor(?:in)? | redaktion | volontär(?:in)?
      kolumnist(?:in)? | leiter(?:in)? | \p{L}*korrespondent(?:in|en|innen)? | \p{L}*redakteur(?:in|en|innen)? | \p{L}*mitarbeiter(?:in|n|innen)? | \p{L}*reporter(?:n|innen) | freie[rs]? .*`),
    bios: list(String.raw`
      \bist\b[^.]*\b\p{L}*(?:redakteur|reporter|korrespondent|journalist|autor|schriftsteller|kolumnist|historiker|professor)(?:in)?\b
      \b(?:schreibt|berichtet)\b[^.]*\b(?:über|für|aus)\b | \blebt in\b | ^mitarbeit\b | ^redaktion\b | \barbeitet (?:als|für|bei)\b | \bgeboren \d{4}\b`),
    credits: list(
      String.raw`^mitarbeit\b | ^redaktion\s*: | ^\(?mit material von\b | \bhat(?:te)? an diesem (?:bericht|text) mitgearbeitet\b`,
    ),
    notes: list(String.raw`
      anmerkung der redaktion | korrektur | hinweis der redaktion | in einer früheren (?:version|fassung) | das gespräch führte | berichtigung`),
    callsToAction: list(String.raw`
      folgen sie\b | abonnieren sie\b | lesen sie\b | schreiben sie\b | melden sie\b | hören sie\b | sehen sie\b | besuchen sie\b | spenden sie\b
      haben sie\b | senden sie\b | schicken sie\b | weitere informationen\b | mehr informationen\b | mehr dazu\b | hier (?:geht es|können sie|finden sie)\b | kennen sie\b | wissen sie\b | diskutieren sie\b
      informieren sie\b | bestellen sie\b | laden sie\b | anmeldungen?\b | wer (?:helfen|spenden|mehr|hinweise)\b | karten\b | hinweise (?:nimmt|nehmen|an)\b`),
    interview: list(String.raw`das (?:gespräch|interview) (?:führte|wurde)\b.*`),
    and: list('und | sowie | &'),
  },
  photos: {
    captionLabels: list('bu | bildunterschrift | bildtext | im bild'),
    creditLabels: list(String.raw`
      (?:foto|fotos|bild|bilder|aufnahme|illustration|grafik) von
      \p{L}*fotos? | \p{L}*bild(?:er)? | bildquelle | bildnachweis | bildrechte | bildautor(?:in)? | bildcredit | fotoquelle | fotonachweis | quellen?
      fotograf(?:in|ie)? | \p{L}*grafik | \p{L}*illustration | zeichnung | karikatur | karte | (?:foto|bild)?montage | collage | visualisierung | rendering
      screenshot | standbild | copyright | credits?`),
    creditNotes: [
      ...WORLDWIDE_NOTES,
      ...list(
        String.raw`archiv | (?:archiv|symbol|beispiel|themen|presse|hand-?out|werk)(?:bild|foto) | illustration | privat(?:foto|archiv|besitz)? | gemeinfrei | zvg | z\. ?v\. ?g\. | zur verfügung gestellt | screenshot | repro(?:duktion)? | montage | ohne nachweis`,
      ),
    ],
    by: list('von'),
    for: list('für | auf'),
    courtesy: list(
      String.raw`mit (?:freundlicher )?genehmigung (?:von|vom|des|der) | (?:bereit|zur verfügung )gestellt von | privat von | zvg von | courtesy(?: of)? | aus dem besitz (?:von|des|der)`,
    ),
    via: list('via | über'),
    holders: [
      ...WORLDWIDE_HOLDERS,
      ...list(String.raw`
      \p{L}*agentur | \p{L}*bild | \p{L}*bildarchiv | bildfunk | bildstelle | bilderdienst | \p{L}*archiv | \p{L}*sammlung | nachlass | \p{L}*verlag | \p{L}*werke? | \p{L}*fotografie | \p{L}*station
      familie | stadt | gemeinde | messe | \p{L}*club | \p{L}*klub | \p{L}*bahnen | planetarium | sternwarte | \p{L}*park | flughafen | \p{L}*hafen | \p{L}*betrieb | \p{L}*haus | \p{L}*hof | schule | \p{L}*schule | \p{L}*verein | freunde | e\.v | ag | kg | mbh | firma`),
    ],
    collections: list(String.raw`(?:sammlung|nachlass|bestand|slg\.) .+`),
    archives: list('archiv | sammlung | repro'),
  },
  names: {
    organisations: withGenitive(String.raw`
      liste | bürgerliste | wählerliste | \p{L}*agentur | \p{L}*bücherei | \p{L}*wacht | \p{L}*fahndung | \p{L}*behörde | \p{L}*amt(?<!gesamt) | \p{L}*ministerium | \p{L}*gewerkschaft | \p{L}*verband | \p{L}*verein | \p{L}*gesellschaft | \p{L}*stiftung(?<!brandstiftung|anstiftung) | \p{L}*universität | \p{L}*hochschule | \p{L}*institut | \p{L}*akademie | \p{L}*museum | \p{L}*archiv | \p{L}*bibliothek | \p{L}*theater | oper | \p{L}*klinik | \p{L}*klinikum | \p{L}*krankenhaus | \p{L}*reederei | werft | \p{L}*(?:stadt|wasser|kraft|stahl|säge|zement|elektrizitäts|gas|hütten|walz|auto|motoren|flugzeug|chemie|glas|ton|ziegel|klär|bildungs|hilfs|studierenden|jugend)werke? | \p{L}*bank | kasse | \p{L}*versicherung | \p{L}*zeitung | \p{L}*anzeiger | (?!${LEAFLET}|notenblatt)\p{L}*blatt | kurier | bote | presse | \p{L}*rundfunk | \p{L}*funk | \p{L}*verlag | gmbh | \p{L}*konzern | gruppe | holding | \p{L}*kammer | \p{L}*partei | \p{L}*fraktion | \p{L}*polizei | \p{L}*feuerwehr | \p{L}*gericht | \p{L}*anwaltschaft | stadt | \p{L}*gemeinde | \p{L}*landkreis | kreis | bezirk | senat | \p{L}*bundestag | \p{L}*landtag | \p{L}*regierung | rat | \p{L}*rat | \p{L}*kommission | \p{L}*ausschuss | \p{L}*büro | \p{L}*zentrum | \p{L}*zentrale | \p{L}*dienst | \p{L}*initiative | \p{L}*bündnis | \p{L}*genossenschaft | familie | bahn | \p{L}*bahn | \p{L}*werkstatt | labor | \p{L}*observatorium | warte | \p{L}*warte | \p{L}*bistum | \p{L}*kirche | \p{L}*betriebe | \p{L}*bund | bund | liga | club | klub | studio | \p{L}*kollektiv | \p{L}*orchester | \p{L}*philharmonie | \p{L}*brauerei | hütte | zoo | \p{L}*tierpark | \p{L}*schule | \p{L}*gymnasium | \p{L}*diözese | \p{L}*kapitel |  \p{L}*kolleg | \p{L}*hof(?<=rechnungshof|gerichtshof|bauhof|tierhof|reiterhof) | \p{L}*orchester | \p{L}*philharmonie | \p{L}*sinfoniker | \p{L}*ensemble | \p{L}*chor | \p{L}*kapelle | \p{L}*partei | \p{L}*fraktion | \p{L}*allianz | \p{L}*union | \p{L}*föderation | \p{L}*konföderation | \p{L}*innung | \p{L}*zunft | \p{L}*kasse | \p{L}*fonds | \p{L}*börse | \p{L}*agentur | \p{L}*konzern | \p{L}*fabrik | \p{L}*manufaktur | \p{L}*molkerei | \p{L}*bäckerei | \p{L}*metzgerei | \p{L}*gärtnerei | \p{L}*druckerei | \p{L}*spedition | \p{L}*handlung | \p{L}*apotheke | \p{L}*praxis | \p{L}*wehr  | \p{L}*aufsicht | \p{L}*verwaltung | \p{L}*direktion | \p{L}*präsidium | \p{L}*kammer | \p{L}*rat(?<!vorrat|apparat|monat|heirat|verrat|landrat|studienrat|oberrat|hofrat|baurat|schulrat|\p{L}stadtrat) | \p{L}*forum | \p{L}*netzwerk | \p{L}*initiative | \p{L}*stelle(?<=beratungsstelle|dienststelle|leitstelle|geschäftsstelle|prüfstelle|meldestelle) | \p{L}*station(?<=wetterstation|rettungsstation|forschungsstation) | \p{L}*sternwarte | \p{L}*galerie | \p{L}*sammlung | \p{L}*verlag | \p{L}*redaktion | \p{L}*sender | \p{L}*nachrichten | \p{L}*rundschau | \p{L}*echo | \p{L}*tageblatt | \p{L}*kurier | \p{L}*post(?<!pfosten) | \p{L}*genossenschaft | \p{L}*gemeinschaft | \p{L}*stift | \p{L}*heim(?<=pflegeheim|altersheim|tierheim|kinderheim|seniorenheim) | \p{L}*kloster | \p{L}*pfarrei | \p{L}*dekanat | \p{L}{3,}bad | \p{L}*hotel | gasthof | \p{L}*restaurant | café | \p{L}*kita | \p{L}*kindergarten | \p{L}{3,}projekt | \p{L}*vereinigung | \p{L}*verbund | \p{L}*hilfswerk | lebenshilfe | diakonie | caritas | \p{L}*(?:wasser|kraft|stahl|säge|bildungs|studierenden|jugend|zement|glas|chemie)werk | \p{L}*anstalt | \p{L}*kirchengemeinde | \p{L}*kanzlei | \p{L}*buchhandlung | \p{L}*baumarkt | \p{L}*kaufhaus | \p{L}*warenhaus | \p{L}*möbelhaus | \p{L}*autohaus | \p{L}*schwimmhalle | \p{L}*sportbund | \p{L}*rettungswache | \p{L}*leitstelle | \p{L}*denkfabrik | \p{L}*startup | \p{L}*brennerei | \p{L}*kellerei | \p{L}*imkerei | \p{L}*mosterei | \p{L}*käserei | \p{L}*schreinerei | \p{L}*tischlerei | \p{L}*schlosserei | \p{L}*weingut | \p{L}*landgut | \p{L}*stadtwerke`),
    bodies: list(String.raw`
      behörde | hafenbehörde | amt | ministerium | gewerkschaft | verband | verein | gesellschaft | stiftung | universität | hochschule | institut | museum | archiv | klinik | krankenhaus | reederei | werft | bank | zeitung | verlag | unternehmen | konzern | firma | gruppe | kammer | partei | polizei | feuerwehr | gericht | stadt | gemeinde | gemeinderat | stadtrat | kreistag | landtag | land | kreis | landkreis | bezirk | bistum | diözese | innung | verwaltung | regierung | rat | kommission | büro | zentrum | dienst | initiative | bündnis | genossenschaft | bahn | kirche | theater | oper | club | schule | bibliothek | orchester | ensemble | werkstatt | praxis | redaktion | kita | bücherei | fabrik | bäckerei | mannschaft | team | chor | kapelle | zeitschrift | fachblatt | aufsicht | gymnasium | grundschule | hotel | hersteller | betreiber | anbieter | versorger | staatsanwaltschaft | haus | brauerei | zoo`),
    anyBodies: list(
      String.raw`unternehmen | betrieb | klub | club | ensemble | haus | theater | schule | chor | mannschaft | firma | konzern | gruppe | behörde | amt | ministerium | verband | verein | gesellschaft | stiftung | institut | universität | hochschule | gewerkschaft | hersteller | betreiber | anbieter | versorger | museum | orchester | haus | initiative | bündnis | gericht | partei | bank | verlag | zeitung | reederei | werft | kommission | genossenschaft`,
    ),
    soleBodies: list(
      String.raw`\p{L}*polizei | feuerwehr | staatsanwaltschaft | stadtverwaltung | kreisverwaltung | \p{L}*regierung`,
    ),
    firms: {
      before: list(String.raw`
        unternehmen | \p{L}+unternehmen | firma | \p{L}+firma | konzern | \p{L}+konzern | start-up | startup | \p{L}+versorger
        \p{L}*hersteller | \p{L}*anbieter | \p{L}*betreiber | autobauer | maschinenbauer | \p{L}+dienstleister`),
      words: list(
        String.raw`unternehmen | firma | konzern | betrieb | \p{L}*hersteller | \p{L}*betreiber | \p{L}*anbieter | \p{L}*händler | \p{L}*versorger | \p{L}*bauer | arbeitgeber | auftraggeber | mutterkonzern | tochterfirma | start-up`,
      ),
      kinds: list(
        String.raw`gmbh | ag | kg | se | \p{L}*konzern | gruppe | holding | \p{L}*werke? | \p{L}*fabrik | \p{L}*manufaktur | \p{L}*brauerei | \p{L}*molkerei | \p{L}*bäckerei | \p{L}*druckerei | \p{L}*spedition | \p{L}*reederei | werft | \p{L}*verlag | \p{L}*bank | \p{L}*versicherung | \p{L}*handlung | \p{L}*gesellschaft | \p{L}*betriebe | \p{L}*kasse | mosterei | sägewerk | autohaus | kaufhaus | hotel`,
      ),
      heads: list(
        String.raw`geschäftsführer(?:in)? | inhaber(?:in)? | \p{L}*chef(?:in)? | vorstand | vorstandsvorsitzende[rn]? | eigentümer(?:in)? | gründer(?:in)? | \p{L}*leiter(?:in)? | betriebsrat | betriebsrätin | betriebsratsvorsitzende[rn]?`,
      ),
    },
    otherKinds: [
      [list('verein | klub | club | mannschaft | team'), CLUBS],
      [
        list(String.raw`behörde | amt | verwaltung`),
        list(
          String.raw`\p{L}*amt | \p{L}*ministerium | \p{L}*behörde | \p{L}*direktion | \p{L}*verwaltung | \p{L}*aufsicht | \p{L}*dienst | \p{L}*rechnungshof`,
        ),
      ],
      [list('ressort | haus'), list(String.raw`\p{L}*ministerium`)],
      [list('kammer | gericht | senat'), list(String.raw`\p{L}*gericht`)],
      [
        list('hochschule | universität | uni'),
        list(String.raw`\p{L}*universität | \p{L}*hochschule`),
      ],
      [
        list('organisation | verband | gewerkschaft'),
        list(
          String.raw`\p{L}*verband | \p{L}*bund | \p{L}*gewerkschaft | \p{L}*vereinigung | \p{L}*hilfe`,
        ),
      ],
    ],
    honorifics: {
      female: list('frau'),
      male: list('herr | herrn'),
      any: list('dr\\. | prof\\. | professor | professorin | dr'),
    },
    titles: list(String.raw`
      \p{L}*kolleg(?:e|in) | betriebsrat | \p{L}+politiker(?:in)? | \p{L}+-politiker(?:in)? | augenzeug(?:e|in)
      \p{L}*verteidiger(?:in)? | \p{L}*kläger(?:in)? | \p{L}*kämmer(?:er|in) | \p{L}+stadtrat | \p{L}*baurat | \p{L}*schulrat | stadträtin | \p{L}*pfleger(?:in)? | \p{L}*gutachter(?:in)? | \p{L}*manager(?:in)? | \p{L}*betreiber(?:in)? | \p{L}*besitzer(?:in)? | \p{L}*sänger(?:in)? | \p{L}*techniker(?:in)? | \p{L}*planer(?:in)? | \p{L}*prüfer(?:in)? | \p{L}*fahrer(?:in)? | \p{L}*helfer(?:in)? | \p{L}*psycholog(?:e|in) | \p{L}*physiker(?:in)? | \p{L}*chemiker(?:in)? | \p{L}*mediziner(?:in)? | \p{L}*jurist(?:in)? | polizist(?:in)? | staatsanw(?:alt|ältin)
      \p{L}*sachverständige[rn]? | \p{L}*sprecher(?:in)? | \p{L}*dezernent(?:in)? | lehrling | azubi | \p{L}*geselle | \p{L}*gesellin | doktorand(?:in)? | \p{L}*makler(?:in)? | \p{L}*biologin | \p{L}*wart(?:in)? | vorsitzende[rn]? | \p{L}*vorsitzende[rn]? | \p{L}*chef(?:in)? | \p{L}*leiter(?:in)? | \p{L}*direktor(?:in)? | \p{L}*präsident(?:in)? | \p{L}*minister(?:in)? | (?:ober)?bürgermeister(?:in)? | landrat | landrätin | \p{L}*sekretär(?:in)? | kanzler(?:in)? | professor(?:in)? | \p{L}*forscher(?:in)? | \p{L}*wissenschaftler(?:in)? | \p{L}*ökonom(?:in)? | \p{L}*historiker(?:in)? | \p{L}*biologe | \p{L}*biologin | \p{L}*loge | \p{L}*login | ingenieur(?:in)? | \p{L}*ingenieur(?:in)? | architekt(?:in)? | anwalt | anwältin | \p{L}*anwalt | \p{L}*anwältin | richter(?:in)? | \p{L}*richter(?:in)? | arzt | ärztin | \p{L}*arzt | \p{L}*ärztin | lehrer(?:in)? | \p{L}*lehrer(?:in)? | trainer(?:in)? | \p{L}*trainer(?:in)? | \p{L}*führer(?:in)? | geschäftsführer(?:in)? | inhaber(?:in)? | gründer(?:in)? | unternehmer(?:in)? | \p{L}*meister(?:in)? | bauer | bäuerin | landwirt(?:in)? | winzer(?:in)? | bäcker(?:in)? | fischer(?:in)? | lotse | lotsin | kapitän(?:in)? | pilot(?:in)? | pfarrer(?:in)? | bischof | bischöfin | autor(?:in)? | schriftsteller(?:in)? | regisseur(?:in)? | intendant(?:in)? | kurator(?:in)? | künstler(?:in)? | musiker(?:in)? | dirigent(?:in)? | schauspieler(?:in)? | analyst(?:in)? | experte | expertin | \p{L}*experte | \p{L}*expertin | berater(?:in)? | beauftragte[rn]? | \p{L}*beauftragte[rn]? | \p{L}*abgeordnete[rn]? | senator(?:in)? | dezernent(?:in)? | kommissar(?:in)? | \p{L}*wirt(?:in)? | vorstand | vorständin | mitglied | \p{L}*händler(?:in)? | \p{L}*arbeiter(?:in)? | student(?:in)? | bewohner(?:in)? | \p{L}*züchter(?:in)? | imker(?:in)? | förster(?:in)? | ranger(?:in)? | restaurator(?:in)? | meteorolog(?:e|in) | rektor(?:in)? | dekan(?:in)?
      hebamme | \p{L}*kandidat(?:in)? | köchin | imker(?:in)? | bildhauer(?:in)? | \p{L}*bäuerin | hirte | hirtin | \p{L}*hirt(?:in)? | \p{L}*wärter(?:in)? | pförtner(?:in)? | hausmeister(?:in)? | küster(?:in)? | organist(?:in)? | kantor(?:in)? | pastor(?:in)? | propst | pröpstin | diakon(?:in)? | mönch | nonne | äbtissin | abt | probst
      botschafter(?:in)? | konsul(?:in)? | diplomat(?:in)? | gesandte[rn]? | staatssekretär(?:in)? | staatsrat | staatsrätin | \p{L}*rätin | schultheiß | amtmann | amtfrau | ortsvorsteher(?:in)? | \p{L}*vorsteher(?:in)? | \p{L}*verwalter(?:in)? | \p{L}*verwalterin | notar(?:in)? | gutsherr | gutsherrin | \p{L}*pächter(?:in)? | \p{L}*eigner(?:in)? | \p{L}*eigentümer(?:in)? | gesellschafter(?:in)? | teilhaber(?:in)? | aktionär(?:in)? | \p{L}*ermittler(?:in)? | kommissar(?:in)? | \p{L}*kommissar(?:in)? | \p{L}*beamter | \p{L}*beamtin | \p{L}*inspektor(?:in)? | \p{L}*rechtler(?:in)? | \p{L}*therapeut(?:in)? | apotheker(?:in)? | \p{L}{2,}schwester | sanitäter(?:in)? | \p{L}*assistent(?:in)? | optiker(?:in)? | \p{L}*dozent(?:in)? | \p{L}*lehrkraft | erzieher(?:in)? | \p{L}*pädagog(?:e|in) | \p{L}*loge | \p{L}*login | \p{L}*graf | \p{L}*grafin | \p{L}*graph(?:in)? | \p{L}*nom(?:in)? | \p{L}*redakteur(?:in)? | journalist(?:in)? | reporter(?:in)? | \p{L}*verleger(?:in)? | lektor(?:in)? | übersetzer(?:in)? | dolmetscher(?:in)? | dichter(?:in)? | tänzer(?:in)? | choreograf(?:in)? | \p{L}*spieler(?:in)? | \p{L}*geiger(?:in)? | pianist(?:in)? | \p{L}*bauer | sportler(?:in)? | \p{L}*läufer(?:in)? | schwimmer(?:in)? | torwart | torhüter(?:in)? | stürmer(?:in)? | schiedsrichter(?:in)? | rentner(?:in)? | pensionär(?:in)? | schüler(?:in)? | \p{L}*kapitän(?:in)? | matrose | matrosin | steuermann | kauffrau | kaufmann | obmann | obfrau | zimmermann | feuerwehrmann | feuerwehrfrau | seemann | hauptmann | oberst | general | major | leutnant | admiral(?:in)? | \p{L}*aktivist(?:in)? | \p{L}*statistiker(?:in)? | \p{L}*mathematiker(?:in)? | \p{L}*entwickler(?:in)? | informatiker(?:in)? | \p{L}*elektriker(?:in)? | \p{L}*mechaniker(?:in)? | \p{L}*installateur(?:in)? | \p{L}*monteur(?:in)? | \p{L}*friseur(?:in)? | \p{L}*kellner(?:in)? | barkeeper(?:in)? | gastronom(?:in)? | hotelier | wirt | wirtin | \p{L}*gastgeber(?:in)? | \p{L}*verkäufer(?:in)? | \p{L}*obfrau | \p{L}*referent(?:in)? | \p{L}*koordinator(?:in)? | \p{L}*botschafter(?:in)? | \p{L}*verantwortliche[rn]? | \p{L}*bevollmächtigte[rn]? | sachverständige[rn]? | \p{L}*angestellte[rn]? | \p{L}*ratsmitglied | \p{L}*vorstand`),
    jobEndings: list(
      String.raw`\p{L}{3,}(?:er|erin|ler|lerin|ist|istin|eur|eurin|or|orin|ant|antin|ent|entin|loge|login|arzt|ärztin|mann|frau|meister|kraft|euse)`,
    ),
    notJobs: list(String.raw`
      peter | dieter | günter | günther | rainer | reiner | werner | walter | walther | alexander | oliver | volker | holger
      gunther | lothar | theodor | viktor | gregor | igor | hektor | salvador | vincent | laurent | clemens | xaver | silvester
      wasser | winter | sommer | messer | wetter | zimmer | fenster | theater | orchester | kloster | muster | meter | kilometer
      geschwister | gegenüber | gläser | dächer | wörter | schilder | gelächter | alter | ufer | gitter | pflaster | lichter | kutter
      liter | eimer | koffer | körper | keller | dezember | november | oktober | september | nummer | feuer | steuer | mauer
      dauer | bauer | lager | lauter | leiter | leder | feder | bruder | mutter | vater | tochter | schwester | männer | kinder
      länder | wälder | felder | bilder | häuser | bücher | blätter | räder | lieder | kleider | tiger | adler | hammer | kammer
      jammer | schimmer | dampfer | kutter | frachter | tanker | bagger | laster | container | computer | drucker | rechner
      ticker | zeiger | anzeiger | wecker | motor | sektor | reaktor | traktor | faktor | monitor | korridor | humor | tumor
      terror | horror | moment | prozent | zement | element | dokument | argument | instrument | experiment | parlament
      talent | patent | kontinent | präsent | restaurant | elefant | diamant | konsonant | garant | frau | mann | ehefrau
      ehemann | hausfrau | jungfrau | bürgerin | berliner | hamburger | münchner | wiener | schweizer | japaner | amerikaner
      engländer | einwohner | opfer | täter | gegner | teilnehmer | verlierer | gewinner | sieger | partner | partnerin | freund
      freundin | nachbar | nachbarin | diener | dritter | erster | zweiter | letzter | jeder | aller | dieser | anderer | unser
      euer | ihrer | seiner | immer | wieder | weiter | später | früher | leider | sicher | lieber | sogenannter | eher | daher`),
    adjectiveEndings: list(
      'gestellte | elle | ale | ive | äre | este | ßte | hte | gte | ierte | elte | erte | igte | tete | ene | ige | liche | ische | bare | same | lose | ende',
    ),
    notNouns: list(String.raw`\p{Ll}+end | \p{Ll}+t`),
    notTitles: list(
      'kollege | kollegin | amtskollege | amtskollegin | person | mann | frau | paar | kind | junge | mädchen | tag | abend | morgen | woche | monat | jahr | uhr | mal | freund | freundin | nachbar | nachbarin | opfer | teil | ende | anfang | sohn | tochter | mandant | mandantin | angeklagter | angeklagte | beschuldigter | beschuldigte | zeuge | zeugin | klient | klientin | gast | besucher | besucherin | kunde | kundin | bewohner | bewohnerin | anwohner | anwohnerin',
    ),
    titlesBefore: [],
    bodyTitles: list(
      String.raw`vorsitzende[rn]? | präsident(?:in)? | kurator(?:in)? | chefarzt | chefärztin | trainer(?:in)? | archivar(?:in)? | projektleiter(?:in)? | einsatzleiter(?:in)? | vereinsvorsitzende[rn]? | kassenwart(?:in)? | chefredakteur(?:in)? | redaktionsleiter(?:in)? | landesvorsitzende[rn]? | verhandlungsführer(?:in)? | personalchef(?:in)? | vorständin | vorstand | gründer(?:in)? | schatzmeister(?:in)? | \p{L}*rektor(?:in)? | inhaber(?:in)? | geschäftsführer(?:in)? |  sprecher(?:in)? | vorstandsvorsitzende[r]? | \p{L}*(?<!wehr|polizei|regierungs|küchen|staats)chef(?:in)? | torhüter(?:in)? | torwart | spielmacher(?:in)? | stürmer(?:in)? | kreisläufer(?:in)? | mannschaftskapitän(?:in)? | sportdirektor(?:in)? | betriebsrat | betriebsrätin | betriebsratsvorsitzende[rn]? | buchhalter(?:in)? | werkleiter(?:in)? | pressesprecher(?:in)? | vorarbeiter(?:in)? | \p{L}*(?<!amts|wahl|revier)leiter(?:in)? | (?:verbands|vereins|konzern|firmen|unternehmens|klub|club|instituts|werks|messe|kammer|gewerkschafts|kirchen|bahn)(?:sprecher|präsident|vorständ|geschäftsführer)(?:in)? | \p{L}*vorstand | \p{L}*vorständin`,
    ),
    placeKinds: list(
      String.raw`\p{L}*stadt | \p{L}*gemeinde | \p{L}*dorf | \p{L}*ort | \p{L}*teil | insel`,
    ),
    hasTownTitles: true,
    sloganWords: list(
      String.raw`lebt | bleibt | blüht | summt | hilft | handelt | rollt | atmet | jetzt | sofort | in Not | (?:für|statt|ohne|gegen|mit) (?:alle|morgen|uns|dich|\p{Lu}\p{Ll}+)`,
    ),
    placeTitles: list('(?:ober)?bürgermeister(?:in)?'),
    asRole: list('als'),
    counts: list(
      'anderen | weiteren | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf | mehrere | mehreren | einige | einigen | viele | vielen | beiden',
    ),
    townTitles: list(
      String.raw`\p{L}*kämmer(?:er|in) | \p{L}*dezernent(?:in)? | \p{L}*stadtr(?:at|ätin) | \p{L}*baur(?:at|ätin) | \p{L}*vorsteher(?:in)? | pfarrer(?:in)? | dekan(?:in)? | ordnungsamtsleiter(?:in)? | baudirektor(?:in)? | \p{L}*landr(?:at|ätin)`,
    ),
    firmTitles: list(
      String.raw`\p{L}*gründer(?:in)? | inhaber(?:in)? | \p{L}*chef(?:in)? | geschäftsführer(?:in)? | vorstand | vorstandsvorsitzende[rn]? | sprecher(?:in)? | eigentümer(?:in)? | betreiber(?:in)? | pächter(?:in)? | ministerpräsident(?:in)? | landrat | landrätin | bischof | bischöfin`,
    ),
    clubs: {
      titles: list(String.raw`
        trainer(?:in)? | \p{L}*(?:torwart|keeper|kapitän|stürmer|verteidiger|spieler|macher|läufer|werfer|trainer)(?:in)?
        torhüter(?:in)? | kapitän(?:in)? | sportdirektor(?:in)? | sportvorstand | kassenwart(?:in)? | linksaußen | rechtsaußen
        libero | libera | sportchef(?:in)? | teammanager(?:in)? | torschütz(?:e|in) | außenangreifer(?:in)?`),
      organisations: CLUBS,
      before: list(String.raw`
        (?:\p{L}*spieler|\p{L}+baller|\p{L}*läufer|\p{L}*hockeyspieler)(?:innen|n)? von | mannschaft von | team von | fans von
        \p{L}+ligist(?:en)? | \p{L}+meister | absteiger | aufsteiger`),
    },
    personTitles: list(
      String.raw`\p{L}*(?:verteidiger|anwalt|anwält|arzt|ärzt|assistent|lehrer|trainer|berater|agent|therapeut|fahrer|biograf|vermieter|pfleger|nachfolger|vorgänger|stellvertreter)(?:in)?`,
    ),
    titleOf: [
      [
        list(String.raw`direktor(?:in)? | leiter(?:in)? | intendant(?:in)?`),
        list(
          String.raw`\p{L}*museum | zoo | tierpark | \p{L}*theater | oper | \p{L}*schule | \p{L}*institut | \p{L}*klinik | \p{L}*bibliothek | \p{L}*bücherei | \p{L}*archiv | \p{L}*akademie | \p{L}*orchester | philharmonie`,
        ),
      ],
      [list(String.raw`urteil`), list(String.raw`\p{L}*gericht`)],
      [list(String.raw`landrat | landrätin`), list('landkreis')],
      [
        list(String.raw`einsatzleiter(?:in)? | wehrführer(?:in)? | kreisbrandmeister(?:in)?`),
        list(String.raw`feuerwehr`),
      ],
      [
        list(String.raw`\p{L}*kurator(?:in)? | museumsdirektor(?:in)? | museumsleiter(?:in)?`),
        list(String.raw`\p{L}*museum`),
      ],
      [
        list(String.raw`schulleiter(?:in)? | rektor(?:in)?`),
        list(String.raw`\p{L}*schule | gymnasium`),
      ],
      [list(String.raw`minister(?:in)?`), list(String.raw`\p{L}*ministerium`)],
      [
        list(String.raw`konzertmeister(?:in)? | solist(?:in)?`),
        list(String.raw`\p{L}*orchester | philharmonie`),
      ],
      [list(String.raw`dirigent(?:in)?`), list(String.raw`orchester | philharmonie`)],
      [list(String.raw`professor(?:in)?`), list(String.raw`universität | hochschule`)],
      [list(String.raw`pfarrer(?:in)?`), list(String.raw`kirche | \p{L}*gemeinde`)],
    ],
    particles: list('von | zu | van | de'),
    links: list('und | am | für | für die | für das | für den | zur | des | der | von | &'),
    articles: list(
      'der | die | das | des | dem | den | ein | eine | einer | eines | einem | einen | ihr | ihre | ihrem | ihren | ihrer | sein | seine | seinem | seinen | seiner | deren | dessen',
    ),
    indefinite: list('ein | eine | einer | eines | einem | einen | mehrere | viele | manche'),
    prepositions: list(
      'in | im | an | am | auf | aus | bei | beim | mit | nach | seit | von | vom | zu | zum | zur | für | über | unter | vor | durch | gegen | ohne | um | gegenüber | laut | wegen | trotz | während | zwischen | neben | hinter | als',
    ),
    workplaces: list(
      String.raw`\p{L}*(?:schule|klinik|klinikum|krankenhaus|museum|theater|universität|gymnasium|bibliothek|institut|zoo|tierpark|kita|werkstatt)(?= \p{L})`,
    ),
    experts: {
      titles: list('meteorolog(?:e|in)'),
      organisations: list(String.raw`\p{L}*wetter\p{L}+`),
    },
    ministries: list(
      String.raw`(?:\p{L}*ministerium|\p{L}*amt|\p{L}*behörde|\p{L}*verwaltung|\p{L}*referat|\p{L}*ausschuss|dezernat|fachbereich|institut)(?:e?s)? für`,
    ),
    ordinals: list(
      'erste[rn]? | zweite[rn]? | dritte[rn]? | vierte[rn]? | fünfte[rn]? | letzte[rn]? | einzige[rn]? | nächste[rn]? | andere[rn]?',
    ),
    newTitles: list(
      'neuer | neue | neuen | letzte | letzter | erste | erster | einzige | einziger | jüngste | jüngster | älteste | ältester | gelernter | gelernte | studierter | studierte | promovierter | promovierte | ausgebildeter | ausgebildete',
    ),
    times: list(
      String.raw`seit (?:\p{Ll}+ )?(?:\d{4}|(?:\d+ )?(?:jahren|monaten|wochen|jahrzehnten|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?: \d{4})?|kurzem|langem) | bis (?:vor kurzem|gestern|zuletzt|heute) | von beruf | damals | heute | jetzt | früher | zuletzt | einst`,
    ),
    academics: list('professor(?:in)?'),
    there: list('dort | hier'),
    fieldTitles: list(
      String.raw`\p{L}*professor(?:in)? | \p{L}*minister(?:in)? | \p{L}*senator(?:in)? | \p{L}*dezernent(?:in)? | \p{L}*referent(?:in)? | \p{L}*dozent(?:in)? | \p{L}*beauftragte[rn]? | experte | expertin | facharzt | fachärztin | fachanwalt | fachanwältin | staatssekretär(?:in)? | lehrer(?:in)? | ingenieur(?:in)? | beigeordnete[rn]? | kommissar(?:in)?`,
    ),
    hasPartiesInBrackets: true,
    asides: list(
      'mitte | links | rechts | vorn | vorne | hinten | oben | unten | archiv | name .* | alle .* | foto | bild',
    ),
    titleTails: list('im ruhestand | im ehrenamt | in ausbildung | auf zeit | im amt'),
    titleEnds: list(
      'von beruf | ohne | in | im | auf | aus | mit | seit | am | an | vom | nach | zwischen | bei | beim | unter | über | vor | hinter | neben | trotz | gegen | bis',
    ),
    definite: list('der | die | das | dem | den | des'),
    contracted: list('im | am | zum | zur | vom | beim'),
    genitives: list('durch | der | des | von | vom'),
    places: list(
      String.raw`\p{L}*straße | \p{L}*gasse | \p{L}*platz | \p{L}*weg | \p{L}*brücke | \p{L}*tal | \p{L}*see | \p{L}*insel`,
    ),
    isVerbs: list(String.raw`ist | war | arbeitet(?:e)?(?: [\p{Ll}\d]+){0,4} als`),
    isClauses: list('(?:der|die) (?:als|damals)'),
    of: list(
      'der | des | einer | eines | von | vom | beim | bei | bei der | an der | an | am | für | im | in der | aus | der Stadt',
    ),
    belongs: list(String.raw`von der | vom | von | bei der | beim | bei`),
    clauses: list('seit | bis | wo | wenn | nachdem'),
    papers: list(String.raw`zeitung | anzeiger | kurier | bote | rundschau | blatt | nachrichten`),
    owners: list('ihr | ihre | ihrer | sein | seine | seiner | deren | dessen'),
    leads: list(
      String.raw`(?:der|die) (?:(?:das|die|den|der)\s)?\p{L}* ?(?:leitet|führt|vertritt) | (?:der|die) (?:[^,.~]{3,60} und )?(?:heute |jetzt |inzwischen )?(?:an der|am|an|bei der|beim|bei|im|in der|für (?:die|den|das)|für)`,
    ),
    leadEnds: list(
      'vorsteht | vorsitzt | angehört | betreut | leitet | führt | vertritt | betreibt | gegründet hat | gründete | leitete | führte | vertrat | organisiert | verantwortet | koordiniert | lehrt | forscht | arbeitet | unterrichtet | besitzt | verwaltet',
    ),
    bodyGenders: {
      female: list(
        String.raw`\p{L}*(?:ität|ung|ei|ie|schaft|heit|keit|ion|kammer|bank|behörde|partei|kirche|stadt|gemeinde|bahn|liste|initiative|schule|klinik|werft|kasse|zentrale|wacht|wehr|agentur|börse|union|allianz|familie|post|gruppe|firma|fabrik|oper|akademie|innung|zunft|warte|hütte|hilfe|praxis|mission|crew|redaktion|gmbh|ag)`,
      ),
      male: list(
        String.raw`\p{L}*(?:verband|verein|bund|rat|kreis|konzern|verlag|dienst|ausschuss|senat|hof|klub|club|betrieb|fonds|chor|sender|rundfunk|zoo|park|anzeiger|kurier|bote|vorstand|betreiber|hersteller|sv|fc|tsv|hc|vfl|vfb|sc)`,
      ),
    },
    caseArticles: {
      genitive: list('des | eines | dieses'),
      female: list('der | zur | einer | dieser'),
      plain: list('die | das'),
      male: list('der'),
      neuter: list('das'),
      oblique: list('einen | einem | eines | den | dem | des'),
    },
    kindsBefore: list(String.raw`
      \p{L}*[Hh]ersteller | \p{L}*[Bb]etreiber | \p{L}*[Aa]nbieter | \p{L}*[Vv]ersorger | \p{L}*[Hh]ändler | \p{L}{3,}bauer
      \p{L}*[Kk]onzern | \p{L}*[Uu]nternehmen | \p{L}+riese | \p{L}+primus | \p{L}*[Dd]ienstleister
      Marktführer | Konkurrent | Rivale | Wettbewerber | Zulieferer | \p{L}*zulieferer | \p{L}*discounter | Discounter
      Start-up | Startup | \p{L}+spezialist | \p{L}*[Ii]nvestor | \p{L}*firma | Firma | \p{L}*veranstalter | Veranstalter
      \p{L}*verteidiger | Aufsteiger | Absteiger | Tabellenführer | Spitzenreiter | \p{L}+ligist | Pokalsieger | \p{L}*meister
      Gastgeber | Schlusslicht | Lokalrivale | Gegner | \p{L}*[Tt]räger | \p{L}*vermieter | \p{L}*vermittler | \p{L}+makler
      Mutterkonzern | \p{L}*tochter | Partei | Fachzeitschrift | Fachblatt | Zeitschrift | Tageszeitung | \p{L}*magazin
      Magazin | Nachrichtenagentur | \p{L}*organisation | \p{L}*projektierer | \p{L}+brauer | \p{L}*züchter | Online-Portal`),
    clients: list(
      String.raw`der (?:\p{L}+ )?(?:familie|eltern|angehörigen|hinterbliebenen|opfer|geschädigten|betroffenen|nebenklage|nebenkläger(?:in)?|kläger(?:in)?|angeklagten|beschuldigten|mandantin) | des (?:paares|ehepaars|opfers|klägers|angeklagten|beschuldigten|mandanten|fahrers|mannes)`,
    ),
    parts: list(
      'abteilung | arbeitsgruppe | forschungsgruppe | fachgruppe | fachbereich | referat | lehrstuhl | stabsstelle | sektion',
    ),
    objectVerbs: list(
      'lehrt | lehrte | unterrichtet | unterrichtete | studiert | erforscht | untersucht',
    ),
    titleAdjectives: list(String.raw`
      früher | ehemalig | einstig | vormalig | damalig | stellvertretend | leitend | geschäftsführend | kommissarisch | vorläufig | designiert
      amtierend | scheidend | wissenschaftlich | künstlerisch | technisch | kaufmännisch | ärztlich | pädagogisch | zuständig
      pensioniert | emeritiert | ehrenamtlich | vereidigt | beratend | hauptamtlich | verantwortlich | operativ
      \p{L}+politisch | \p{L}*(?:vorsitzend|beauftragt|abgeordnet|sachverständig|beigeordnet|bevollmächtigt|delegiert)
      \p{L}*(?:verantwortlich|angestellt|geistlich|studierend|alleinerziehend)`),
    nameAdjectives: list(String.raw`
      allgemein | \p{L}{3,}(?:isch|lich|ig|iert|eit|ell|iv|al|är|sam|bar) | deutsch | rot | grün | frei | neu | alt | groß | klein
      weiß | blau | schwarz | bunt | golden | silbern | ober | unter | hoh | nieder | vereint | jung | link | erst | zweit
      dritt | offen | inner | äußer | mittler | nah | lieb | heilig | unabhängig | vereinigt`),
    hasGenders: true,
    namedBy: list(String.raw`namens | mit namen | heißt | hieß`),
    ages: list(
      String.raw`\d{1,3} jahre alte[rn]? | \d{1,3}-jährigen? | \d{1,3}-jähriger | \d{1,3}-jährige`,
    ),
    genders: {
      female: {
        articles: [],
        nouns: list(
          String.raw`\p{L}{4,}(?<!term|med|ber|rub|kam)in | \p{L}*(?:frau|schwester|dame|hebamme|rätin|ärztin)`,
        ),
        given: list(
          String.raw`(?!(?:luca|noah|sascha|mika|joshua|elia|juri|ilja|kolja|jona|nikita|aljoscha|mischa|wanja|dana)$)\p{L}+a | \p{L}+(?:tte|lde|trud|traud|traut|gard|gund|lind|linde|burg|ine|ike|rike|je) | andrea | gabriele | simone`,
        ),
      },
      male: {
        articles: [],
        nouns: list(
          String.raw`\p{L}*(?:er|or|ent|ant|ist|eur|loge|graf|nom|soph|bauer|wirt|mann|arzt|rat|anwalt|kapitän|pilot|soldat|chef|koch|bischof|kollege|architekt|jurist|chirurg|pädagoge|dekan|notar|kommissar|pastor|pfarrer|intendant|landrat|winzer|förster|müller|schmied)(?<!mutter|schwester|tochter|opfer|mitglieder|kinder)`,
        ),
        given: list(
          String.raw`\p{L}+(?:bert|fried|hard|hart|helm|mar(?<!dagmar|waldmar)|olf|ulf|win|rich|mund|ius|us|an(?<!lilian|vivian|susan|marian|sultan)|o(?<!jo|cleo)) | noah | sascha | mika | elia | ali | jan | kai | kay | deniz`,
        ),
      },
    },
    relatives: {
      female: list(
        'frau | schwester | mutter | tochter | tante | nichte | großmutter | oma | enkelin | ehefrau | schwiegertochter | schwiegermutter | schwägerin | stieftochter | cousine | lebensgefährtin | freundin | verlobte | witwe',
      ),
      male: list(
        'mann | bruder | vater | sohn | onkel | neffe | großvater | opa | enkel | ehemann | schwiegersohn | schwiegervater | schwager | stiefsohn | cousin | lebensgefährte | freund | verlobter | witwer',
      ),
    },
    pronouns: {
      female: list('sie'),
      male: list('er'),
      it: list('es'),
      they: list('beide | die beiden'),
    },
    possessives: list(
      'sein | seine | seinem | seinen | seiner | ihr | ihre | ihrem | ihren | ihrer | deren | dessen',
    ),
    starters: [
      ...list(String.raw`
        ins | ans | aufs | übers | vors | fürs | durchs | ums | deren | dessen | der | die | das | den | dem | des | ein | eine | einer | einem | einen | er | sie | es | wir | ich | ihr | man | in | im | an | am | auf | aus | bei | beim | mit | nach | seit | von | vom | zu | zum | zur | für | über | unter | vor | durch | gegen | ohne | um | wenn | als | da | dann | doch | aber | und | oder | denn | dass | weil | ob | wie | wo | was | wer | warum | auch | noch | nur | schon | so | nun | jetzt | heute | gestern | morgen | hier | dort | niemand | nichts | alle | alles | viele | einige | mehr | kein | keine | keiner | nicht | sein | seine | seiner | ihre | ihren | ihrem | ihrer | dieser | diese | dieses | jeder | jede | jedes | beide | damit | dabei | dazu | daran | dafür | dagegen | danach | davor | trotz | wegen | während | betroffen | rund | knapp | fast | etwa | laut | zwar | allerdings | jedoch | zudem | außerdem | inzwischen | zuletzt | zuvor | später | bisher | derzeit | insgesamt | erst | ebenso | sogar | ja | nein`),
      ...inflected(
        'grün | rot | blau | gelb | weiß | schwarz | grau | braun | violett | bunt | hell | dunkel | neu | alt | groß | größer | größt | klein | kleiner | kleinst | leer | voll | nächst | letzt | erst | zweit | dritt | viert | gut | besser | best | schlecht | hoh | höher | höchst | niedrig | viel | wenig | ganz | halb | früh | spät | weiter | ander | frei | schnell | lang | länger | längst | kurz | kürzer | schwer | leicht | stark | schwach | warm | kalt | einzig | einzeln | eigen | wichtig | wichtigst | jüngst | ältest | meist | tief | still | laut | teuer | billig | offen | fremd | deutlich | freiwillig | gemeinsam',
      ),
      ...list(
        'zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf | zwanzig | dreißig | vierzig | fünfzig | sechzig | siebzig | achtzig | neunzig | hundert | tausend | manche | mancher | mehrere | etliche | sämtliche | solche | welche | millionen | milliarden | tausende | hunderte | dutzende | prozent | ende | anfang | mitte',
      ),
    ],
  },
  speech: {
    marks: [
      ['„', '“'],
      ['„', '”'],
      ['»', '«'],
      ['«', '»'],
      ['"', '"'],
      ['“', '”'],
      ['‚', '‘'],
      ['›', '‹'],
    ],
    verbs: list(String.raw`
      erwartet | erwartete | erwarten | erwarteten | weist | wies | wiesen | fasst | fasste | fassten | (?:ließ|ließen|lässt|lassen)(?=[^.;:~]{0,60}\s(?:mitteilen|ausrichten|wissen|verlauten|erklären|verkünden|durchblicken)) | warf | wirft | warfen | werfen | attestierte | attestiert | bescheinigte | bescheinigt | unterstellte | unterstellt | moniert | monierte | beharrte | beharrt | drängte | drängt | gelobte | gelobt | beschloss | beschlossen | billigte | entschied | ordnete | will | wollen | wollte | wollten | verlangen | die rede | rechnete | rechnet | schwärmte | schwärmt | schimpfte | schimpft | prophezeite | prophezeit | vermutete | vermutet | witzelte | witzelt | wiederholte | wiederholt | unterstrich | unterstreicht | bedauerte | bedauert | argumentierte | argumentiert | plädierte | plädiert | konstatierte | konstatiert | jubelte | jubelt | murmelte | flüsterte | brummte | brummt | stöhnte | empfahl | empfiehlt | drohte | droht | verlangte | verlangt | beschrieb | beschreibt | wetterte | höhnte
      sagte | sagt | sagten | sagen | erklärte | erklärt | erklärten | teilte | teilt | betonte | betont | berichtete | berichtet | erzählte | erzählt | meinte | meint | fragte | fragt | antwortete | antwortet | schrieb | schreibt | rief | ruft | warnte | warnt | forderte | fordert | fügte | fügt | ergänzte | ergänzt | kritisierte | kritisiert | bezeichnete | versicherte | versichert | klagte | klagt | räumte | räumt | kündigte | kündigt | behauptete | behauptet | bekräftigte | bekräftigt | bestätigte | bestätigt | reagierte | reagiert | entgegnete | entgegnet | erwiderte | erwidert | urteilte | urteilt | lobte | lobt | mahnte | mahnt | hieß | heißt | verlautete | so | äußerte | äußert | gab | gibt | nannte | nennt | sprach | spricht | sieht | sah | hält | hielt | findet | fand | glaubt | glaubte | hofft | hoffte | schilderte | schildert | scherzte | scherzt | seufzte | lachte | lacht | notierte | formulierte | formuliert | begründete | begründet | verwies | verweist | spottete | spottet | beteuerte | beteuert | habe gesagt | erinnert | erinnerte | gesteht | gestand | resümierte | bilanzierte | bilanziert | kommentierte | kommentiert | verspricht | versprach | appellierte | appelliert | rät | riet
      (?:murr|brumm|knurr|grummel|flüster|raun|stöhn|seufz|jammer|schluchz|kreisch|brüll|schrie|murmel|stammel|stotter|hauch|zisch|fauch|schnaub|kicher|grins|lächel|schmunzel|feix|frotzel|ulk|scherz|spott|lästern?|nörgel|mäkel|meckern?|wetter|donner|polter|tob|schimpf|fluch|schwör|beteuer|versicher|bekräftig|bestätig|bejah|verneint?|bezweifel|beklag|bemängel|moniert?|kritisiert?|rüg|tadel|mahn|warn|droh|verlang|forder|fordert|appelliert?|bettel|fleh|wünsch|hoff|fürcht|befürcht|vermut|mutmaß|spekuliert?|prophezei|prognostiziert?|kündig|verkünd|verrat|enthüll|schilder|erläuter|präzisiert?|konkretisiert?|ergänz|wiederhol|resümiert?|folger|schlussfolger|erklär|erzähl|berichte|mein|frag|sag|glaub|denk|find|lob|preis|würdig|dank|gratuliert?|begrüß|jubel|frohlock|freu|ärger|wunder|staun|gesteh|beicht|räsoniert?|philosophiert?|sinniert?|grübel|bilanziert?|rechn|verteidig|kalkuliert?|zitiert?|twitter|postet?|mailt?|notiert?|tipp|diktiert?|rief?|kontert?|pariert?|entgegn|erwider|antwort|reagier|unterstreich|unterstrich|heb|hob|beton|hinterfrag|plauder|witzel)(?:t|te|ten|e|en|et|ete|eten)
      ankündigte[n]? | ankündigt | kündigten | versprachen | versprechen | schrieben | schreiben | riefen | rufen | baten | bat | bittet | gaben | geben zu | gab zu | gibt zu | nannten | nennen | sprachen | sprechen | hielten | halten | fanden | finden | rieten | stellte fest | stellt fest | stellte klar | stellt klar | wandte ein | wendet ein | warf ein | wirft ein | fuhr fort | fährt fort | schrie | schreit | lud | log | schwor | schwört | verriet | verrät | gestand | bekannte | bekennt | dachte | denkt | dachten | wusste | weiß | beschwor | widersprach | widerspricht | pflichtete bei | stimmte zu | stimmt zu | verteidigte | verteidigt | lehnte | lehnt | wehrte | wehrt
      (?:gesagt|erklärt|versprochen|angekündigt|genannt|bezeichnet|versichert|mitgeteilt|geschrieben|erzählt|betont|gewarnt|gefordert|behauptet|beteuert|beschrieben|geschildert|zugesichert|zugesagt|gerufen|geantwortet|berichtet|bestätigt|gelobt|kritisiert|verlangt|prophezeit|beworben|empfohlen|bemängelt|beanstandet|gerügt|angemahnt|angeregt|eingeräumt|zugegeben|begründet|abgelehnt)`),
    auxiliaries: list(
      'hat | haben | hatte | hatten | ist | sind | war | waren | wird | werden | wurde | wurden | kann | konnte | soll | sollte | will | wollte',
    ),
    clauseSigns: list(
      String.raw`\b(?:ist|sind|war|waren|hat|haben|wird|werden|kann|können|muss|müssen|heißt|gibt|geht|will|wollen|soll|darf)\b`,
    ),
    writes: list(
      'schrieb | schreibt | schrieben | schreiben | notierte | notiert | twitterte | postete | mailte',
    ),
    calls: list(
      String.raw`nannte | nennt | bezeichnete | bezeichnet | sprach von | spricht von | sieht | hält`,
    ),
    accordingTo: list(
      String.raw`(?<=^\s?)für(?=\s[^,.]{3,60}(?:,\s[^,.]{3,60},)?\s(?:ist|sind|war|waren|bleibt|wäre)\s) | nach (?:den )?(?:angaben|einschätzung|ansicht|auffassung|überzeugung|meinung|darstellung|aussagen?|worten|informationen|erkenntnissen|berechnungen)(?: (?:der|des|von|vom))? | aus (?:der )?sicht (?:der|des|von|vom) | (?:heißt|hieß) es(?: (?:dazu|dort|weiter|wörtlich|nur|lediglich))?(?: (?:in|bei|aus|auf|von))? | laut | wie es (?:in|bei|aus)`,
    ),
    inText: list(
      String.raw`(?:in|im)\s[^~]{3,60}\s(?:heißt|hieß) es[\s,:] | (?:in|im)\s[^~]{3,80}\s(?:ist|war|sei)\s(?:dort\s|darin\s)?(?:von|vom)\s[^~]{0,20}~[^.]{0,30}die rede`,
    ),
    accordingToBehind: list('zufolge'),
    notSpeech: list(String.raw`
      (?:sagte|sagten|sagt|erklärte|teilte|gegenüber)(?: \p{L}+)? (?:dem|der|den) | sogenannte[nrsm]? | so genannte[nrsm]? | namens | genannt | mit dem (?:titel|namen|wort|motto|slogan) | unter dem (?:titel|namen|motto|stichwort|begriff) | (?:das|dem|den|der) (?:wort|wörter|begriff|ausdruck|stichwort|schlagwort|titel|name|namen|motto|schild) | betitelt | getauft | heißt | aufschrift | bekannt als | projekt | aktion | initiative | kampagne`),
    works: list(
      String.raw`(?:autor|autorin|verfasser|verfasserin|regisseur|regisseurin|schöpfer|schöpferin) von | buch | roman | film | stück | lied | album | ausstellung | serie | gedicht | gemälde | oper | schiff | fähre | frachter | kutter | studie | reihe | dampfer | \p{L}*roman | \p{L}*film | projekt`,
    ),
    quotedNames: list(
      String.raw`\p{L}*(?:initiative|verein|bündnis|netzwerk|stiftung|kneipe|lokal|gasthof|gaststätte|restaurant|hotel|kita|kino|zeitung|magazin|podcast|sendung|band|chor|gruppe|organisation|partei|liste|laden|theater|café|bar|schiff|hütte)`,
    ),
    documents: list(
      String.raw`präambel | \p{L}*zulassung | \p{L}*genehmigung | \p{L}*konzept | \p{L}*urteil | \p{L}*gutachten | \p{L}*schreiben | \p{L}*erklärung | \p{L}*brief | \p{L}*studie | \p{L}*vermerk | \p{L}*bescheid | \p{L}*protokoll | \p{L}*vertrag | \p{L}*antrag | ${LEAFLET} | flyer | plakat | rundschreiben | chronik | handbuch | richtlinie | verordnung | gesetz | \p{L}*analyse | \p{L}*umfrage | newsletter | zettel | regelwerk | satzung | \p{L}*ordnung | untersuchung | broschüre | mitteilung | \p{L}*mitteilung | bericht | \p{L}*bericht | erklärung | stellungnahme | brief | schreiben | gutachten | studie | papier | \p{L}*papier | urteil | protokoll | beschluss | antrag | vertrag | bescheid | beitrag | post | mail | e-mail | aushang | anklage | anklageschrift | vermerk | pressemitteilung | vorlage | \p{L}*buch | liste | umfrage`,
    ),
    issued: list(String.raw`
      \p{L}*brief | \p{L}*schreiben | \p{L}*mitteilung | \p{L}*erklärung | \p{L}*stellungnahme | \p{L}*papier | \p{L}*bericht
      \p{L}*bescheid | \p{L}*gutachten | ${LEAFLET} | antwort | entwurf | anordnung | verfügung | auskunft | einladung | aufruf | begründung | vorlage | \p{L}*vermerk | \p{L}*entwurf | konzept`),
    seen: list(
      String.raw`gesehen | eingesehen | vorliegt | vorlag | einsehen konnte | zugespielt wurde`,
    ),
    views: list(
      String.raw`(?:seiner|ihrer) (?:ansicht|meinung|einschätzung|auffassung|überzeugung) nach | nach (?:seiner|ihrer) (?:ansicht|meinung|einschätzung|auffassung) | ihm zufolge | ihr zufolge`,
    ),
    joining: list('und | aber | doch | während | obwohl'),
    complements: list('dass | ob | weil'),
    relative: list(String.raw`der | die | das | welche | welcher`),
    answers: list(
      String.raw`antwortete | antwortet | entgegnete | entgegnet | erwiderte | erwidert`,
    ),
    reported: list(
      'sei | seien | habe | werde | würden? | müsse | könne | solle | dürfe | wolle | wisse | treffe | gebe | gehe | komme | bekomme | erhalte | brauche | stehe | liege | bleibe | fehle | finde | mache | nehme | sehe | spreche | halte | führe | lasse | bringe | laufe | zeige | heiße | entstehe | bestehe | gelte | handle | handele | rechne | reiche | koste | zahle | trage | ziehe | beginne | verliere | gewinne | helfe | kenne | lebe | warte | hoffe | fürchte | erwarte | verdiene | bedeute | gehöre | passe | funktioniere | diene | drohe | schade | nütze | verstehe | verspreche | bekenne | biete | falle | steige | sinke | wachse | schaffe | setze | stelle | suche | spiele | tue | erinnere | betreffe | entspreche | ermögliche',
    ),
    clients: list('mandant(?:in)? | klient(?:in)?'),
    told: list(
      String.raw`(?:der|dieser|unserer) (?:\p{L}*zeitung|\p{L}*agentur|redaktion|presse) | dem (?:blatt|magazin|sender|\p{L}*funk)`,
    ),
    verbParticles: list(
      'zu bedenken | zu verstehen | zu protokoll | ein | mit | vor | an | aus | zu | fest | klar | hinzu | bei | nach | zurück | ab | auf',
    ),
    hasInversion: true,
    hasInnerAsides: true,
    anonymous: list(String.raw`
      (?:eine[rs]?|manche|viele|einige) (?:der|ihrer|seiner) \p{Lu}\p{Ll}{3,}(?:en|er|n|innen)
      (?:eine[rs]?|manche|viele|einige|mehrere|jede[rs]?|keine[rs]?) (?:von ihnen|der (?:beiden|männer|frauen|anwesenden|betroffenen))
      dem umfeld(?: (?:der|des) \p{Lu}\p{L}+)? | (?:aus )?(?:kreisen? (?:der|des)|\p{L}+kreisen)(?: \p{Lu}\p{L}+)? | kreise[n]? (?:der|des) \p{Lu}\p{L}+ | (?:ein|eine|einer|mehrere|zwei|drei|viele|manche|der|die) (?:[a-zäöüß]+ ){0,2}\p{L}*(?:beamter|beamte|beamtin|mitarbeiter(?:in)?|insider(?:in)?|augenzeug(?:e|in)|zeug(?:e|in|en)|anwohner(?:in|innen)?|nachbar(?:in|n)?|passagier(?:in|e)?|diplomat(?:in|en)?|angestellte[rn]?|fahrgast|besucher(?:in|innen)?|kund(?:e|in|en)|polizist(?:in|en)?|bewohner(?:in|innen)?|kolleg(?:e|in|en)|mann|frau|händler(?:in)?|rentner(?:in)?|schüler(?:in|innen)?|student(?:in|en)?|teilnehmer(?:in|innen)?)
      (?:eine?|einer) (?:[a-zäöüß]+ ){0,2}[a-zäöüß-]{4,}(?=, (?:der|die|das|dessen|deren)[^,.]{0,40}(?:nicht (?:namentlich )?(?:genannt|nennen)|nicht in der zeitung|anonym|ungenannt))
      anwohner | kritiker | beobachter | experten | fachleute | eingeweihte | insider | mitarbeiter | augenzeugen | nachbarn`),
    hasCapitalNouns: true,
  },
}
