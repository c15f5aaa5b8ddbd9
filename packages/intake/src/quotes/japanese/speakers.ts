// Who says the words between marks.
import type {Quoted} from '../mentions.ts'
import type {Cast} from './cast.ts'
import {documentOf, isBefore, isInBody} from './documents.ts'
import {type Line, type Sentence, sentenceAt} from './lines.ts'
import {anyOf, expression, type Lexicon, NOUN} from './rules.ts'
import type {Said, Scene} from './scene.ts'
import {type Around, type Frame, isCalled, isFavourite, isListed} from './speech.ts'
import {
  type Actor,
  acts,
  isInstitution,
  isKnown,
  isPerson,
  phraseBefore,
  type Subject,
} from './subjects.ts'

const NOBODY: Actor = {speakers: [], attribution: null}

/** Who says the words, and whether they are a text's or an institution's. */
export function speakersOf(
  line: Line,
  quoted: Quoted,
  around: Around,
  frame: Frame,
  scene: Scene,
): Said {
  const document = documentOf(line, quoted, around, frame, scene)
  const actor = actorOf(line, quoted, around, frame, scene)
  const own = document && !isPerson(actor.inSentence) ? document.owner : null
  const found = own && isKnown(own) && !isInstitution(actor.inSentence) ? own : actor.actor
  const isWritten = document !== null && (isPerson(found) ? document.isPersonal : true)
  return {...found, isDocument: isWritten || frame === 'written' || isInstitution(found)}
}

interface Answer {
  actor: Actor
  /** What the sentence itself says; nobody where that is taken from others. */
  inSentence: Actor
}

function actorOf(line: Line, quoted: Quoted, around: Around, frame: Frame, scene: Scene): Answer {
  const here = scene.subjects[line.index] ?? []
  const sentence = line.sentences[sentenceAt(line, quoted.outer.from)] ?? {
    from: 0,
    to: line.text.length,
  }
  const before = here.filter(({from, to}) => from >= sentence.from && to <= quoted.outer.from)
  const inSentence =
    (frame === 'said' || frame === 'own' || /^(?:だ|である)と、/u.test(around.after)
      ? afterWords(line, quoted, around, here, scene)
      : null) ?? beforeWords(before, around, frame, line, quoted, scene)
  if (inSentence && isKnown(inSentence)) return {actor: inSentence, inSentence}
  const actor =
    askedBefore(line, quoted, around, scene) ??
    (around.before === '' ? ownerBefore(line, quoted, scene) : null) ??
    (around.before === '' || frame === 'own' ? fromNextSentence(line, quoted, scene) : null) ??
    (frame === 'own' ? fromParagraphBefore(line, quoted, scene) : null) ??
    fromEarlier(line, quoted, around, frame, scene)
  return {actor, inSentence: NOBODY}
}

/** 「…」とXは語る, 「…」と話すX, 「…」と語るのは、X. */
function afterWords(
  line: Line,
  {outer}: Quoted,
  around: Around,
  here: readonly Subject[],
  {cast}: Scene,
): Actor | null {
  const skipped = around.after.length - around.rest.length
  const from = outer.to + skipped
  const rest = around.rest
  if (isListed(rest) || isPassive(rest, cast.lexicon)) return null
  const following = here.filter(
    (one) => one.from >= from && one.to <= from + rest.length && !isInWords(line, one),
  )
  const cleft = /^[^。「]*?(?:のは|のが)、?/u.exec(rest)
  if (cleft) {
    const named = following.filter((one) => one.from >= from + cleft[0].length && isKnown(one))
    return named.findLast(isPerson) ?? named.at(-1) ?? null
  }
  // 「…」とは、森さんの弁。
  const owner = following.find((one) => isPerson(one) && hasOwnWords(line, one, cast.lexicon))
  if (owner) return owner
  const verb = cast.lexicon.speech.exec(rest)
  for (const one of following) {
    const lead = rest.slice(0, one.from - from)
    const isFirst =
      /^(?:だ|など)?(?:と|って|、と)?[、（]?(?:そう|こう)?(?:ある|とある|別の)?(?:[\p{Script=Han}\p{Script=Katakana}ー]+の)?$/u.test(
        lead,
      )
    const isBeforeVerb = !lead.includes('、') && (!verb || one.from - from <= verb.index)
    if (isFavourite(rest, cast.lexicon) && isPerson(one)) return one
    if (isFirst && (acts(one) || /^(?:。|、|）|$)/u.test(line.masked.slice(one.to)))) return one
    if (isBeforeVerb && acts(one)) return one
    if (
      expression(
        `(?:${cast.lexicon.speech.source})(?:[^、。「」]{0,4}[るたうくすつむぶぐ])?$`,
        'u',
      ).test(lead)
    )
      return one
  }
  return null
}

