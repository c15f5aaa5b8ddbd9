// Finds the authors of a text field, word by word. Follows the document through drafts, versions
// and publications.
import {publishedIdOf} from '@copydesk/groq/documents'
import type {DocumentTable} from '../store/documents.ts'
import type {HistoryTable, PastRow} from '../store/history.ts'
import type {LakeDocument} from '../types.ts'
import {oneBack} from '../store/documents-of-changes.ts'

export interface AuthorsDeps {
  documents: Pick<DocumentTable, 'get'>
  history: Pick<HistoryTable, 'changesOf' | 'changedIn'>
}

/** A document at or before a log position. */
interface Moment {
  id: string
  position: number
}

interface Revision extends Omit<PastRow, 'revert'> {
  previous: LakeDocument | null
  result: LakeDocument | null
}

const PAGE = 100
/** Limit for a document that is published and edited again and again. */
const MOST_MOVES = 200

/**
 * IDs of the accounts that wrote the words that a text field has now, or had when its document was
 * deleted, if the log has them. A changed word belongs to the person who changed it. A moved word
 * keeps its author.
 */
export function authorsOf(
  deps: AuthorsDeps,
  dataset: string,
  {id, field}: {id: string; field: string},
): string[] {
  const authors = new Set<string>()
  // Places of the words in the current revision whose author is still unknown.
  const newest = newestState(deps, dataset, id)
  let open = wordsOf(newest.document, field).map((_, place) => place)
  let moment: Moment | null = {id, position: newest.position}
  for (let moves = 0; moment && open.length > 0 && moves < MOST_MOVES; moves++) {
    const from: Moment = moment
    moment = null
    for (const revision of revisionsBack(deps, dataset, from)) {
      if (textOf(revision.previous, field) === textOf(revision.result, field)) continue
      moment = originOf(deps, dataset, {id: from.id, revision, field})
      if (moment) break
      const left = placesBefore(open, revision, field)
      if (left.length < open.length) authors.add(authorOf(revision))
      open = left
      if (open.length === 0) break
    }
  }
  return [...authors]
}

function newestState(
  {documents, history}: AuthorsDeps,
  dataset: string,
  id: string,
): {document: LakeDocument | null; position: number} {
  const document = documents.get(dataset, id)
  const [last] = history.changesOf(dataset, id, {from: 0, to: Number.MAX_SAFE_INTEGER}, 1)
  if (document || !last) return {document, position: Number.MAX_SAFE_INTEGER}
  return {document: oneBack(null, last.revert, last.previousRev), position: last.position - 1}
}

/** An import itself names the author of an imported draft. */
function authorOf({previous, result, author}: Revision): string {
  return previous ? author : (creatorOf(result) ?? author)
}

function creatorOf(document: LakeDocument | null): string | undefined {
  const system = document?.['_system'] as {createdBy?: unknown} | undefined
  return typeof system?.createdBy === 'string' ? system.createdBy : undefined
}

/** The words that the earlier revision already had, by their places there. */
function placesBefore(places: number[], {previous, result}: Revision, field: string): number[] {
  const [before, after] = [wordsOf(previous, field), wordsOf(result, field)]
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const shift = before.length - after.length
  return places
    .filter((place) => place < start || place >= after.length - end)
    .map((place) => (place < start ? place : place + shift))
}

/** Newest first, beginning with the document at the given position. */
function* revisionsBack(
  {documents, history}: AuthorsDeps,
  dataset: string,
  {id, position}: Moment,
): Generator<Revision> {
  let result = documents.get(dataset, id)
  let to = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = history.changesOf(dataset, id, {from: 0, to}, PAGE)
    for (const {revert, ...row} of rows) {
      const previous = oneBack(result, revert, row.previousRev)
      if (row.position <= position) yield {...row, previous, result}
      result = previous
      to = row.position - 1
    }
    if (rows.length < PAGE) return
  }
}

/**
 * The source of a moved text: a draft's published document, or a publication's draft or version.
 * Null for a text that was written at that moment.
 */
function originOf(
  deps: AuthorsDeps,
  dataset: string,
  {id, revision, field}: {id: string; revision: Revision; field: string},
): Moment | null {
  const published = publishedIdOf(id)
  const changed = deps.history.changedIn(revision.position).map((one) => one.id)
  const related = [published, `drafts.${published}`, ...changed].filter(
    (other) => other !== id && publishedIdOf(other) === published,
  )
  const isMove = revision.previous === null || changed.some((other) => related.includes(other))
  if (!isMove) return null
  const text = textOf(revision.result, field)
  const position = revision.position - 1
  const origin = related.find(
    (other) => textOf(at(deps, dataset, {id: other, position}), field) === text,
  )
  return origin === undefined ? null : {id: origin, position}
}

function at(deps: AuthorsDeps, dataset: string, moment: Moment): LakeDocument | null {
  const everything = {...moment, position: Number.MAX_SAFE_INTEGER}
  let oldest: LakeDocument | null = deps.documents.get(dataset, moment.id)
  for (const revision of revisionsBack(deps, dataset, everything)) {
    if (revision.position <= moment.position) return revision.result
    oldest = revision.previous
  }
  return oldest
}

const textOf = (document: LakeDocument | null, field: string): string => {
  const value = document?.[field]
  return typeof value === 'string' ? value : ''
}

const wordsOf = (document: LakeDocument | null, field: string): string[] =>
  textOf(document, field).split(/\s+/).filter(Boolean)

function commonStart(a: string[], b: string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

function commonEnd(a: string[], b: string[], start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}
