// Pieces of articles, cut and joined at random: whatever comes, each word of it is somewhere in what is found.
import {expect, test} from 'vitest'
import {generator} from '../../../tests/support/generator.ts'
import {runs} from '../../../tests/support/runs.ts'
import {IntakeError} from '../src/lines.ts'
import {fileOf, found, golds} from './articles.ts'

const RUNS = runs(500)
const SEED = 20_261_130
const sources = golds.flatMap(({id}) => {
  const file = fileOf(id, 'txt')
  const text = file ? new TextDecoder().decode(file) : ''
  // Japanese has labels within words.
  return text === '' || /[ぁ-ん]/u.test(text) ? [] : [text.split('\n')]
})

/** Some lines at random, a stretch, two halves, or one with marks that nobody closes. */
function pieceOf(random: () => number): string {
  const below = (count: number): number => Math.floor(random() * count)
  const [one = [], other = []] = [sources[below(sources.length)], sources[below(sources.length)]]
  const start = below(one.length)
  const kinds = [
    () => Array.from({length: 1 + below(4)}, () => one[below(one.length)] ?? ''),
    () => one.slice(start, start + below(12)),
    () => [...one.slice(0, start), ...other.slice(below(other.length))],
    () =>
      one.slice(0, 30).map((line) => {
        const at = below(line.length + 1)
        return below(3) === 0 ? `${line.slice(0, at)}“${line.slice(at)}` : line
      }),
  ]
  return (kinds[below(kinds.length)]?.() ?? []).join(below(2) === 0 ? '\n' : '\n\n')
}

/** Within longer words, too, as lines may be cut within a word. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** What only says what the words behind it are. */
const LABELS = new Set(
  'image source caption photograph photographs photo photos photography picture graphic credit author reporting from additional foto fotos grafik text texte imagen gráfico infografía infographie infografik bild bilder illustration interview portraits words translated zeichnung dessin dibujo récit reportage story photographies fotografía fotografías texto'.split(
    ' ',
  ),
)

/** All text of what was found. Quotes repeat words of the body. */
function textIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || key === 'quotes') return []
  return Object.entries(value).flatMap(([name, part]) => textIn(part, name))
}

test(`loses no word of ${RUNS} pieces of articles`, {timeout: 120_000}, async () => {
  const random = generator(SEED)
  for (let run = 0; run < RUNS; run++) {
    const piece = pieceOf(random)
    const article = await found(new TextEncoder().encode(piece), 'piece.txt').catch(
      (error: unknown) => {
        // "There is no text in this file."
        if (error instanceof IntakeError) return null
        throw new Error(`piece ${run}:\n${piece}`, {cause: error})
      },
    )
    if (article === null) continue
    const kept = wordsIn(textIn(article).join(' ')).join('')
    // Short ones may only join names: "by A and B".
    const words = wordsIn(piece).filter((word) => word.length > 3 && !LABELS.has(word))
    const lost = words.filter((word) => !kept.includes(word))
    expect(lost, piece).toEqual([])
  }
})
