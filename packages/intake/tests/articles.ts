// The articles of the corpus, and what intake finds in them.
import {readdirSync, readFileSync} from 'node:fs'
import type {Article} from '../src/article.ts'
import {LANGUAGES, languageOf} from '../src/languages/languages.ts'
import type {LanguageRules} from '../src/languages/rules.ts'
import {structureOf} from '../src/parts/structure.ts'
import type {Passage} from '../src/quotes/mentions.ts'
import {quotesOf} from '../src/quotes/speakers.ts'
import {read} from '../src/read/read.ts'
import type {Gold} from './score.ts'

const FOLDER = new URL('corpus/', import.meta.url)

export const FORMATS = ['txt', 'html', 'eml'] as const

export const golds: Gold[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Gold)

/** The file of an article in a format; null if there is none. */
export function fileOf(id: string, format: string): Uint8Array | null {
  const name = `${id}.${format}`
  return readdirSync(FOLDER).includes(name) ? readFileSync(new URL(name, FOLDER)) : null
}

export async function found(
  file: Uint8Array,
  fileName: string,
  languages: readonly LanguageRules[] = LANGUAGES,
): Promise<Article> {
  const reading = await read(file, {fileName})
  const rules = languageOf(reading, languages)
  const structure = structureOf(reading, rules)
  if (rules.hasNoSpaces) return {...structure, quotes: []}
  const passage = (text: string, block: number | null, isHeading = false): Passage => ({
    block,
    text,
    isHeading,
    isPullQuote: false,
  })
  const passages = [
    ...(structure.dek ? [passage(structure.dek.text, null)] : []),
    ...structure.photos.map(({caption}) => passage(caption, null)),
    ...structure.body.flatMap((block, index) =>
      block.kind === 'text' && block.style !== 'blockquote'
        ? [passage(block.text, index, block.style.startsWith('h'))]
        : [],
    ),
  ]
  const place = structure.dateline?.text.replace(/\s*\(.*/u, '') ?? null
  return {...structure, quotes: quotesOf(passages, place, rules)}
}
