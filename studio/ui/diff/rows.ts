// Running text and lists: paragraph by paragraph, item by item.
import {canonicalJson} from '../../../workflow/canonical-json.ts'
import {align, type Aligned} from './align.ts'
import {UNSEEN, type FieldDiff, type Row} from './diff-model.ts'
import {joinedRows} from './joined-rows.ts'
import {typeOf, type Shape} from './shape.ts'
import {textRow} from './text-row.ts'
import {textOfValue, list, member, plain, shapeOfItem, type WordContext} from './describe-value.ts'
import {diffWords, runsOf} from './word-diff.ts'
import {likeness} from './words.ts'

export interface RowContext extends WordContext {
  /** Compares the content of a block or an item, field by field. */
  fieldsOf: (before: unknown, after: unknown, shape: Shape) => FieldDiff[]
}

/** All items of both versions, in reading order, including unchanged ones. */
export function diffRows(
  before: unknown,
  after: unknown,
  shape: Shape,
  context: RowContext,
): Row[] {
  const textOf = (item: unknown): string => textOfValue(item, shapeOfItem(item, shape), context)
  const aligned = align(list(before), list(after), {
    keyOf: (item) => {
      const key = plain(member(item, '_key'))
      return key ? `${typeOf(item) ?? ''}:${key}` : undefined
    },
    likeness: (a, b) => (typeOf(a) === typeOf(b) ? likeness(textOf(a), textOf(b)) : 0),
  })
  const rows: Row[] = []
  for (let index = 0; index < aligned.length; index += 1) {
    const entry = aligned[index] as Aligned<unknown>
    const joined = joinedRows(entry, aligned[index + 1], shape, context)
    if (joined) index += 1
    rows.push(...(joined ?? [rowOf(entry, shape, context)]))
  }
  return rows.map((row, index) => ({...row, key: row.key || String(index)}))
}

function rowOf(entry: Aligned<unknown>, shape: Shape, context: RowContext): Row {
  const {before, after, moved} = entry
  const item = shapeOfItem(after ?? before, shape)
  const row =
    item.kind === 'block'
      ? textRow({before, after, shape: item, context})
      : itemRow(entry, item, context)
  if (!moved) return row
  const notes = row.notes.filter((note) => note !== UNSEEN)
  return {...row, change: 'changed', notes: [`Moved ${moved}`, ...notes]}
}

/** A photo, a quote, a box between paragraphs; a byline, a topic, a key point in a list. */
function itemRow({before, after}: Aligned<unknown>, shape: Shape, context: RowContext): Row {
  const whole = before === undefined ? 'added' : after === undefined ? 'removed' : undefined
  const [old, now] = [before, after].map((item) => textOfValue(item, shape, context))
  const spans = (text: string | undefined) => [{text: text ?? '', marks: []}]
  const box = shape.kind === 'object' || shape.kind === 'image'
  const row: Row = {
    key: plain(member(after ?? before, '_key')),
    change: whole ?? 'same',
    style: box ? 'box' : 'item',
    ...(box && {label: shape.title}),
    runs: whole ? runsOf(spans(now || old), whole) : diffWords(spans(old), spans(now)),
    notes: [],
    fields: [],
  }
  if (whole || canonicalJson(before) === canonicalJson(after)) return row
  row.change = 'changed'
  if (box) {
    // Its content is compared field by field; its text only identifies it.
    row.fields = context.fieldsOf(before, after, shape)
    row.runs = runsOf(spans(now), 'same')
  }
  const shown = row.fields.length > 0 || row.runs.some(({change}) => change !== 'same')
  return shown ? row : {...row, notes: [UNSEEN]}
}
