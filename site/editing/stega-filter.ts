// Which texts of a page have stega: those that readers read, and nothing that the site compares, links
// to, or puts into an attribute.
import type {StegaConfig} from '@sanity/client/stega'
import {isPieceType} from '../../model/registry.ts'

type Filter = NonNullable<StegaConfig['filter']>

const names = (list: string) => new Set(list.split(/\s+/))

const FIELDS: Record<string, ReadonlySet<string>> = {
  article: names(
    'headline dek kicker dateline updatedNote keyPoints points caption title text label publication',
  ),
  photoWithCredit: names('caption creditLine creator copyrightHolder usageTerms place'),
  expertQuote: names('text attribution anonymityReason titleAtTime affiliationAtTime'),
  source: names('name'),
  author: names('name jobTitle affiliation bio text'),
  section: names('title description'),
  topic: names('title description'),
}

/** For the client's `stega.filter`. For a piece of another type, the client's own filter decides. */
export const stegaFilter: Filter = (found) => {
  const {sourcePath, sourceDocument, value} = found
  // Stega without text would look like text.
  if (value.trim() === '') return false
  // Paragraphs of an article are marked as a whole, by an attribute.
  if (sourcePath[0] === 'body' && sourcePath[2] === 'children') return false
  const marked = FIELDS[sourceDocument._type]
  if (!marked) return isPieceType(sourceDocument._type) && found.filterDefault(found)
  const name = sourcePath.findLast((segment) => typeof segment === 'string')
  return marked.has(name ?? '')
}
