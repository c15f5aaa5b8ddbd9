// Everything that the tool *Fronts* shows of one front, in one request.
import type {SanityClient} from 'sanity'
import {draftIdOf} from '../../../model/ids.ts'
import {typesOfKind} from '../../../model/registry.ts'
import {isOneOf, pieceField} from '../../../model/registry-groq.ts'
import {finishFront, type FinishedFront, type FoundFront} from '../../../queries/finish-front.ts'
import {FRONT_QUERY} from '../../../queries/fronts.ts'
import type {FRONT_QUERY_RESULT} from '../../../queries/sanity.types.ts'
import {scheduledFronts, type ScheduledFront, type ScheduledRelease} from './scheduled-fronts.ts'
import {asFront, isRuleOf, type FrontDocument} from './front-document.ts'

const PIECES = isOneOf(typesOfKind('piece'))

/** What changes a front: itself, its releases, what is live, and what is to be on no front. */
export const FRONT_LISTEN = `*[_type in ["front", "offFronts", "system.release"] || (${PIECES} && !(_id in path("drafts.**")))]`

/** One publication, or one thing that came off by itself. */
export interface FrontEntry {
  _id: string
  byName: string
  /** ISO 8601 */
  at: string
  /** Sentences. */
  changes: string[]
}

interface Loaded {
  draft: FrontDocument | null
  published: FrontDocument | null
  entries: FrontEntry[]
}

interface Stored extends Loaded {
  versions: FrontDocument[]
  releases: ScheduledRelease[]
}

/** A piece as readers have it. */
interface LivePiece {
  _id: string
  headline: string | null
  kicker: string | null
  dek: string | null
}

export interface FrontState extends Loaded {
  /** Its versions that go out at a time. */
  scheduled: ScheduledFront[]
  /** What is being arranged: the draft, else what readers see. Null where there is no front yet. */
  front: FrontDocument | null
  /** As readers would see the draft, and what is placed on it that they cannot open. */
  page: FinishedFront
  /** Pieces on it that readers can open. */
  live: ReadonlySet<string>
  /** What sections, topics and series that fill it up are called, by their ids. */
  names: ReadonlyMap<string, string>
}

const LOAD_QUERY = `{
  "draft": *[_id == $draftId][0],
  "published": *[_id == $id][0],
  "entries": *[_type == "ledgerEntry" && subject._ref == $id]
    | order(at desc)[0...20]{_id, byName, at, "changes": coalesce(changes, [])},
  "versions": *[sanity::versionOf($id)],
  "releases": *[_type == "system.release" && state == "scheduled"]{name, publishAt, scheduledBy}
}`

const SHOWN_QUERY = `{
  "pieces": *[_id in $ids && ${PIECES} && !(defined(embargo.until) && embargo.until > $now)]{
    _id, "headline": ${pieceField('title')}, kicker, "dek": ${pieceField('summary')}
  },
  "named": *[_id in $fills && defined(title)]{_id, title}
}`

interface Shown {
  pieces: LivePiece[]
  named: {_id: string; title: string}[]
}

/** @param client its perspective is `raw` */
export async function loadFront(client: SanityClient, id: string): Promise<FrontState> {
  const drafts = client.withConfig({perspective: 'drafts'})
  const [{versions, releases, ...loaded}, found] = await Promise.all([
    client.fetch<Stored>(LOAD_QUERY, {id, draftId: draftIdOf(id)}, {tag: 'fronts.load'}),
    drafts.fetch<FRONT_QUERY_RESULT>(FRONT_QUERY, {id}, {tag: 'fronts.page'}),
  ])
  const ids = found?.cards.map(({_id}) => _id) ?? []
  const now = new Date().toISOString()
  const stored = loaded.draft ?? loaded.published
  const front = stored && asFront(stored)
  const fills = (front?.containers ?? []).flatMap(({fill}) =>
    fill && isRuleOf(fill.from) ? (fill[fill.from]?._ref ?? []) : [],
  )
  const shown = await client.fetch<Shown>(SHOWN_QUERY, {ids, fills, now}, {tag: 'fronts.live'})
  const live = new Map(shown.pieces.map((piece) => [piece._id, piece]))
  return {
    ...loaded,
    scheduled: scheduledFronts(versions, releases),
    front,
    names: new Map(shown.named.map(({_id, title}) => [_id, title])),
    page: found ? finishFront(asReadersGetIt(found, live)) : {containers: []},
    live: new Set(live.keys()),
  }
}

/** The drafts perspective fills up with drafts, and has their words. Only the front itself is to be a draft. */
function asReadersGetIt(found: FoundFront, live: ReadonlyMap<string, LivePiece>): FoundFront {
  // Null where no rule asks for them, whatever the type says.
  const open = (ids: readonly string[] | null): string[] => (ids ?? []).filter((id) => live.has(id))
  return {
    ...found,
    newest: open(found.newest),
    cards: found.cards.map((card) => ({...card, ...live.get(card._id)})),
    containers:
      found.containers?.map((container) => ({...container, stories: open(container.stories)})) ??
      null,
  }
}

export interface FrontChoice {
  /** Of the section; undefined for the front page. */
  _id: string
  title: string
  slug: string | null
}

/** @param client its perspective is `raw` */
export const loadSections = (client: SanityClient): Promise<FrontChoice[]> =>
  client.fetch<FrontChoice[]>(
    `*[_type == "section" && !(_id in path("drafts.**"))] | order(coalesce(order, 1000) asc, title asc){
      _id, "title": coalesce(title, "Section"), "slug": slug.current
    }`,
    {},
    {tag: 'fronts.sections'},
  )
