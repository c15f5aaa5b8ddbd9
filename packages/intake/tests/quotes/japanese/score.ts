// How well quotations are found: precision and recall of the words, their form, who says them, and titles.
import type {Quote} from '../../../src/article.ts'
import type {Passage} from '../../../src/quotes/mentions.ts'
import type {AnnotatedArticle} from './annotated-article.ts'

type Said = Pick<Quote, 'block' | 'words' | 'form' | 'speakers' | 'attribution'>

export interface Tally {
  hits: number
  wanted: number
  found: number
}
export type Score = Record<'quote' | 'form' | 'speaker' | 'title', Tally>

export const passagesOf = ({text}: AnnotatedArticle): Passage[] => {
  let block = 0
  // A pull quote repeats words of the text: quotes are not looked for in it.
  const lines = text.split('\n').filter((line) => !line.startsWith('> '))
  return lines.map((line) => {
    const [, mark, words = ''] = /^([#^] )?(.*)$/u.exec(line) ?? []
    const isInBody = mark !== '^ '
    return {block: isInBody ? block++ : null, text: words, isHeading: mark === '# '}
  })
}

/** What an article is annotated with, in the form of quotations. */
export function wantedOf(article: AnnotatedArticle): Said[] {
  const passages = passagesOf(article).filter(({block}) => block !== null)
  let at = 0
  return article.quotes.map(([words, form, said]) => {
    const block = passages.findIndex(
      (passage, index) => index >= at && passage.text.includes(`「${words}`),
    )
    if (block === -1) throw new Error(`${article.name} has no ${words}`)
    at = block
    const attribution = said.startsWith('~') ? said.slice(1) : null
    return {block, words, form, attribution, speakers: attribution === null ? speakersIn(said) : []}
  })
}

const speakersIn = (said: string): Quote['speakers'] =>
  said.split(' + ').map((one) => {
    const [name = '', title = '', affiliation = ''] = one.replace(/^@/u, '').split('/')
    const kind = one.startsWith('@') ? 'institution' : 'person'
    return {name, kind, title: title || null, affiliation: affiliation || null}
  })

const key = ({block, words}: Said): string => `${block} ${words.normalize('NFKC')}`
const saidBy = ({speakers, attribution}: Said): string =>
  speakers.length > 0
    ? speakers
        .map(({name}) => name)
        .toSorted()
        .join('+')
    : `~${attribution ?? ''}`
const titled = (quotes: readonly Said[]): string[] =>
  quotes.flatMap((quote) =>
    quote.speakers
      .filter(({title, affiliation}) => title ?? affiliation)
      .map(({name, title, affiliation}) => `${key(quote)} ${name} ${title} ${affiliation}`),
  )

function tally(wanted: readonly string[], found: readonly string[]): Tally {
  const left = [...found]
  const hits = wanted.filter((one) => {
    const at = left.indexOf(one)
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  })
  return {hits: hits.length, wanted: wanted.length, found: found.length}
}

export const scoreOf = (wanted: readonly Said[], found: readonly Said[]): Score => ({
  quote: tally(wanted.map(key), found.map(key)),
  form: tally(
    wanted.map((one) => `${key(one)} ${one.form}`),
    found.map((one) => `${key(one)} ${one.form}`),
  ),
  speaker: tally(
    wanted.map((one) => `${key(one)} ${saidBy(one)}`),
    found.map((one) => `${key(one)} ${saidBy(one)}`),
  ),
  title: tally(titled(wanted), titled(found)),
})

export const f1 = ({hits, wanted, found}: Tally): number =>
  wanted + found === 0 ? 1 : (2 * hits) / (wanted + found)

/** Of several articles. */
export const sumOf = (tallies: readonly Tally[]): Tally => ({
  hits: tallies.reduce((sum, {hits}) => sum + hits, 0),
  wanted: tallies.reduce((sum, {wanted}) => sum + wanted, 0),
  found: tallies.reduce((sum, {found}) => sum + found, 0),
})

/** What is missing, wrong or too much, for the message of a failed test. */
export function differences(wanted: readonly Said[], found: readonly Said[]): string[] {
  const who = ({speakers}: Said): string =>
    speakers
      .map(({name, title, affiliation}) => `${name}/${title ?? ''}/${affiliation ?? ''}`)
      .join(' + ')
  const missing = wanted.filter((one) => !found.some((other) => key(one) === key(other)))
  const extra = found.filter((one) => !wanted.some((other) => key(one) === key(other)))
  const wrong = wanted.flatMap((one) => {
    const other = found.find((other) => key(one) === key(other))
    if (!other) return []
    const [a, b] = [one, other].map((x) => `${x.form} ${who(x) || saidBy(x)}`)
    return a === b ? [] : [`${one.words}: wanted ${a}, found ${b}`]
  })
  return [
    ...missing.map(({words}) => `missing: ${words}`),
    ...extra.map(
      ({words, speakers, attribution}) =>
        `extra: ${words} (${saidBy({speakers, attribution} as Said)})`,
    ),
    ...wrong,
  ]
}
