// Two edits of the same text, as one text.
import {diffArrays} from 'diff'

/** Characters of the base that an edit replaces. */
interface Edit {
  from: number
  to: number
  text: string
}

// The language makes no difference: scripts without spaces are recognised.
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/**
 * The base with both edits. Null where they meet: a person then has to say which of them counts.
 *
 * Edits meet if they replace the same words, or insert at the same place. Words and not characters, because two halves of
 * two words are none. What both inserted alike is inserted once.
 */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  const edits: Edit[] = []
  const others = editsOf(base, theirs)
  for (const edit of editsOf(base, mine)) {
    const met = others.filter(({from, to}) => from <= edit.to && edit.from <= to)
    if (met.length === 0) edits.push(edit)
    else if (met.length > 1 || !isSame(met[0], edit)) return null
  }
  return withEdits(base, [...edits, ...others])
}

const isSame = (one: Edit | undefined, {from, to, text}: Edit): boolean =>
  one?.from === from && one.to === to && one.text === text

const segments = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({segment}) => segment)

/** In order of their places. Neighbours in the difference are one edit. */
function editsOf(base: string, changed: string): Edit[] {
  const edits: Edit[] = []
  let at = 0
  for (const {value, added, removed} of diffArrays(segments(base), segments(changed))) {
    const text = value.join('')
    if (!added && !removed) {
      at += text.length
      continue
    }
    let edit = edits.at(-1)
    if (edit?.to !== at) edits.push((edit = {from: at, to: at, text: ''}))
    if (added) edit.text += text
    else edit.to = at += text.length
  }
  return edits
}

function withEdits(base: string, edits: readonly Edit[]): string {
  let text = ''
  let at = 0
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    text += base.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return text + base.slice(at)
}
