// The words of a language's data file, and the regular expressions that are made of them.

/** Lists marked "pattern" hold parts of regular expressions, all others plain words. */
export interface JapaneseRules {
  /** After a name: さん, 氏. */
  honorifics: string[]
  /** Offices and posts that follow a name or precede it: 教授, 社長. */
  titles: string[]
  /** How an office ends that is behind a name and a dot: 監 in 森健一・防災監. */
  officeEnds: string[]
  /** Fields of ministers: 財務相, 財務大臣. */
  ministries: string[]
  /** What precedes a title as a part of it: 元, 副, 主任. */
  titlePrefixes: string[]
  /** What teachers teach: 体育教師. */
  schoolSubjects: string[]
  /** How occupations end, which only precede a name: 美術家の…さん. */
  occupationEndings: string[]
  /** Occupations in a sentence on somebody: 大工で. */
  trades: string[]
  /** After an office or a trade that somebody has: になって, で、; pattern. */
  holding: string[]
  /** Family names of three characters. */
  longFamilies: string[]
  /** Family names of two characters. */
  families: ReadonlySet<string>
  /** Given names in hiragana. */
  givenNames: ReadonlySet<string>
  /** What may follow them in a longer family name: 川 in 江波川. */
  familyEnds: string
  /** Characters that no given name has. */
  notInGivenNames: string
  /** Family names of one character. */
  shortFamilies: string[]
  /** Before a given name: 長女のさくらさん. */
  relatives: string[]
  /** Those of them who share the family name: 夫の健さん. */
  spouses: string[]
  /** Words like occupations that are not a title: 関係者, 長女. */
  notTitles: string[]
  /** How names of institutions end. */
  institutions: string[]
  /** Endings of departments, which say little by themselves. */
  departments: string[]
  /** Parts of an institution, after its name: 浜野病院外科. */
  units: string[]
  /** Words that end in the same way. */
  notInstitutions: string[]
  /** Of them, those by which an institution is called that was named in full: 試験場. */
  shortKinds: string[]
  /** Endings of words that are not an institution: 最大, 幹部. */
  notInstitutionEndings: string[]
  /** Endings of institutions that no family name has: 省, 庁. */
  neverInNames: string[]
  /** Where people are from, if they hold no office of it: フランスの料理人. */
  countries: string[]
  /** Before an office abroad: 米大統領. */
  shortCountries: string[]
  /** What a place is, in brackets after a company: （…市）. */
  placeWords: string[]
  /** Characters before the kind of a place that make it no name: 同市, 隣県. */
  notPlaceStarts: string
  /** How names of shops end. */
  shopEndings: string[]
  /** Of them, those that mostly end the name of a shop. */
  shopSigns: string[]
  /** Words that end in the same way: 部屋. */
  notShops: string[]
  /** Before a company, but not part of its name: 大手. */
  ranks: string[]
  /** Precede a name in quotation marks that is an institution's: 会社「…」. */
  companyWords: string[]
  /** Of them, those that are a part of the name that follows a dot: ビストロ・アマノ. */
  houses: string[]
  /** Of them, those that are a part of the name right behind them: 協同組合アマノ. */
  namedUnions: string[]
  /** A kind of organisation directly before a name in kana: 劇団うしろまえ. */
  kindsBeforeNames: string[]
  /** In hiragana after a kind of organisation, but not how a name begins: について, だった. */
  afterKinds: string[]
  /** What organisations do in the first sentence: 発表; pattern. */
  announcing: string[]
  /** 「月の堂」を営む森さん; pattern. */
  running: string[]
  /** 北野大学で研究する森さん; pattern. */
  atWork: string[]
  /** Between an office and a name: 館長に就いた; pattern. */
  inOffice: string[]
  /** 森さんが勤める, before an organisation; pattern. */
  working: string[]
  /** 博物館がある, before its name; pattern. */
  appearing: string[]
  /** How a name in marks ends that is an organisation's: 「石ころの館」. */
  namedKinds: string[]
  /** With hiragana in names of institutions: まちづくり推進課. */
  nameWords: string[]
  /** In hiragana at the beginning of a trade: すし職人. */
  tradeWords: string[]
  /** In hiragana between a noun and a name: 市内の, 運営する; pattern, longer ones first. */
  beforeNames: string[]
  /** In hiragana before a noun, but not how a name begins: など, ある; pattern, at the end. */
  notNameStarts: string[]
  /** 同社, 同校: which endings the institution has that was named before. */
  sameInstitution: Record<string, string[]>
  /** How an organisation's name ends in short, with its full endings: 漁協 of 漁業協同組合. */
  shortForms: Record<string, string[]>
  /** How schools are called in short: 灘島小. */
  shortSchools: string[]
  /** Of those that have teams. */
  teamSchools: string[]
  /** Words that end in the same way: 集中. */
  notShortSchools: string[]
  /** Where people of a title belong: 校長 to what ends in 学校. */
  titleOf: Record<string, string[]>
  /** A person who was named is called so again: 棟梁は. */
  craftHeads: string[]
  /** After the name of a shop in marks: 「…」の店主. */
  shopTitles: string[]
  /** Offices of towns and countries: 首相. */
  publicTitles: string[]
  /** Before the name of a paper abroad: 英紙. */
  papers: string[]
  /** What groups do, in their names: 橋を守る会; pattern. */
  groupVerbs: string[]
  /** Before the name of a team: プロ野球の…は. */
  sports: string[]
  /** People of this title are many: one who is described is nobody who was named. */
  commonTitles: string[]
  /** Of players, directly before the name: ＭＦ. */
  positions: string[]
  /** Of a team: 監督. */
  teamTitles: string[]
  /** They work for what their paragraph is about: 運行管理者. */
  insiders: string[]
  /** Of a club at a school: 部長. */
  clubTitles: string[]
  /** What many people do, also those who have nothing to do with the organisation of the story: 看護師. */
  trainedStaff: string[]
  /** Institutions of which there is one: 気象庁. */
  onlyOnes: string[]
  /** Heads of organisations of any kind: 代表. */
  anyHeads: string[]
  /** Of companies: 株式会社. */
  companyForms: string[]
  /** In katakana at the end of a firm's name: 浜野バス. */
  firmsInKana: string[]
  /** How words for a kind end that no name ends in: メーカー, チーム. */
  mereKinds: string[]
  /** Firms that are called so only for what they are to another: 運営会社. */
  mereFirms: string[]
  /** Before an institution of a kind, of which there are many: 公立. */
  notNamed: string[]
  /** They work where the article is about: 看護師長. */
  staffTitles: string[]
  /** How names of organisations before の and a title end, which are not institutions by themselves. */
  bodyEnds: string[]
  /** Heads of a part of an organisation: 部長. */
  departmentHeads: string[]
  /** Before a name without marks that may have hiragana: 一般社団法人. */
  legalForms: string[]
  /** In hiragana at the beginning of a sentence: まず, この. */
  openings: string[]
  /** People without a name: 関係者, 住民, 男性. */
  anonymous: string[]
  /** People without a name that are written in hiragana, in part; pattern. */
  nameless: string[]
  /** Of one person without a name: 男性; pattern, at the end. */
  somebody: string[]
  /** Ends a clause that does not describe a person: 来るという常連, 匿名を条件に応じた男性; pattern. */
  unsaid: string[]
  /** How institutions speak: と文書で回答した; pattern. */
  official: string[]
  /** 記者が尋ねると: not the speaker that is looked for. */
  askers: string[]
  /** 声の主は、森さん, after the words. */
  voices: string[]
  /** What a speaker shows: 森さんの声は. */
  features: string[]
  /** 返ってきた答えは, after a question. */
  answers: string[]
  /** The reporter asks: 問い合わせ; pattern. */
  questions: string[]
  /** Of an office that somebody gets: に就任した; pattern. */
  appointing: string[]
  /** What a team does: 敗れ; pattern. */
  playing: string[]
  /** How given names in kanji end. */
  givenEnds: string
  /** After a noun: ら, たち. */
  plurals: string[]
  /** Words for the person named last: 彼. */
  persons: string[]
  /** Words for the person who acted last: 同氏, 本人. */
  pronouns: string[]
  /** 二人, 両氏: how many people. */
  pairs: Record<string, number>
  /** What is read, not heard: 声明, 報告書. */
  documents: string[]
  /** Documents in which also a person's words are written ones; pattern. */
  writtenBy: string[]
  /** What somebody does with words beside it: こう書いた; pattern. */
  written: string[]
  /** In the text that the sentence before names: そこには; pattern. */
  therein: string[]
  /** Before a text that others than its authors brought: 本紙が入手した; pattern. */
  leaking: string[]
  /** Texts that a shop shows: 張り紙. */
  signs: string[]
  /** Where it shows them: 入り口. */
  premises: string[]
  /** Which institutions write a kind of text: 判決. */
  authors: Record<string, string[]>
  /** Where that is wrong: メールの取材; pattern. */
  spoken: string[]
  /** Pattern. */
  speechVerbs: string[]
  /** Verbs that name a thing or do something with it: 呼ぶ, 提携する; pattern, directly after the words and と. */
  namingVerbs: string[]
  /** Of them, those that follow a whole sentence which somebody finds to be true: 認定した; pattern. */
  findings: string[]
  /** Before words that are a term or a name: いわゆる. */
  termCues: string[]
  /** Nouns after との or という that make the words somebody's: 声, 見方. */
  speechNouns: string[]
  /** Nouns before は that make the words somebody's: 口癖は「…」. */
  ownWords: string[]
  /** Verbs of what is written in a text: とある, と書かれている; pattern, directly after the words. */
  writing: string[]
  /** 「…」を認めた: after a fragment of what somebody says; pattern, directly after the words. */
  claiming: string[]
  /** 「…」の一点張りだ; pattern, directly after the words. */
  repeating: string[]
  /** 「…」に例えた; pattern, directly after the words. */
  likening: string[]
  /** Of anything that can be read then: が貼られている; pattern. */
  posting: string[]
  /** How a suspect answers, as the police report it: 容疑を認め; pattern. */
  confessing: string[]
  /** After the name of a suspect. */
  suspects: string[]
  /** 看板が立った, before the words that are on it; pattern. */
  showing: string[]
  /** After nameless people: 市場には「…」との見方がある; pattern. */
  among: string[]
  /** What precedes a phrase of nameless people in its clause; pattern. */
  phraseBreaks: string[]
  /** The reporter's own question; pattern. */
  asked: string[]
  /** Verbs in the passive: the speaker is marked by から or に; pattern. */
  passives: string[]
  /** At the beginning of an interviewer's question. */
  questionMarks: string[]
  /** Before an honorific, but not a name: 皆さん. */
  notNames: string[]
  /** In katakana after a place, but not a given name: バス. */
  notKanaNames: string[]
  /** Kanji that end a given name after hiragana. */
  givenNameEndings: string[]
  /** In hiragana after kanji, but not a given name: した, など; pattern. */
  notGivenNames: string[]
  /** How given names end: 直人. */
  maleEnds: string[]
  /** Words that end in the same way: 外国人. */
  notMaleEnds: string[]
  /** How nouns in kanji end that are not a name: 自動化. */
  notNameEnds: string[]
  /** Endings of nouns after a title that are not a name: 社長の発言. */
  nameStops: string[]
  /** Before the name of a place abroad: 港町カルスン; pattern. */
  placesBefore: string[]
  /** Before somebody who does not belong to what the article is about: 隣町のパン職人. */
  elsewhere: string[]
  /** 同じチームの: how the organisation that was named is called then. */
  sameKinds: Record<string, string>
  /** Before the name of a work in marks: 映画「…」の監督. */
  works: string[]
  /** Before an institution without a name: 近くの語学学校. */
  someOf: string[]
  /** Before の, but not where somebody belongs: 当時の…社長. */
  notAffiliations: string[]
}

