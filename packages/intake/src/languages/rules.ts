// The shape of what one language needs: data only. A new language is one such file and a line in languages.ts.

import type {JapaneseRules} from '../quotes/japanese/rules.ts'

/** Entries are regular expressions without flags, matched without regard to case, or plain words where it says so. */
export interface PageRules {
  /** Sections of a newspaper: whole lines of a menu, or the kicker above a headline. Plain words. */
  sections: string[]
  /** What an article calls itself above its headline: "Analysis", "Interview". Plain words. */
  genres?: string[]
  /** Columns with a name of their own each time: "Letter from Holm". */
  rubrics?: string[]
  /** Whole lines of menus and buttons. Plain words. */
  buttons: string[]
  /** How lines begin that belong to the page. */
  furniture: string[]
  /** The number of a page or an issue, as a line of a printed page ends with it: "page 14". */
  printed?: string[]
  /** What a paper calls itself behind its name: "Kiln & Clay – The magazine for potters". */
  papers?: string[]
  /** Whole lines above a box of links: the box belongs to the page. */
  boxes: string[]
  /** How a line with the date of publication begins. */
  published: string[]
  /** Months and days of the week, short forms too. Plain words. */
  calendar: string[]
  /** How a line begins that greets the desk in a mail with an article. */
  greetings: string[]
  /** Whole lines that mark the end of an article: "ENDS". */
  ends: string[]
  /** How a line begins that ends a mail: "Cheers". */
  signOffs: string[]
  /** What follows the credit in its line but belongs to the page. */
  afterCredit: string[]
}

export interface HeadRules {
  /** What comes before a name, by the role of the person. */
  bylines: {writer: string[]; photographer: string[]; translator: string[]}
  /** How a byline begins with what somebody is for the paper: "by our" in "by our correspondent in Arden, Ann Poll". */
  own?: string[]
  /** Whole lines that name the desk instead of an author: "Redacción". */
  desks?: string[]
  /** Behind the names: for whom they wrote, and who else did: "for The Courier", "with agencies". */
  shared: string[]
  /** Within a label of a writer: the same person took the pictures, too. */
  alsoPhotographer?: string[]
  /** Whole lines that name the author elsewhere. The group `name` is the name, `role` a role for the bio. */
  signatures: string[]
  /** Between a name and the place that it is written from: "in". Plain words. */
  from: string[]
  /** Words of a line that says what the author is: "Health reporter". */
  authorRoles: string[]
  /** What the paragraph about the author says. */
  bios: string[]
  /** The same of a paragraph that need not name the author: "Reporting by". */
  credits: string[]
  /** How a note of the editors begins: a paragraph of the text. */
  notes: string[]
  /** How a sentence begins that asks readers for something. */
  callsToAction: string[]
  /** A whole line that says that an interview follows. */
  interview: string[]
  and: string[]
}

export interface PhotoRules {
  /** Before a caption. */
  captionLabels: string[]
  /** Before a credit. */
  creditLabels: string[]
  /** A part of a credit that is neither person nor holder: "File photo". */
  creditNotes: string[]
  /** Between the holder and the person: "by". */
  by: string[]
  /** Between the person and the holder: "for". */
  for: string[]
  /** Before a holder: "courtesy of". */
  courtesy: string[]
  /** Between what gave the picture and who passed it on: "via". */
  via: string[]
  /** Words that only the name of an agency, an archive or a firm has, beside those of organisations. */
  holders: string[]
  /** Agencies that are named behind a caption without a label, where the name does not show what it is: 共同. */
  agencies?: string[]
  /** A part of an archive, which has the rights: "Fonds Virieu". */
  collections: string[]
  /** Before the owner of an old picture: "archivo". */
  archives: string[]
}

