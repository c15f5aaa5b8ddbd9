// The quotations of an article, by the grammar of its language.
import type {Block, Quote} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import type {Structure} from '../parts/structure.ts'
import {japaneseQuotes} from './japanese/index.ts'
import {eitherCase, pattern} from '../parts/patterns.ts'
import type {Passage} from './mentions.ts'
import {quotesOf} from './speakers.ts'

export function findQuotes(structure: Structure, rules: LanguageRules): Quote[] {
  const {dek, photos, body, dateline} = structure
  const lead = photos.find(({isLead}) => isLead)
  const passages = [
    // These name people at their fullest, and quote nobody.
    ...(rules.hasNoSpaces ? namesAround(structure) : []),
    ...(dek ? [passage(null, dek.text)] : []),
    ...(lead ? [passage(null, lead.caption)] : []),
    ...body.flatMap((block, index) => passagesOf(block, index, structure)),
  ]
  return quotesIn(passages, dateline?.text ?? placeIn(structure, rules), rules)
}

/** @param dateline where the article is written from */
export function quotesIn(
  passages: Passage[],
  dateline: string | null,
  rules: LanguageRules,
): Quote[] {
  if (rules.withoutSpaces) return japaneseQuotes(passages, rules.withoutSpaces)
  return quotesOf(passages, dateline?.replace(/\s*\(.*/u, '') ?? null, rules)
}

/** "À Vaurelle, le bus gratuit fait le plein": where an article without a dateline is set. */
function placeIn({headline}: Structure, {head, names}: LanguageRules): string | null {
  if (!names.hasLateAdjectives) return null
  const place = '^%\\s(?<place>\\p{Lu}[\\p{L}’-]+(?:\\s\\p{Lu}[\\p{L}’-]+)*),\\s'
  return (
    pattern(eitherCase(head.from), place, 'u').exec(headline?.text ?? '')?.groups?.['place'] ?? null
  )
}

const passage = (block: number | null, text: string, isHeading = false): Passage => ({
  block,
  text,
  isHeading,
})

/** Where nothing parts the words of the text, a name by itself helps to see where it begins and ends. */
const namesAround = ({headline, photos}: Structure): Passage[] => [
  ...(headline ? [passage(null, headline.text)] : []),
  ...photos.flatMap(({creditLine}) => (creditLine === null ? [] : [passage(null, creditLine)])),
]

/** A quoted post is not speech of the article, and a pull quote repeats words of it. */
function passagesOf(block: Block, index: number, {photos}: Structure): Passage[] {
  if (block.kind === 'photo') return [passage(null, photos[block.photo]?.caption ?? '')]
  if (block.kind !== 'text' || block.style === 'blockquote') return []
  const isItem = block.style === 'bullet' || block.style === 'number'
  return [{...passage(index, block.text, block.style === 'h2' || block.style === 'h3'), isItem}]
}
