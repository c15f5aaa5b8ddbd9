// The compiled schema in the form that the comparison needs.
import type {Schema, SchemaType} from 'sanity'
import {titleFrom, type Choice, type Shape, type ShapeKind, type ShapeOf} from './shape.ts'

/** Properties of compiled types that Sanity's public types lack. */
interface Compiled {
  name: string
  title?: string
  jsonType: string
  type?: Compiled | null
  options?: {list?: unknown}
  fields?: {name: string; type: Compiled}[]
  of?: Compiled[]
  decorators?: Choice[]
  annotations?: Compiled[]
}

/** Returns shapes by type. Each is made once, when it is first needed. */
export function schemaShapes(schema: Schema): ShapeOf {
  const made = new Map<Compiled, Shape>()

  const shapeOf = (type: Compiled): Shape => {
    const known = made.get(type)
    if (known) return known
    const shape: Shape = {
      type: type.name,
      title: type.title ?? titleFrom(type.name),
      kind: kindOf(type),
      fields: [],
      of: [],
      choices: choices(type),
    }
    // Stored before its parts are made, because a type may contain itself.
    made.set(type, shape)
    if (shape.kind === 'block') shape.text = textOf(type)
    else if (shape.kind === 'object' || shape.kind === 'image') {
      shape.fields = (type.fields ?? []).map(({name, type: field}) => ({
        name,
        title: field.title ?? titleFrom(name),
        shape: shapeOf(field),
      }))
    } else shape.of = (type.of ?? []).map(shapeOf)
    return shape
  }

  const textOf = (block: Compiled): Shape['text'] => {
    const field = (name: string): Compiled | undefined =>
      block.fields?.find((each) => each.name === name)?.type
    const span = field('children')?.of?.find((type) => chain(type).includes('span'))
    return {
      styles: choices(field('style')),
      lists: choices(field('listItem')),
      decorators: span?.decorators ?? [],
      annotations: (span?.annotations ?? []).map(shapeOf),
    }
  }

  return (name) => {
    const type: SchemaType | undefined = schema.get(name)
    // Compiled types have more properties than Sanity's type says.
    return type && shapeOf(type as unknown as Compiled)
  }
}

const ASIS = [
  'reference',
  'image',
  'slug',
  'block',
  'datetime',
  'date',
  'url',
  'boolean',
  'number',
] as const

function kindOf(type: Compiled): ShapeKind {
  const names = chain(type)
  if (type.jsonType === 'array') {
    return type.of?.some((item) => chain(item).includes('block')) ? 'richText' : 'list'
  }
  const known = ASIS.find((kind) => names.includes(kind))
  if (known) return known
  if (type.jsonType === 'object') return 'object'
  return choices(type).length > 0 ? 'choice' : 'text'
}

/** The type's name and the names of its base types. */
function chain(type: Compiled): string[] {
  return type.type ? [type.name, ...chain(type.type)] : [type.name]
}

function choices(type: Compiled | undefined): Choice[] {
  const all: unknown = type?.options?.list
  if (!Array.isArray(all)) return []
  return all.flatMap((choice: unknown): Choice[] => {
    if (typeof choice === 'string') return [{value: choice, title: choice}]
    const {value, title} = Object(choice) as Partial<Choice>
    return typeof value === 'string' ? [{value, title: title ?? value}] : []
  })
}