export interface NameRules {
  /** Words that only the name of an organisation has. */
  organisations: string[]
  /** What else names an organisation, with its capitals: "St Aldhelm’s", "Harrow Primary". */
  ownNames?: string[]
  /** Words by which an article speaks of an organisation that it has named: "the council". */
  bodies: string[]
  /** Of these, those that say little, and mean the organisation that was named last: "the company". */
  anyBodies: string[]
  /** Of these, those that are named so: "the police". */
  soleBodies?: string[]
  /** Of these, those that have no person's name: "a dit à la presse Anne Roth". */
  plainBodies?: string[]
  /** Forms of address that only one profession has, with its nouns for a woman and a man. */
  addressTitles?: [address: string, female: string, male: string][]
  /** Of firms: the nouns for one, what their names have, the titles of those who head one, and what only a firm's name follows. */
  firms?: {words: string[]; kinds: string[]; heads: string[]; before?: string[]}
  /** Nouns for organisations whose names have a different noun: "the regulator" for an authority. */
  otherKinds?: [words: string[], organisations: string[]][]
  /** Before a name: {female, male, any}. They are not part of it. */
  honorifics: {female: string[]; male: string[]; any: string[]}
  /** Of these, what stays before a surname of which the article gives no first name: "Lord Holm". */
  lordly?: string[]
  /** What somebody is: the last word of a title, "director", "minister". */
  titles: string[]
  /** How further nouns for what somebody does end: "-keeper". They count only beside a name, or as a noun of a clause. */
  jobEndings: string[]
  /** Nouns with such an ending that are nobody: "number". Plain words. */
  notJobs: string[]
  /** May follow a name and a comma without being a noun: a participle, an adverb. */
  notNouns: string[]
  /** Nouns for somebody who was named, but not titles: "the woman". Plain words. */
  notTitles: string[]
  /** Titles that stay part of a speaker's title though they are short forms: "Gov." */
  titlesBefore: string[]
  /** Of these, those that say less than what is behind the name: "Cllr". */
  lesserRanks?: string[]
  /** Organisations of two words with capitals that stand right before a name: "Guardia Civil". */
  forces?: string[]
  /** What an office for several things is: "ministry of". */
  ministries?: string[]
  /** Parts of an organisation, of which somebody may be the head: "service", "unit". */
  departments?: string[]
  /** What a place is: "village". */
  placeKinds: string[]
  /** Of these, a place is the affiliation: "mayor". */
  placeTitles: string[]
  /** True where it is the place of the article if the text says none. */
  hasTownTitles?: boolean
  /** Of these, too, unless the article names the town hall: "councillor". */
  councilTitles?: string[]
  /** Before a title in the plural: "one of three". */
  oneOf?: string[]
  /** Between a title and what its holder is in charge of: "à la ", with the space. */
  inCharge?: string[]
  /** Of these, the organisation that was named last is the affiliation: "chief executive". */
  bodyTitles: string[]
  /** Of a council or a party: "leader". */
  leaderTitles?: string[]
  /** Of these, a name right before them is the organisation's: "Acme chief executive". */
  ownedTitles?: string[]
  /** Words with a capital before a name that are not part of it: "Arden-based". */
  beforeNames?: string[]
  /** How words end that say where somebody is from: "Norwegian". */
  origins?: string[]
  /** Of these, what has a name behind "of" is an organisation: "founder of Acme". */
  firmTitles: string[]
  /** What somebody is in a sports club, words of such clubs, and what is before the name of one: "Spieler von". */
  clubs?: {titles: string[]; organisations: string[]; before: string[]}
  /** Words with which the name of such begins that has no players of its own: "league". */
  leagues?: string[]
  /** What a firm has, what is right before the name of one, and what is not a name: "shares", "a spokesman for", "Former". */
  firmMarks?: {owns: string[]; before: string[]; other: string[]}
  /** Of these, "her" and "his" before them mean a person: "his lawyer". */
  personTitles: string[]
  /** Of these, what is before them is a place: "Arnaus Kämmerer". */
  townTitles?: string[]
  /** Of these, what is before them is a team, whatever its name: "the Arden Women captain". */
  teamTitles?: string[]
  /** Before what somebody is, at the beginning of a sentence: "als". */
  asRole?: string[]
  /** Before nouns that are counted, and not names: "zwei". */
  counts?: string[]
  /** Of these titles, an organisation of that kind is the affiliation, if the article names one: a conductor's orchestra. */
  titleOf: [titles: string[], organisations: string[]][]
  /** Small words within a person's name: "de", "van". Plain words. */
  particles: string[]
  /** The end of a firm's name: "et fils". */
  firmEnds?: string[]
  /** Words that only a slogan has behind its first word, as the name of a group: "Sauvons nos haies". */
  sloganWords?: string[]
  /** How such a name begins: "Non à la décharge". */
  sloganStarts?: string[]
  /** Small words within an organisation's name: "of", "and". Plain words. */
  links: string[]
  articles: string[]
  /** Articles of somebody who was not spoken of before: "a", "one". Regular expressions. */
  indefinite: string[]
  /** The last words of offices, which are nobody's surname: "Foreign Minister". */
  neverNames?: string[]
  /** Before what is not a subject: "in a statement". Plain words. */
  prepositions: string[]
  /** Nouns that say when: "un an plus tard". Plain words. */
  timeNouns?: string[]
  /** Part of a title that somebody had: "ancien", "ex". Plain words. */
  formerTitles?: string[]
  /** Before a title that somebody has only now: "a new foreign minister". Plain words. */
  newTitles: string[]
  /** Before a title, of which they are not part: "award-winning", "Dutch". Capitals count. */
  praise?: string[]
  /** Between a title and what no article has named: "pilot of a plane", "author of three". */
  ofSome?: string[]
  /** Of an organisation, and before its name: "Abteilung Wald am Institut". */
  parts?: string[]
  /** Verbs that have what somebody studies between them and the organisation. Plain words. */
  objectVerbs?: string[]
  /** Behind a title: for whom somebody speaks. They are not part of it: "for the family". */
  clients?: string[]
  /** Titles that are given names as well: "Dean". */
  givenTitles?: string[]
  /** Before somebody who was not named before: "the third volunteer", "the only doctor". */
  ordinals: string[]
  /** Between somebody's office and the place that elected them: "diputada por Cuenca". Plain words. */
  electedFor?: string[]
  /** Titles that are whole, whatever follows: "procureur de la République". */
  offices?: string[]
  /** Plain words for the organisation that was named last: "there". */
  there?: string[]
  /** A verb between somebody and the organisation where they are "as" something: "joined". */
  joins?: string[]
  /** A clause that says that somebody works at the organisation that was named last: "who teaches there". */
  worksThere?: string[]
  /** Titles with a field, and not an organisation, behind "of": "minister of Labour". */
  fieldTitles?: string[]
  /** What somebody is besides a title: "la bióloga X, autora del estudio". */
  lesserTitles?: string[]
  /** Titles of experts, who are of such an organisation if the paragraph names one: an engineer of the bureau. */
  experts?: {titles: string[]; organisations: string[]}
  /** Where people work: who is named first in a paragraph that begins there is of it. Without them, those of the experts. */
  workplaces?: string[]
  /** True where a field of work may have a capital: "profesora de Historia". */
  hasCapitalFields?: boolean
  /** Titles with such a word in them: "prime minister". */
  ranks?: string[]
  /** Where a title ends: "a driver with no licence". Plain words. */
  titleEnds: string[]
  /** True where a person's party is printed in brackets behind the name. */
  hasPartiesInBrackets?: boolean
  /** What else may be in such brackets: "left". */
  asides?: string[]
  /** Titles with a field of work, and the words before it, which has no article: "lecturer in transport planning". */
  fields?: {titles: string[]; before: string[]}
  /** Of these titles, a word with a capital behind such a word is a field, too: "doctora en Química". */
  studies?: string[]
  /** Before a title that somebody does not have now, or only now: "until recently". */
  times: string[]
  /** Before the organisation, and part of the title: "former Arden mayor". */
  formerly?: string[]
  /** Between a title and its organisation: "depuis dix ans" of "présidente depuis dix ans du club". */
  durations?: string[]
  /** Between what somebody was and what they are: "devenue" in "ouvrière devenue directrice". */
  became?: string[]
  /** The same behind a title: "at the time". */
  lateTimes?: string[]
  /** Where a title ends unless it has a field of work: "éleveuse à la sortie du bourg". Plain words. */
  placeEnds?: string[]
  /** Titles before a name that count where nothing else is said of somebody. */
  academics?: string[]
  /** Of these ends, those that belong to a title: "editor in chief". Plain words. */
  titleTails: string[]
  /** True where most adjectives follow their noun. */
  hasLateAdjectives?: boolean
  /** Before the owner of a text: "of". Plain words. */
  genitives: string[]
  /** Words that only the name of a place has: "Fourth Street". */
  places: string[]
  /** Of these, those that are surnames as well: "Ann Hill". */
  placeSurnames?: string[]
  /** Between a name and what somebody is: "is". */
  isVerbs: string[]
  /** The subject of such a verb where it only says that something exists: "there". Plain words. */
  existential?: string[]
  /** How a clause begins that says what somebody is: "who was then". */
  isClauses: string[]
  /** Between a title and an organisation. */
  of: string[]
  /** Of these, those that have an organisation behind them only if its name shows it: "to". */
  toward?: string[]
  /** Between a person's name and an organisation, without a comma: "of", "from". */
  belongs: string[]
  /** Articles of what was spoken of before. Plain words. */
  definite: string[]
  /** Of these, those of more than one. Plain words. */
  plurals?: string[]
  /** A preposition with its article: "im", "du". Plain words. */
  contracted: string[]
  /** True where a title may have a capital on each word: "Curator of Works on Paper". */
  hasCapitalTitles?: boolean
  /** True where no title has a capital but at the beginning of a sentence. */
  hasSmallTitles?: boolean
  /** True where a title behind a name has an article: "X, a vicar". */
  needsArticle?: boolean
  /** True where a word in lower case may end an organisation's name: "Holm Island reserve". */
  hasLateBodies?: boolean
  /** Before such a noun, and part of the name: "Sandhaven borough council". */
  lateParts?: string[]
  /** True where names of organisations have words in lower case: "Office des eaux du Haut-Sauvin". */
  hasSmallWords?: boolean
  /** Of these, adjectives before their noun: "ancien". Plain words. */
  earlyAdjectives?: string[]
  /** How adjectives end that follow such a word: "arts forains". */
  adjectiveEndings?: string[]
  /** Words with which a clause begins that is not part of a title: "who", "since". */
  clauses: string[]
  /** Newspapers, whose names keep their article. */
  papers: string[]
  /** Of what has an article and no capital behind a title, what belongs to it: "líder de la oposición". Other things do not: "portera del edificio". */
  titleObjects?: string[]
  /** Titles that have a field with a capital behind "of": "jefa de Prensa". Behind others a word with a capital is a town: "panadera de Almora". */
  capitalFieldTitles?: string[]
  /** Those who act for others, and for whom it belongs to their title: "avocate de la défense". */
  advocates?: {titles: string[]; sides: string[]}
  /** Offices that nobody has by the way: "the judge" is not who was named as a grocer. */
  publicOffices?: string[]
  /** "its": what it is before a title is of the organisation that was named last. */
  owners: string[]
  /** A clause that names somebody's organisation: "who heads". */
  leads: string[]
  /** Before what somebody has become, at the beginning of a sentence: "nommée". */
  appointed?: string[]
  /** The pronoun with which they begin: "who". */
  who?: string
  /** The verb of such a clause, where it comes last: "der die Initiative leitet". */
  leadEnds?: string[]
  /** Before what a sentence is about: "as for". */
  topics?: string[]
  /** Before the name of an agent: "by". Plain words. */
  agents?: string[]
  /** Between an organisation and the name of its head: "headed by". */
  ledBy?: string[]
  /** Between what somebody is and the name: "a farmer called". */
  namedBy: string[]
  /** Somebody by age, who was named before: "the 41-year-old". Also before a name. */
  ages: string[]
  /** What shows whether somebody is a woman or a man: articles, endings of nouns, given names. */
  genders?: Record<'female' | 'male', {articles: string[]; nouns: string[]; given: string[]}>
  /** Nouns by which articles speak again of those who have these titles: "the scientist" of a geologist. */
  sameRoles?: [words: string[], titles: string[]][]
  /** Nouns for organisations of which "she" or "he" is said. */
  bodyGenders?: Record<'female' | 'male', string[]>
  /** Where cases change a name: articles of a genitive, of a feminine noun or of more than one, those behind which no ending changes, those of no subject, and those of a masculine and a neuter subject. Plain words. */
  caseArticles?: {
    genitive: string[]
    female: string[]
    plain: string[]
    oblique: string[]
    male: string[]
    neuter: string[]
  }
  /** Kinds of firms that are not part of a name of one word behind them: "société". */
  firmKinds?: string[]
  /** What an organisation is, before its name and not part of it: "Hersteller". */
  kindsBefore?: string[]
  /** Adjectives that belong to a title, without their ending: "früher", "leitend". Also as nouns: "vorsitzend". */
  titleAdjectives?: string[]
  /** Adjectives with which names of organisations begin, without their ending: "Deutsch". */
  nameAdjectives?: string[]
  /** True where "she" may be an organisation. */
  hasGenders?: boolean
  relatives: {female: string[]; male: string[]}
  pronouns: {female: string[]; male: string[]; it: string[]; they: string[]}
  /** "his", "her": before a relative or a document. */
  possessives: string[]
  /** Words with a capital at a sentence's beginning that begin no name. Plain words. */
  starters: string[]
}