export interface Lexicon extends JapaneseRules {
  honorific: string
  title: string
  /** Institutions and titles that are written before a name without a particle. */
  leads: string[]
  /** What precedes the name of an institution in marks. */
  kinds: string[]
  /** Company words of at least two characters. */
  longCompanyWords: string[]
  /** Occupations of at least two characters. */
  jobs: string[]
  endsInTitle: RegExp
  endsInOccupation: RegExp
  /** Of at least two characters. */
  endsInJob: RegExp
  /** 元部長: no organisation, though 部 may be one. */
  onlyTitles: RegExp
  endsInInstitution: RegExp
  /** 浜野病院外科, 浜野高校野球部 */
  endsInUnit: RegExp
  endsInAnonymous: RegExp
  endsInDocument: RegExp
  speech: RegExp
  startsWithNaming: RegExp
  startsWithWriting: RegExp
  startsWithSpeechNoun: RegExp
}

/** Characters of kanji, and those written among them. */
export const HAN = '\\p{Script=Han}々〆ヶ'
export const KATAKANA = '\\p{Script=Katakana}ー'
/** Characters of a noun: no hiragana, which is what particles are written in. */
export const NOUN = `${HAN}${KATAKANA}\\p{Script=Latin}\\p{Nd}・＆&．.'’-`
/** An age, a reading or a specialty. */
export const BRACKET = '（[^（）]{1,40}）'

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const alternatives = new Map<string, string>()

