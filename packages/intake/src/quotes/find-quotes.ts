// The quotations of an article, by the grammar of its language.
import type {Block, Quote} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import type {Structure} from '../parts/structure.ts'
import {japaneseQuotes} from './japanese/index.ts'
import type {Passage} from './mentions.ts'
import {quotesOf} from './speakers.ts'

export function findQuotes(structure: Structure, rules: LanguageRules): Quote[] {
  const passages = [
    ...(structure.dek ? [passage(null, structure.dek.text)] : []),
    ...structure.body.flatMap((block, index) => passagesOf(block, index)),
  ]
  if (rules.withoutSpaces) return japaneseQuotes(passages, rules.withoutSpaces)
  const place = structure.dateline?.text.replace(/\s*\(.*/u, '') ?? null
  return quotesOf(passages, place, rules)
}

const passage = (block: number | null, text: string, isHeading = false): Passage => ({
  block,
  text,
  isHeading,
  isPullQuote: false,
})

/** A quoted post is no speech of the article. */
function passagesOf(block: Block, index: number): Passage[] {
  if (block.kind !== 'text' || block.style === 'blockquote') return []
  return [passage(index, block.text, block.style === 'h2' || block.style === 'h3')]
}