export interface SpeechRules {
  /** Pairs of marks, the outer ones first. */
  marks: [string, string][]
  /** Verbs by which somebody says something, in the forms that occur. */
  verbs: string[]
  /** How many verbs end, and few nouns: a noun phrase ends before such a word. */
  verbEndings?: string[]
  /** Before the person to whom something seems so, at the beginning of a sentence: "A Ana le hace gracia". */
  datives?: string[]
  /** Pronouns before a verb, with which a noun phrase is at its end: "se". Plain words. */
  clitics?: string[]
  /** Verbs before another verb, with which a noun phrase is at its end. Plain words. */
  auxiliaries: string[]
  /** What shows that a heading in quotation marks is a whole clause. */
  clauseSigns: string[]
  /** Of these, verbs of writing: what is written is a document. */
  writes: string[]
  /** Verbs between a speaker and what they call something. */
  calls: string[]
  /** "according to": the speaker follows. */
  accordingTo: string[]
  /** "según el cual": according to the text before the comma. */
  accordingToIt?: string[]
  /** How a clause begins that says what is in a text, with `~` for the quoted words: "In dem Brief ist von ~ die Rede". */
  inText?: string[]
  /** The same behind the speaker: "zufolge". */
  accordingToBehind?: string[]
  /** Before words that are nobody's speech: "so-called", "known as". */
  notSpeech: string[]
  /** Before a work's title. */
  works: string[]
  /** Prepositions before the place where somebody works: "in". Plain words. */
  within?: string[]
  /** Nouns for what somebody says, behind "her": "advice". */
  ownWords?: string[]
  /** Nouns for what may have a name in quotation marks: a citizens' initiative, a pub. */
  quotedNames?: string[]
  /** Texts that speak: "report", "statement". */
  documents: string[]
  /** Of these, those that an organisation gives out: "letter", but not "sign". */
  issued?: string[]
  /** Before those who have a text, but did not write it: "seen by". */
  seen: string[]
  /** Who speaks without a name, as it is printed. */
  anonymous: string[]
  /** Somebody's view, who was named before: "in her view". */
  views: string[]
  /** "one reads in it": of the text that was spoken of last. */
  inIt?: string[]
  /** Between such a verb and the organisation for which somebody speaks: "apuntan desde". */
  houses?: string[]
  /** Verbs of nobody in particular: "apuntan", "indique-t-on". */
  impersonal?: string[]
  /** Between clauses: "and", "while". */
  joining: string[]
  /** Before a clause that is said: "that", "whether". */
  complements: string[]
  /** Before a verb of which the noun before it is the subject: "the office, which said". */
  relative: string[]
  /** Of the verbs, those whose subject was asked by somebody: "answered". */
  answers: string[]
  /** Verbs that show that somebody's words are reported: "sei". */
  reported: string[]
  /** Of whom a lawyer speaks: "Mandantin". */
  clients?: string[]
  /** To whom something is said: "der Zeitung". */
  told?: string[]
  /** Words that a verb has at the end of its clause: "räumte Eva Roth ein". Plain words. */
  verbParticles?: string[]
  /** True where the subject often follows its verb: "sagte Henrike Solbach". */
  hasInversion?: boolean
  /** Before a participle that no list has: "a", "s’est". */
  perfects?: string[]
  /** Before a participle where the subject does not speak: "was". Plain words. */
  passives?: string[]
  /** Of these verbs, those of more than one: "dijeron". */
  pluralVerbs?: string[]
  /** True where a verb needs no subject: "dijo". */
  hasOmittedSubjects?: boolean
  /** True where every noun has a capital: then a capital does not show a title. */
  hasCapitalNouns?: boolean
  /** True where works' titles have a capital on each word. */
  hasTitleCase?: boolean
  /** True where the speaker may be named within the marks: « Words, says she, words ». */
  hasInnerAsides?: boolean
  /** A dash begins a speech, as in novels. */
  hasDashSpeech?: boolean
}

export interface LanguageRules {
  /** BCP 47. */
  code: string
  /** Frequent small words, by which the language is recognised. Plain words. */
  common: string[]
  /** True where words are not divided by spaces. */
  hasNoSpaces?: boolean
  /** How quotations are found in such a language. */
  withoutSpaces?: JapaneseRules
  page: PageRules
  head: HeadRules
  photos: PhotoRules
  names: NameRules
  speech: SpeechRules
}