const isInWords = (line: Line, {from, to}: Subject): boolean =>
  line.quoted.some(({outer}) => outer.from < from && to < outer.to)

/** 森さんの口癖だ。 */
const hasOwnWords = ({masked}: Line, {to}: Subject, {ownWords}: Lexicon): boolean =>
  expression(
    `^の${anyOf(ownWords)}(?:(?:だ|です|である|だった)?(?:。|$)|[はも])|^の声[がも]`,
    'u',
  ).test(masked.slice(to))

/** Xは「…」と述べた. */
function beforeWords(
  before: readonly Subject[],
  {before: text, rest}: Around,
  frame: Frame,
  line: Line,
  {outer}: Quoted,
  scene: Scene,
): Actor | null {
  const {cast} = scene
  const known = before.filter(isKnown)
  const end = line.masked.slice(0, outer.from)
  // 保健所に問い合わせると、「…」
  const asked = known.findLast(
    (one) =>
      (one.role === 'agent' && isAsked(end.slice(one.to), cast.lexicon)) ||
      // 森さんを訪ねると
      (isPerson(one) && /^を訪ね(?:ると|たら|て)[^。「」]{0,16}$/u.test(end.slice(one.to))),
  )
  if (asked && !known.some((one) => acts(one) && one.from > asked.from)) return asked
  // 組合の回答は「…」
  const own = known.findLast(({to}) => isOwner(end.slice(to), cast.lexicon))
  // 町の主張は「乱暴」だとみる: somebody else does.
  if (own && frame !== 'within') return own
  const teller = isPassive(rest, cast.lexicon)
    ? tellerOf(known, line, outer.from, text, cast)
    : null
  if (teller) return teller
  if (
    /^と(?:のこと|いう。|いいます|いう、)/u.test(rest) ||
    frame === 'within' ||
    (frame === 'own' && /にとって/u.test(text))
  ) {
    const source = known.findLast(({role}) => role === 'source')
    if (source) return source
  }
  // 森町議の「…」との質問に, 祖父の「…」という教えを
  const asker = frame === 'voiced' ? known.find(({to}) => end.slice(to) === 'の') : undefined
  if (asker) return asker
  // 「…」との見通しを示した: the subject does it. 「…」との見方が強い: nobody does.
  const isVoiced =
    (frame === 'voiced' && !/^と[^、。「]{1,12}を/u.test(rest)) ||
    /^と(?:評判|好評|話題|うわさ|言い伝え)|^と[^、。「]{1,8}(?:する|る)声|^と[^、。「]{0,6}(?:の?声|批判|不満|意見|反発|懸念|異論)[がも](?:上|出|相次|広|強|多|根強|漏|聞|飛|響|あ)/u.test(
      rest,
    )
  if (isVoiced) return voicedBy(known, {line, before: text, at: outer.from}, cast)
  // Xさんの机には「…」と書かれている.
  const owner =
    frame === 'written'
      ? known.findLast((one) => isPerson(one) && line.masked[one.to] === 'の')
      : null
  if (owner && !known.some((one) => acts(one) && isPerson(one))) return owner
  const label = known.find(
    ({to, role}) =>
      role === 'none' &&
      to >= outer.from - 1 &&
      /^[、\u3000 ：:]?$/u.test(line.masked.slice(to, outer.from)),
  )
  if (label) return label
  const suspect = known.some(isPerson) ? undefined : confessingBefore(line, outer.from, rest, scene)
  if (suspect) return suspect
  return whoActs(known, frame, line.masked.slice(0, outer.from))
}