/** Longer words first, so that 主任研究員 wins over 研究員. */
export function anyOf(words: readonly string[]): string {
  const key = words.join(' ')
  const known = alternatives.get(key)
  if (known !== undefined) return known
  const sorted = words.toSorted((a, b) => b.length - a.length).map(escaped)
  const made = `(?:${sorted.join('|')})`
  alternatives.set(key, made)
  return made
}

const expressions = new Map<string, RegExp>()

/** Long lists take long to compile: each expression is made once. */
export function expression(source: string, flags: 'u' | 'gu' = 'u'): RegExp {
  const key = `${flags} ${source}`
  const known = expressions.get(key)
  if (known) return known
  const made = new RegExp(source, flags)
  expressions.set(key, made)
  return made
}

const anyPattern = (patterns: readonly string[]): string => `(?:${patterns.join('|')})`

const isLong = (word: string): boolean => word.length > 1

/** The words with the expressions that are made of them. */
export function lexiconOf(rules: JapaneseRules): Lexicon {
  const minister = `${anyOf(rules.ministries)}(?:相|大臣)`
  const one = `${anyOf(rules.titlePrefixes)}*(?:${minister}|${anyOf(rules.titles)})`
  const title = `(?:${one}(?:兼${one})*)`
  return {
    ...rules,
    // はさまっていた has no honorific.
    honorific: `${anyOf(rules.honorifics)}(?<!さま(?=[っりるれ]))`,
    title,
    leads: [...rules.institutions, ...rules.titles, ...rules.trades].filter(isLong),
    kinds: [...rules.companyWords, ...rules.institutions.filter(isLong)],
    longCompanyWords: rules.companyWords.filter(isLong),
    jobs: [...rules.trades, ...rules.occupationEndings].filter(isLong),
    endsInTitle: new RegExp(`${title}$`, 'u'),
    endsInOccupation: new RegExp(`${anyOf(rules.occupationEndings)}$`, 'u'),
    endsInJob: new RegExp(
      `^[${HAN}${KATAKANA}]{0,8}${anyOf([...rules.trades, ...rules.occupationEndings])}$`,
      'u',
    ),
    onlyTitles: new RegExp(
      `^(?:${anyOf(rules.titlePrefixes)}|${anyOf(rules.schoolSubjects)})+$`,
      'u',
    ),
    endsInInstitution: new RegExp(`${anyOf(rules.institutions)}$`, 'u'),
    endsInUnit: new RegExp(
      `.{2}[高大中](?:[${HAN}]{1,4}|[${KATAKANA}]{2,8})部$|.${anyOf(rules.institutions.filter(isLong))}[${HAN}${KATAKANA}]{1,8}${anyOf([...rules.units, ...rules.departments])}$`,
      'u',
    ),
    endsInAnonymous: new RegExp(`${anyOf(rules.anonymous)}$`, 'u'),
    endsInDocument: new RegExp(`${anyOf(rules.documents)}$`, 'u'),
    speech: new RegExp(anyPattern(rules.speechVerbs), 'u'),
    startsWithNaming: new RegExp(`^(?:も|は|か)?${anyPattern(rules.namingVerbs)}`, 'u'),
    startsWithWriting: new RegExp(`^(?:も|だけ)?${anyPattern(rules.writing)}`, 'u'),
    startsWithSpeechNoun: new RegExp(
      `^(?:[${HAN}]{1,3}の)?[${HAN}]{0,3}${anyOf(rules.speechNouns)}`,
      'u',
    ),
  }
}
