// Compares one field with its other version, depending on its kind.
import {canonicalJson} from '../../../workflow/canonical-json.ts'
import {UNSEEN, type FieldDiff} from './diff-model.ts'
import {diffRows} from './rows.ts'
import {guessShape, titleFrom, type FieldShape, type Shape} from './shape.ts'
import {textOfValue, member, plain, type WordContext} from './describe-value.ts'
import {diffWords} from './word-diff.ts'

export interface FieldContext extends WordContext {
  /** The path and title of the field around it. */
  within?: {path: string; title: string}
}

/** The differences of an object or document, in the order of its form; unknown fields come last. */
export function fieldsOf(
  before: unknown,
  after: unknown,
  shape: Shape,
  context: FieldContext,
  ignored: readonly string[] = [],
): FieldDiff[] {
  const known = new Set(shape.fields.map(({name}) => name))
  const names = [before, after].flatMap((value) => Object.keys(Object(value) as object))
  const others = [...new Set(names)]
    .filter((name) => !known.has(name) && !['_type', '_key', ...ignored].includes(name))
    .map((name): FieldShape => {
      const guess = guessShape(name, member(after, name) ?? member(before, name))
      return {name, title: titleFrom(name), shape: guess}
    })
  return [...shape.fields, ...others].flatMap((field) =>
    ignored.includes(field.name)
      ? []
      : diffField(field, member(before, field.name), member(after, field.name), context),
  )
}

/** Empty exactly if both have the same content. */
function diffField(
  {name, title, shape}: FieldShape,
  before: unknown,
  after: unknown,
  context: FieldContext,
): FieldDiff[] {
  // Inside an object: an empty field and a missing field are different content.
  if (canonicalJson({[name]: before}) === canonicalJson({[name]: after})) return []
  const {within} = context
  const here = {
    path: within ? `${within.path}.${name}` : name,
    title: within && within.title !== title ? `${within.title} › ${title}` : title,
  }
  const found = byKind(here, fitting(shape, name, before, after), before, after, context)
  return found.length > 0 ? found : [{...here, kind: 'note', note: UNSEEN}]
}

function byKind(
  here: {path: string; title: string},
  shape: Shape,
  before: unknown,
  after: unknown,
  context: FieldContext,
): FieldDiff[] {
  const inside = {...context, within: here}
  switch (shape.kind) {
    case 'text': {
      const spans = (value: unknown) => [{text: plain(value), marks: []}]
      const runs = diffWords(spans(before), spans(after))
      return runs.some(({change}) => change !== 'same') ? [{...here, kind: 'words', runs}] : []
    }
    case 'richText':
    case 'list': {
      const {titleOf, timeZone} = context
      const rows = diffRows(before, after, shape, {
        titleOf,
        timeZone,
        fieldsOf: (old, now, item) => fieldsOf(old, now, item, {titleOf, timeZone}),
      })
      const noun = shape.kind === 'list' ? 'item' : 'paragraph'
      return rows.some(({change}) => change !== 'same') ? [{...here, kind: 'rows', rows, noun}] : []
    }
    case 'image':
      return [
        ...pictureNotes(before, after).map((note) => ({...here, kind: 'note' as const, note})),
        ...fieldsOf(before, after, shape, inside, ['asset', 'crop', 'hotspot']),
      ]
    case 'object':
    case 'block':
      return fieldsOf(before, after, shape, inside)
    case 'reference':
      return swap(here, shape, before, after, context, 'Changed, with the same name')
    default:
      return swap(here, shape, before, after, context)
  }
}

function swap(
  here: {path: string; title: string},
  shape: Shape,
  before: unknown,
  after: unknown,
  context: FieldContext,
  note?: string,
): FieldDiff[] {
  const [old, now] = [before, after].map((value) => textOfValue(value, shape, context))
  if (old !== now) {
    return [{...here, kind: 'swap', ...(old && {before: old}), ...(now && {after: now})}]
  }
  const another = note && member(before, '_ref') !== member(after, '_ref')
  return another && now ? [{...here, kind: 'swap', before: old, after: now, note}] : []
}

/** The field's shape; if the value does not have it, the shape of the value. */
function fitting(shape: Shape, name: string, before: unknown, after: unknown): Shape {
  const guess = guessShape(name, after ?? before)
  const list = ['list', 'richText']
  const objects = ['object', 'image', 'slug', 'reference', 'block']
  if (list.includes(guess.kind)) return list.includes(shape.kind) ? shape : guess
  if (objects.includes(guess.kind)) return objects.includes(shape.kind) ? shape : guess
  return [...list, ...objects].includes(shape.kind) ? guess : shape
}

function pictureNotes(before: unknown, after: unknown): string[] {
  const [old, now] = [before, after].map((value) => assetOf(value))
  if (!old && !now) return []
  if (!old) return ['Picture added']
  if (!now) return ['Picture removed']
  // A new file always has a new crop.
  if (old !== now) return ['Picture replaced']
  return [
    ...(differs(before, after, 'crop') ? ['Crop changed'] : []),
    ...(differs(before, after, 'hotspot') ? ['Focus of the picture changed'] : []),
  ]
}

const assetOf = (value: unknown): string | undefined => {
  const asset = member(value, 'asset')
  return asset === undefined || asset === null ? undefined : canonicalJson(asset)
}

const differs = (before: unknown, after: unknown, name: string): boolean =>
  canonicalJson({it: member(before, name)}) !== canonicalJson({it: member(after, name)})
