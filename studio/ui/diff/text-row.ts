// One paragraph beside its other version.
import {canonicalJson} from '../../../workflow/canonical-json.ts'
import {UNSEEN, type Row, type Run} from './diff-model.ts'
import {markNotes} from './mark-notes.ts'
import type {Choice, Shape} from './shape.ts'
import {styledText} from './styled-text.ts'
import {member, plain, type WordContext} from './describe-value.ts'
import {diffWords, runsOf} from './word-diff.ts'

export interface TextRowInput {
  before?: unknown
  after?: unknown
  shape: Shape
  context: WordContext
  /** Given if one paragraph became two, or two became one. */
  runs?: Run[]
}

export function textRow({before, after, shape, context, runs: known}: TextRowInput): Row {
  const block = after ?? before
  const spans = (value: unknown) => styledText(value, shape, context)
  const whole = before === undefined ? 'added' : after === undefined ? 'removed' : undefined
  const runs =
    known ?? (whole ? runsOf(spans(block), whole) : diffWords(spans(before), spans(after)))
  const row: Row = {
    key: plain(member(block, '_key')),
    change: whole ?? 'same',
    style: plain(member(block, 'listItem')) || plain(member(block, 'style')) || 'normal',
    runs,
    notes: markNotes(runs),
    fields: [],
  }
  if (whole) return row
  row.notes.unshift(...styleNotes(before, after, shape))
  const changed = runs.some(({change}) => change !== 'same') || row.notes.length > 0
  if (changed) row.change = 'changed'
  else if (canonicalJson(before) !== canonicalJson(after)) {
    row.change = 'changed'
    row.notes.push(UNSEEN)
  }
  return row
}

/** “Text → Subheading”, by the names on the buttons above the text. */
function styleNotes(before: unknown, after: unknown, {text}: Shape): string[] {
  const name = (value: unknown, field: string, choices: Choice[] = []): string => {
    const chosen = plain(member(value, field))
    return choices.find((choice) => choice.value === chosen)?.title ?? chosen
  }
  const styles = [before, after].map((value) => name(value, 'style', text?.styles))
  const lists = [before, after].map((value) => name(value, 'listItem', text?.lists) || 'no list')
  const levels = [before, after].map((value) => plain(member(value, 'level')) || '1')
  const all = [styles, lists, levels[0] === levels[1] ? levels : levels.map((n) => `Level ${n}`)]
  return all.flatMap(([from, to]) => (from === to ? [] : [`${from || 'Text'} → ${to || 'Text'}`]))
}