/** The subject or the topic of a sentence, whichever is nearer to the words. */
function whoActs(known: readonly Subject[], frame: Frame, before: string): Actor | null {
  const topics = known.filter(({role}) => role === 'topic' || role === 'source')
  // 森委員長は、いまの現場は「眠れない職場」だと訴える: what is spoken of does not speak.
  const topic =
    (frame === 'within' ? topics.findLast(({speakers}) => speakers.length > 0) : undefined) ??
    topics.at(-1)
  const subject = known.findLast(
    ({role, to}) => role === 'subject' && !isRelative(before.slice(to)),
  )
  if (!subject || !topic) return subject ?? topic ?? null
  return subject.from < topic.from ? topic : subject
}

/** と言われた */
const isPassive = (rest: string, {passives}: Lexicon): boolean =>
  expression(`^と[^、。]{0,8}(?:${passives.join('|')})`, 'u').test(rest)

/** 森さんから「…」と言われた, 孫に「…」と言われた */
function tellerOf(
  known: readonly Subject[],
  line: Line,
  at: number,
  before: string,
  cast: Cast,
): Actor | null {
  const agent = known.findLast(({role}) => role === 'agent' || role === 'place')
  const isNamed = /(?:から(?:は|も)?|に)、?$/u.test(before)
  return agent ?? (isNamed ? namelessPlace(line, at - before.length, at, cast) : null)
}

/** 会合では「…」との声が出た, 森町議の「…」との質問に: the last who acts before, or the place. */
function voicedBy(
  known: readonly Subject[],
  {line, before, at}: {line: Line; before: string; at: number},
  cast: Cast,
): Actor | null {
  const among = known.findLast((one) => acts(one) || one.role === 'place' || one.role === 'agent')
  const nameless = namelessPlace(line, at - before.length, at, cast)
  // 関係者によると、会合では「…」との意見が出た
  const isMeeting = among?.role === 'source' && /[会合議席場]$/u.test(nameless?.attribution ?? '')
  return nameless && !isMeeting && (!among || nameless.at > among.from) ? nameless : (among ?? null)
}

/** 捜査関係者によると、「…」と容疑を認めている */
function confessingBefore(
  line: Line,
  at: number,
  rest: string,
  {subjects, cast}: Scene,
): Actor | undefined {
  if (!expression(`^と[^。「]*?(?:${cast.lexicon.confessing.join('|')})`, 'u').test(rest))
    return undefined
  const mark = expression(anyOf(cast.lexicon.suspects), 'u')
  return subjects
    .flat()
    .findLast(
      (one) =>
        isBefore(one, {line: line.index, at}) &&
        isPerson(one) &&
        mark.test(cast.lines[one.line]?.masked.slice(one.from, one.to) ?? ''),
    )
}

/** に問い合わせると, に、何を話すかと聞くと; but not に聞かれ. */
const isAsked = (gap: string, {questions}: Lexicon): boolean =>
  expression(
    `^[にへ][^。]{0,40}?(?:${questions.join('|')})(?![らかわ]れ)[^。「」]{0,16}。?$`,
    'u',
  ).test(gap)

/** 森さんに理由を尋ねた。「…」, 森さんに何を話すかと聞くと、首を振った。「…」 */
function askedBefore(
  line: Line,
  {outer}: Quoted,
  {before}: Around,
  {subjects, cast}: Scene,
): Actor | null {
  const sentence = line.sentences[sentenceAt(line, outer.from) - 1]
  const isAnswer = expression(
    `(?:^|^[^は。「」]{0,16}(?:[てで]から|ながら|[てで]|、)|${anyOf(cast.lexicon.answers)}は、?)$`,
    'u',
  ).test(before)
  if (!sentence || !isAnswer) return null
  const there = (subjects[line.index] ?? []).filter(
    (one) => one.from >= sentence.from && one.to <= sentence.to && isPerson(one),
  )
  const asked = there.findLast(
    ({role, to}) => role === 'agent' && isAsked(line.masked.slice(to, sentence.to), cast.lexicon),
  )
  return asked && !there.some((one) => acts(one) && one.from > asked.from) ? asked : null
}

