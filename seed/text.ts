/**
 * A small notation for article bodies, so that the sources read like copy. A line is a paragraph, or begins with `## `,
 * `### `, `- ` or `1. `. In it: `*em*`, `**strong**`, `[words](https://…)` for a link, `[words](quote-id)` for a quotation
 * and `[words](article-id)` for a link to another document of ours.
 */

export type Node = Record<string, unknown> & {_type: string}

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)/g

function block(text: string, properties: Record<string, unknown>): Node {
  const children: Node[] = []
  const markDefs: Node[] = []
  const span = (words: string, marks: string[] = []) => {
    if (words) children.push({_type: 'span', text: words, marks})
  }
  const annotate = (target: string): string => {
    const isQuote = target.startsWith('quote-')
    const _key = `${isQuote ? 'quotation' : 'link'}${markDefs.length}`
    if (isQuote) markDefs.push({_type: 'quotation', _key, quote: reference(target)})
    else if (target.includes(':')) markDefs.push({_type: 'link', _key, href: target})
    else {
      markDefs.push({_type: 'internalLink', _key, reference: {...reference(target), _weak: true}})
    }
    return _key
  }
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, strong, em, words, target] = match
    span(text.slice(at, match.index))
    if (strong) span(strong, ['strong'])
    else if (em) span(em, ['em'])
    else if (words && target) span(words, [annotate(target)])
    at = match.index + whole.length
  }
  span(text.slice(at))
  return {_type: 'block', style: 'normal', ...properties, markDefs, children}
}

const KINDS: Record<string, Record<string, unknown>> = {
  '## ': {style: 'h2'},
  '### ': {style: 'h3'},
  '- ': {listItem: 'bullet', level: 1},
  '1. ': {listItem: 'number', level: 1},
}

export function paragraph(line: string): Node {
  const [, mark = '', text = ''] = /^(#{2,3} |- |1\. )?(.*)$/.exec(line) ?? []
  return block(text, KINDS[mark] ?? {})
}

/** A text, with its photos, quotes and other members in `${…}`. */
export const paragraphs = (texts: TemplateStringsArray, ...members: Node[]): Node[] =>
  texts.flatMap((text, index) => [
    ...text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map(paragraph),
    ...members.slice(index, index + 1),
  ])

export const reference = (_ref: string): Node => ({_type: 'reference', _ref})

/** A reference to a document that exists as a draft only, in the form the studio writes. */
export const draftReference = (_ref: string, type: string): Node => ({
  _type: 'reference',
  _ref,
  _weak: true,
  _strengthenOnPublish: {type, template: {id: type}},
})

/** A photo in the body; `caption` replaces the photo's own where the piece gives it a reason. */
export const photo = (
  id: string,
  use: {caption?: string; role?: 'inline' | 'supporting' | 'showcase'} = {},
): Node => ({_type: 'photoUse', photo: reference(id), role: 'inline', ...use})

export const quote = (id: string, display: 'block' | 'pull' | 'inline' = 'block'): Node => ({
  _type: 'quoteUse',
  quote: reference(id),
  display,
})

/** A quote that has not been published yet. */
export const draftQuote = (id: string, display: 'block' | 'pull' | 'inline' = 'block'): Node => ({
  _type: 'quoteUse',
  quote: draftReference(id, 'expertQuote'),
  display,
})
