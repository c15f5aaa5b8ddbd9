// Ties words of a text to a quote. The paragraph keeps its words.
import type {Editor} from '@portabletext/editor'
import {defineBehavior, execute, raise} from '@portabletext/editor/behaviors'
import {rangeOf, type Range, type Words} from './selected-words.ts'

/** The annotation, and what the editor's own button inserts: one without a quote. */
export const QUOTATION = 'quotation'

const TIE = 'custom.tie words to a quote'
const BEGIN = 'custom.begin a quotation'

type Fields = Record<string, unknown>

export const TYING = [
  // From the last words to the first: annotating words divides their span, and its beginning keeps its key. All of it is
  // one step of the history. An earlier quotation of the same words is replaced.
  defineBehavior<{ranges: Range[]; quote: Fields}>({
    on: TIE,
    actions: [
      ({event: {ranges, quote}}) =>
        ranges
          .toReversed()
          .map((at) =>
            raise({type: 'annotation.add', at, annotation: {name: QUOTATION, value: {quote}}}),
          ),
    ],
  }),
  defineBehavior<{at: Range; _key: string}>({
    on: BEGIN,
    // `raise` would open the dialog again.
    actions: [
      ({event: {at, _key}}) => [
        execute({type: 'annotation.add', at, annotation: {name: QUOTATION, _key, value: {}}}),
      ],
    ],
  }),
]

/** Where the words are in the text now; undefined if others have changed some of them. */
export function rangesOf(editor: Editor, words: readonly Words[]): Range[] | undefined {
  const {value} = editor.getSnapshot().context
  const ranges = words.flatMap((one) => rangeOf(value, one) ?? [])
  return ranges.length === words.length && ranges.length > 0 ? ranges : undefined
}

/**
 * Puts the caret behind the words, too. The editor must get the focus next: that ends the step of its history.
 *
 * @param quote a reference
 * @returns false if others have changed the words: then nothing is tied
 */
export function tieWords(editor: Editor, words: readonly Words[], quote: Fields): boolean {
  const ranges = rangesOf(editor, words)
  const end = ranges?.at(-1)?.focus
  if (!end) return false
  // Before, because selecting afterwards would be a step of its own.
  editor.send({type: 'select', at: {anchor: end, focus: end}})
  editor.send({type: TIE, ranges, quote})
  return true
}

/** @returns the path of an annotation without a quote, from the text on */
export function beginQuotation(editor: Editor, words: readonly Words[]): unknown[] | undefined {
  const at = rangesOf(editor, words)?.[0]
  const block = words[0]?.block
  if (!at || block === undefined) return undefined
  const _key = editor.getSnapshot().context.keyGenerator()
  editor.send({type: BEGIN, at, _key})
  return [{_key: block}, 'markDefs', {_key}]
}
