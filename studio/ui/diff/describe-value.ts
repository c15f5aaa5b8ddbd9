// A value as text.
import {knownZone} from '../../../model/time-zones.ts'
import {guessShape, typeOf, type Shape} from './shape.ts'

export interface WordContext {
  /** The title of the document with this published ID. */
  titleOf: (id: string) => string | undefined
  /** The newsroom's time zone (IANA). */
  timeZone: string
}

/** Empty if the value has no text. */
export function textOfValue(value: unknown, shape: Shape, context: WordContext): string {
  if (value === undefined || value === null) return ''
  switch (shape.kind) {
    case 'choice':
      return shape.choices.find((choice) => choice.value === value)?.title ?? plain(value)
    case 'boolean':
      return value === true ? 'Yes' : value === false ? 'No' : plain(value)
    case 'date':
    case 'datetime':
      return dateLabel(plain(value), shape.kind, context.timeZone)
    case 'reference':
      return referenceLabel(value, context)
    case 'slug':
      return plain(member(value, 'current'))
    case 'image':
      return member(value, 'asset') ? 'Picture' : ''
    case 'block':
      return list(member(value, 'children'))
        .map((child) => plain(member(child, 'text')))
        .join('')
    case 'list':
    case 'richText':
      return list(value)
        .map((item) => textOfValue(item, shapeOfItem(item, shape), context))
        .filter(Boolean)
        .join(' · ')
    case 'object':
      return partsOf(value, shape, context).join(' · ')
    default:
      return plain(value)
  }
}

/** Each field of an object in words, in the order of the form. */
function partsOf(value: unknown, shape: Shape, context: WordContext): string[] {
  return shape.fields
    .map(({name, shape: field}) => {
      const words = textOfValue(member(value, name), field, context)
      // “Block: a paragraph of its own” explains the choice; its first word names it.
      return field.kind === 'choice' ? words.replace(/: .*/, '') : words
    })
    .filter(Boolean)
}

/** The shape of one item of a list, by its type or by its value. */
export function shapeOfItem(item: unknown, {of, type}: Shape): Shape {
  const guess = guessShape(type, item)
  return (
    of.find((shape) => shape.type === typeOf(item)) ??
    (typeof item === 'string' ? of.find(({kind}) => kind === 'text' || kind === 'choice') : null) ??
    (guess.kind === 'reference' ? of.find(({kind}) => kind === 'reference') : null) ??
    guess
  )
}

/** A member of an object; undefined for anything else. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Record<string, unknown>)[name]
}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function referenceLabel(value: unknown, {titleOf}: WordContext): string {
  const id = member(value, '_ref')
  return typeof id === 'string' ? (titleOf(id) ?? 'a page without a title') : ''
}

function dateLabel(text: string, kind: 'date' | 'datetime', timeZone: string): string {
  const time = Date.parse(text)
  if (Number.isNaN(time)) return text
  const options: Intl.DateTimeFormatOptions =
    kind === 'date' ? {timeZone: 'UTC'} : {timeStyle: 'short', timeZone: knownZone(timeZone)}
  return new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', ...options}).format(time)
}
