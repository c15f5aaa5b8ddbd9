/**
 * Reads an article as it comes and finds its parts, its pictures with their credits, and its quotations with their
 * speakers. It runs in a browser's worker and in Node alike. It asks no network for anything.
 */
import type {Article} from './article.ts'
import {languageOf} from './languages/languages.ts'
import type {LanguageRules} from './languages/rules.ts'
import {NO_TEXT} from './limits.ts'
import {IntakeError, type Reading} from './lines.ts'
import {structureOf} from './parts/structure.ts'
import {findQuotes} from './quotes/find-quotes.ts'
import {read, type ReadOptions} from './read/read.ts'

export {proposeQuote} from './quotes/propose-quote.ts'
export {IntakeError} from './lines.ts'
export {LIMITS} from './limits.ts'
export type * from './lines.ts'
export type * from './article.ts'
export type {LanguageRules} from './languages/rules.ts'
export {LANGUAGES} from './languages/languages.ts'

export interface IntakeOptions extends ReadOptions {
  /** Other languages than those that come with the package. */
  languages?: readonly LanguageRules[]
}

export interface IntakeResult {
  reading: Reading
  article: Article
}

/**
 * Reads a file and finds the article in it.
 *
 * @param file its bytes: plain text, HTML, Word (.docx) or a mail (.eml)
 * @throws IntakeError with a sentence for the person who chose the file
 */
export async function intake(file: Uint8Array, options: IntakeOptions = {}): Promise<IntakeResult> {
  const reading = await read(file, options)
  const article = articleOf(reading, options.languages)
  const isNothing = article.headline === null && article.body.length === 0
  if (isNothing && article.photos.length === 0) throw new IntakeError(NO_TEXT)
  return {reading, article}
}

/** Finds the article in lines that were read. */
export function articleOf(reading: Reading, languages?: readonly LanguageRules[]): Article {
  const rules = languageOf(reading, languages)
  const structure = structureOf(reading, rules)
  return {...structure, quotes: findQuotes(structure, rules)}
}
