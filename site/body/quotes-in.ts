// The quotes of an article, in blocks of their own and in its paragraphs.
import {withoutQuotationMarks} from '../../model/quotation-marks.ts'
import {quotationsIn} from '../../model/quotations.ts'
import type {BodyMember, Quote} from './types.ts'

/** Each quote once, with the words of it that readers find: all of them, or those in a paragraph. */
export function quotesIn(body: readonly BodyMember[]): Quote[] {
  const quotations = quotationsIn(body)
  const quotes = new Map<string, Quote>()
  for (const member of body) {
    if (member._type === 'quoteUse' && member.quote) quotes.set(member.quote._id, member.quote)
    if (member._type !== 'block') continue
    for (const mark of member.markDefs ?? []) {
      if (mark._type !== 'quotation' || !mark.quote || quotes.has(mark.quote._id)) continue
      const {_id} = mark.quote
      const printed = quotations
        .filter(({quote}) => quote === _id)
        .map(({parts}) => parts.map(({text}) => withoutQuotationMarks(text)).join(' '))
      const [longest = ''] = printed.toSorted((a, b) => b.length - a.length)
      const {text} = mark.quote
      // Where all of it is printed, the marks at the ends of its parts are those of the sentences around them.
      const isWhole = lettersOf(longest) === lettersOf(text ?? '')
      quotes.set(_id, {...mark.quote, text: isWhole ? text : longest})
    }
  }
  return [...quotes.values()]
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