const isOwner = (gap: string, {ownWords}: Lexicon): boolean =>
  expression(`^の${anyOf(ownWords)}(?:は|も|が|として)、?$`, 'u').test(gap) || isCalled(gap)

/** 朝霧氏が開いた会見で: what follows the verb is a noun. */
const isRelative = (gap: string): boolean =>
  /[たるうくすつぬむぶぐい](?!後|直後|際|時|上で|末|途端|日|年|夜|朝)[\p{Script=Han}\p{Script=Katakana}]/u.test(
    gap,
  )

/** 会合では「…」との声が出た. */
function namelessPlace(
  line: Line,
  from: number,
  to: number,
  cast: Cast,
): (Actor & {at: number}) | null {
  const pattern = expression(
    `([${NOUN}]+)(?:${cast.lexicon.among.join('|')})(?![\\p{Script=Hiragana}]*(?:つい|対し|関し|よ[るっ]))`,
    'gu',
  )
  const found = [...line.masked.slice(from, to).matchAll(pattern)].at(-1)
  if (found?.[1] === undefined) return null
  const at = from + found.index
  return {at, speakers: [], attribution: phraseBefore(line, at + found[1].length, cast)}
}

/** きっかけは森さんの一言だった。「…」 */
function ownerBefore(line: Line, {outer}: Quoted, {cast, subjects}: Scene): Actor | null {
  const there = outer.from > 0 ? line : cast.lines[line.index - 1]
  const at = outer.from > 0 ? sentenceAt(line, outer.from) - 1 : (there?.sentences.length ?? 0) - 1
  const sentence = there?.sentences[at]
  if (!there || !sentence) return null
  const own = subjects[there.index]?.findLast(
    (one) =>
      one.from >= sentence.from &&
      one.to <= sentence.to &&
      isPerson(one) &&
      hasOwnWords(there, one, cast.lexicon),
  )
  return own ?? null
}

/** 「…」。Xはそう語った. */
function fromNextSentence(line: Line, {outer}: Quoted, scene: Scene): Actor | null {
  const {cast} = scene
  const at = sentenceAt(line, outer.from)
  const next = line.sentences[at + 1]
  if (next) {
    const own =
      scene.subjects[line.index]?.filter(({from, to}) => from >= next.from && to <= next.to) ?? []
    const isPointing = /(?:そう|こう)/u.test(next.text)
    // 「…」と振り返る。森さんは「…」と話す: each sentence has its own words.
    const isComplete = line.masked.startsWith('と', outer.to) && next.text.includes('「')
    if (isComplete && !isPointing) return null
    const isFirst = at === 0
    const isVoice = expression(`^(?:${cast.lexicon.voices.join('|')})は`, 'u').test(next.text)
    const introduced =
      (isFirst && outer.from === 0) || isVoice ? introducedIn(next.text, own, cast) : undefined
    if (introduced) return introduced
    // 「…」。森さんの言葉だ。
    const owner = own.find((one) => isPerson(one) && hasOwnWords(line, one, cast.lexicon))
    if (owner) return owner
    const said = speakerIn(
      next,
      own,
      isFirst && own.some((one) => acts(one) && isPerson(one)),
      scene,
    )
    // Xが笑った。「…」。Yが手を振る。「…」: each has own words.
    const isNextOwn =
      line.sentences[at + 2]?.text.startsWith('「') === true ||
      (at > 0 && /[はがも]「〓+」と/u.test(next.text))
    const isTold = (scene.subjects[line.index] ?? []).some(
      (one) =>
        one.to < outer.from &&
        ((acts(one) && isSomebodyOrPerson(one, scene.cast)) ||
          isPresented(one, scene.cast) ||
          (isPerson(one) && line.masked[one.to] === 'の')),
    )
    if (isNextOwn && isTold && !isPointing) return null
    const isOther = !isFirst && said && !isPerson(said) && !isPointing
    if (isOther) return null
    if (said && (isFirst || isPointing || !endsInSpeech(line, at - 1, scene))) return said
    return null
  }
  return fromNextParagraph(line, outer.from, scene)
}

