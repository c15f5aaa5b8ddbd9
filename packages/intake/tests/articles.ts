// The articles of the corpus, and what intake finds in them.
import {readdirSync, readFileSync} from 'node:fs'
import type {Article} from '../src/article.ts'
import {articleOf} from '../src/index.ts'
import {LANGUAGES} from '../src/languages/languages.ts'
import type {LanguageRules} from '../src/languages/rules.ts'
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
  return articleOf(await read(file, {fileName}), languages)
}
