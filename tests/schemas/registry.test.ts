// The registry and the schema tell the same: what a line names, the schema of the type has.
import {describe, expect, it} from 'vitest'
import {CONTENT_TYPES} from '../../model/content-types.ts'
import type {ContentType} from '../../model/kinds.ts'
import {documentTypes} from '../../schemas/index.ts'

const lines: [string, ContentType][] = Object.entries(CONTENT_TYPES)
const schemaOf = (type: string) => documentTypes.find(({name}) => name === type)!
const fieldsOf = (type: string): string[] => schemaOf(type).fields.map(({name}) => name)

it('names exactly the document types of the schema, in the same order', () => {
  expect(documentTypes.map(({name}) => name)).toEqual(lines.map(([type]) => type))
})

describe.each(lines)('the line of %s', (type, {kind, title, fields, labels, links, path}) => {
  it('has the title of the schema', () => {
    expect(schemaOf(type).title).toBe(title)
  })

  it('names only fields that the schema has', () => {
    const named = [
      ...Object.values(fields).map((field: string) => field.split(/[[.]/)[0]),
      ...Object.keys(labels ?? {}),
      ...(links ?? []),
      ...(path?.endsWith('/:slug') ? ['slug'] : []),
    ]
    expect(named.filter((field) => !fieldsOf(type).includes(field ?? ''))).toEqual([])
  })

  it.runIf(kind === 'piece')('has what the editorial rules rely on', () => {
    expect(fieldsOf(type)).toEqual(
      expect.arrayContaining(['slug', 'embargo', 'firstPublishedAt', 'previousSlugs']),
    )
    expect(fields.title).toBeDefined()
    expect(path).toMatch(/\/:slug$/)
  })
})
