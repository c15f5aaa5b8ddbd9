import type {Article, Quote} from './article.ts'
import {LANGUAGES, languageOf} from './languages/languages.ts'
import type {Passage} from './quotes/mentions.ts'
import {quotesOf} from './quotes/speakers.ts'
import {read} from './read/read.ts'
import {structureOf} from './parts/structure.ts'
export async function intake(file: Uint8Array, options: {fileName?: string}) {
  const reading = await read(file, options)
  const rules = languageOf(reading, LANGUAGES)
  const structure = structureOf(reading, rules)
  const article: Article = {...structure, quotes: findQuotes(structure, rules)}
  return {reading, article}
}
export function findQuotes(
  structure: Omit<Article, 'quotes'>,
  rules: (typeof LANGUAGES)[number],
): Quote[] {
  if (rules.hasNoSpaces) return []
  const passages: Passage[] = [
    ...[structure.dek?.text]
      .filter((text) => text !== undefined)
      .map((text) => ({block: null, text, isHeading: false, isPullQuote: false})),
    ...structure.body.flatMap((block, index) =>
      block.kind === 'text' && block.style !== 'blockquote'
        ? [
            {
              block: index,
              text: block.text,
              isHeading: block.style === 'h2' || block.style === 'h3',
              isPullQuote: false,
            },
          ]
        : [],
    ),
  ]
  return quotesOf(passages, structure.dateline?.text.replace(/\s*\(.*/u, '') ?? null, rules)
}
