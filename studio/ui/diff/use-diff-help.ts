// The data for a comparison besides the two versions: titles of fields, names of referenced
// documents, the newsroom's time zone.
import {useEffect, useMemo, useState} from 'react'
import {useClient, useSchema} from 'sanity'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import {anyTitle} from '../../../model/registry-groq.ts'
import type {DiffHelp} from './piece-diff.ts'
import {schemaShapes} from './schema-shapes.ts'

const API_VERSION = '2025-02-19'

const NAMES_QUERY = `{
  "timeZone": *[_id == "siteSettings"][0].timeZone,
  "pages": *[_id in $ids || _id in $drafts]{_id, "title": ${anyTitle()}}
}`

interface Names {
  timeZone: string | null
  pages: {_id: string; title: string | null}[]
}

/** Null until the names have loaded. If loading them fails, the changes are shown without names. */
export function useDiffHelp(documents: readonly PieceDocument[] | null): DiffHelp | null {
  const schema = useSchema()
  const client = useClient({apiVersion: API_VERSION})
  const [names, setNames] = useState<{asked: string; found: Names} | null>(null)
  const asked = documents && referencedIds(documents).join(' ')

  useEffect(() => {
    if (asked === null) return undefined
    let current = true
    const keep = (found: Names): void => {
      if (current) setNames({asked, found})
    }
    const ids = asked.split(' ').filter(Boolean)
    client
      .fetch<Names>(
        NAMES_QUERY,
        {ids, drafts: ids.map((id) => draftIdOf(id))},
        {perspective: 'raw', tag: 'piece-diff'},
      )
      .then(keep, () => keep({timeZone: null, pages: []}))
    return () => {
      current = false
    }
  }, [client, asked])

  return useMemo(() => {
    if (names?.asked !== asked || !names) return null
    // A published document has its own name; a draft's name is used if nothing is published.
    const byId = new Map(
      names.found.pages
        .toSorted(
          (a, b) => Number(b._id.startsWith('drafts.')) - Number(a._id.startsWith('drafts.')),
        )
        .map(({_id, title}) => [publishedIdOf(_id), title]),
    )
    return {
      shapeOf: schemaShapes(schema),
      titleOf: (id: string) => byId.get(id) ?? undefined,
      timeZone: names.found.timeZone ?? 'UTC',
    }
  }, [names, asked, schema])
}

/**
 * Published IDs of documents that the piece refers to and does not contain, without duplicates, in
 * alphabetical order. Assets are left out, because they have no titles.
 */
function referencedIds(documents: readonly PieceDocument[]): string[] {
  const own = new Set(documents.map(({_id}) => publishedIdOf(_id)))
  const ids = documents.flatMap(idsIn).map(publishedIdOf)
  return [...new Set(ids)].filter((id) => !own.has(id) && !/^(image|file)-/.test(id)).toSorted()
}

function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const id = '_ref' in value && typeof value._ref === 'string' ? [value._ref] : []
  return [...id, ...Object.values(value).flatMap(idsIn)]
}