/** 「…」¶Xはそう語った. */
function fromNextParagraph(line: Line, from: number, scene: Scene): Actor | null {
  const {cast} = scene
  const at = sentenceAt(line, from)
  if (at > 0 && endsInSpeech(line, at - 1, scene)) return null
  const following = cast.lines[line.index + 1]
  const first = following?.sentences[0]
  if (!following || !first || (at > 0 && !/^(?:そう|こう|と)/u.test(first.text))) return null
  const own = scene.subjects[following.index]?.filter(({to}) => to <= first.to) ?? []
  const introduced =
    at === 0 && from === 0
      ? (introducedIn(first.text, own, cast) ??
        featuredIn(first, own, cast) ??
        // 森さんの夢である。
        own.find(
          (one) =>
            isPerson(one) &&
            !first.text.includes('「') &&
            hasOwnWords(following, one, cast.lexicon),
        ))
      : undefined
  if (introduced) return introduced
  const isPointing = /(?:そう|こう)[^。]{0,4}[話語言述い打答つ明教笑振返]|^と/u.test(first.text)
  // The words are a paragraph, and the next one begins: Xさんは笑った。
  const isReaction =
    at === 0 && from === 0 && following.quoted.length === 0 && endsInSpeech(following, 0, scene)
  const who = isPointing || isReaction ? speakerIn(first, own, false, scene) : null
  return isPointing || (who && isPerson(who)) ? who : null
}

/** After the words: 案内してくれたのは、Xさん。 */
const introducedIn = (
  text: string,
  own: readonly Subject[],
  {lexicon}: Cast,
): Subject | undefined =>
  expression(`(?:のは、|(?:${lexicon.voices.join('|')})は、?)[^。]*。?$`, 'u').test(text)
    ? own.findLast(isPerson)
    : undefined

/** After the words: 森さんの声は震えていた。 */
const featuredIn = (
  {text, from}: Sentence,
  own: readonly Subject[],
  {lexicon}: Cast,
): Subject | undefined =>
  own.find(
    (one) =>
      isPerson(one) &&
      one.from === from &&
      expression(`^の${anyOf(lexicon.features)}[はがにも]`, 'u').test(text.slice(one.to - from)),
  )

const endsInSpeech = (line: Line, at: number, {cast}: Scene): boolean => {
  const text = line.sentences[at]?.text ?? ''
  const last = text.split('、').at(-1) ?? text
  return !text.includes('「') && cast.lexicon.speech.test(last)
}

/** Who speaks in a sentence that follows the words. */
function speakerIn(
  {text, from: start}: Sentence,
  own: readonly Subject[],
  opensParagraph: boolean,
  {cast}: Scene,
): Actor | null {
  const known = own.filter(isKnown)
  const pointing = /(?:そう|こう)[^、。「]{1,6}?のは、?/u.exec(text)
  if (pointing)
    return (
      known.findLast((one) => isPerson(one) && one.role === 'none') ??
      known.findLast(isPerson) ??
      null
    )
  // 森さんに伝えると、そう返ってきた。
  const asked = known.find(
    ({to, role}) =>
      role === 'agent' && /^に[^。「」]{1,16}[とば]、?(?:そう|こう)/u.test(text.slice(to - start)),
  )
  if (asked) return asked
  const relative = known.find(({from}) =>
    /(?:そう|こう)[^、。「]{1,8}$/u.test(text.slice(0, from - start)),
  )
  const actor =
    relative ??
    known.find(({role}) => role === 'topic') ??
    known.find(({role}) => role === 'subject')
  if (!actor) return null
  const isSpeech = /そう|こう|^と/u.test(text) || cast.lexicon.speech.test(text)
  return isSpeech || opensParagraph ? actor : null
}

/** Words that are a paragraph: the person whom the paragraph before is about. */
function fromParagraphBefore(
  line: Line,
  {outer}: Quoted,
  {cast, subjects, said}: Scene,
): Actor | null {
  const before = cast.lines
    .slice(0, line.index)
    .findLast(({passage}) => passage.block !== null && !passage.isHeading)
  if (outer.from > 0 || !before) return null
  const people = (subjects[before.index] ?? []).filter(isPerson)
  const acting = people.findLast(acts)
  // 男性は、その日のことをこう話す。 「…」
  const last = before.sentences.at(-1)
  const teller = subjects[before.index]?.findLast(
    (one) => one.from >= (last?.from ?? 0) && acts(one) && isSomebody(one, cast),
  )
  if (teller && (!acting || acting.from < teller.from)) return teller
  const speaker = said.findLast((one) => one.line === before.index && isPerson(one))
  if (speaker && (!acting || acting.from < speaker.at)) return speaker
  return acting ?? people.at(-1) ?? null
}

/** The speaker before, or who acted last. */
function fromEarlier(
  line: Line,
  quoted: Quoted,
  {rest}: Around,
  frame: Frame,
  {cast, subjects, said}: Scene,
): Actor {
  // 事務所は残す方針だ。取材に「…」と文書で回答した。
  const isOfficial = expression(
    `^と[^、。「]{0,12}(?:${cast.lexicon.official.join('|')})`,
    'u',
  ).test(rest)
  const place = {line: line.index, at: quoted.outer.from}
  const last = said.findLast(isKnown)
  const actors = subjects
    .flat()
    .filter(
      (one) =>
        isBefore(one, place) &&
        isInBody(cast, one.line) &&
        isKnown(one) &&
        (acts(one) || isPresented(one, cast)),
    )
  const start = line.sentences[sentenceAt(line, quoted.outer.from)]?.from ?? 0
  const inLine = actors.findLast(
    (one) =>
      one.line === line.index &&
      !isUnderTopic(one, line, actors) &&
      (isPerson(one) ||
        (isSomebody(one, cast) && (one.role === 'topic' || one.to <= start)) ||
        (isOfficial && isInstitution(one) && one.role === 'topic')),
  )
  const named = frame === 'own' ? namedInLine(line, quoted, subjects) : null
  if (!inLine && named && last?.line !== line.index) return named
  const latest = inLine ?? actors.findLast((one) => isPerson(one))
  if (!last) return latest ?? actors.at(-1) ?? firstAfter(line, subjects) ?? NOBODY
  if (!latest || latest.line < last.line || (latest.line === last.line && latest.from < last.at))
    return last
  return latest
}

/** 森さんは、医師が減ったことが理由だとみる。「…」: the sentence is about 森さん. */
const isUnderTopic = (one: Subject, line: Line, actors: readonly Subject[]): boolean =>
  one.role === 'subject' &&
  !isPerson(one) &&
  actors.some(
    (other) =>
      other.line === one.line &&
      other.role === 'topic' &&
      isPerson(other) &&
      other.from < one.from &&
      sentenceAt(line, other.from) === sentenceAt(line, one.from),
  )

/** 笑ったのは常連の森さんだ。 劇場を継いだ森さん。 森さんの肩書は */
const isPresented = (one: Subject, {lines}: Cast): boolean =>
  isPerson(one) &&
  expression(
    `^(?:、[\\p{Nd}一二三四五六七八九十]{1,3}歳)?(?:だ|です|である|だった)?。|^の[${NOUN}]{1,6}は`,
    'u',
  ).test(lines[one.line]?.masked.slice(one.to) ?? '')

/** タクシー運転手の男性は: one person, though without a name; not 市場 or 住民ら. */
const isSomebody = ({attribution, role, line, to}: Subject, {lexicon, lines}: Cast): boolean =>
  attribution !== null &&
  (role === 'topic' || role === 'subject') &&
  !expression(`${anyOf(lexicon.plurals)}$`, 'u').test(lines[line]?.masked.slice(0, to) ?? '') &&
  expression(`(?:${lexicon.somebody.join('|')})(?:（[^（）]*）)?$`, 'u').test(attribution)

const isSomebodyOrPerson = (one: Subject, cast: Cast): boolean =>
  isPerson(one) || isSomebody(one, cast)

/** An article may begin with words, and name the speaker in the next paragraph. */
const firstAfter = ({index}: Line, subjects: readonly Subject[][]): Actor | undefined =>
  subjects[index + 1]?.find((one) => acts(one) && isPerson(one))

/** 設計したのは、Xさん。「…」 */
function namedInLine(line: Line, {outer}: Quoted, subjects: readonly Subject[][]): Actor | null {
  const before = subjects[line.index]?.filter(({to}) => to <= outer.from) ?? []
  return before.findLast(isPerson) ?? null
}
