// The dataset as one reader may see it: no query, subquery or reference reaches beyond it.
import type {Decision, Grants, Holds} from '../grants.ts'
import {createVisibility, dependsOn} from '../visibility.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {createDocumentIndex, type DocumentIndex} from '@copydesk/groq/documents'
import {linksOf, type Links} from './links.ts'

/** Documents by id as they were before a change; undefined for what was not there. */
export type Before = ReadonlyMap<string, LakeDocument | undefined>

export interface ReaderView {
  index: DocumentIndex
  /**
   * Decides changed documents again; answers the ids that look different to this reader now.
   *
   * @param moved ids that a changed document newly refers to, or no more
   */
  update(before: Before, moved: Iterable<string>): Set<string>
  /** Decides again what depends on the clock. Same answer as `update`. */
  passTime(now: number): Set<string>
  /** Whether the clock alone may change what is seen. */
  dependsOnTime(): boolean
}

interface Options {
  source: DocumentIndex
  grants: Grants
  actor: Actor
  /** Where the reader's roles hold a grant that hangs on other documents: who refers to whom. */
  links?: Links | undefined
  now: number
}

const SEEN: Decision = {permitted: true, conditions: [], dependsOnTime: false}
const HIDDEN: Decision = {permitted: false, conditions: [], dependsOnTime: false}

export function createReaderView({source, grants, actor, links, now}: Options): ReaderView {
  const decide = grants.decider(actor, 'read')
  /** Those that asked the clock. All others are as they were, whenever they are asked for again. */
  const timed = new Map<string, Decision>()
  /** Of the documents that hang on their referrers, those that are not seen for it. */
  const dark = new Set<string>()
  let decidedAt = now

  const sayOf = (id: string, document: LakeDocument | undefined): Decision | undefined =>
    document && (timed.get(id) ?? decide(document))
  const decisionOf = (id: string): Decision | undefined => sayOf(id, source.get(id))

  const decideAnew = (id: string, document: LakeDocument | undefined): Decision | undefined => {
    timed.delete(id)
    const decision = document && decide(document)
    if (decision?.dependsOnTime) timed.set(id, decision)
    return decision
  }

  /** Answers which ids changed for others, too, by what they say. */
  const takeOver = (before: Before): Set<string> => {
    const restless = new Set<string>()
    for (const [id, document] of before) {
      const old = links && sayOf(id, document)
      const decision = decideAnew(id, source.get(id))
      if (links && !isSame(old, decision)) restless.add(id)
    }
    return restless
  }

  /** All whose fate hangs on one of these, themselves included. */
  const withDependants = (ids: Iterable<string>, restless: Set<string>): Set<string> => {
    const affected = new Set([...ids, ...restless])
    if (!links) return affected
    for (const id of restless) {
      for (const target of linksOf(source.get(id))) {
        const decision = decisionOf(target)
        if (dependsOn(decision, 'referrers')) restless.add(target)
        if (decision && decision.conditions.length > 0) affected.add(target)
      }
      for (const referrer of links.referrers(id)) {
        if (dependsOn(decisionOf(referrer), 'targets')) affected.add(referrer)
      }
    }
    return affected
  }

  /** @param isAffected all others are seen or not as they were */
  const sightOf = (isAffected: (id: string) => boolean): Holds =>
    createVisibility({
      referrers: (id) => links?.referrers(id) ?? [],
      decide(id) {
        const decision = decisionOf(id)
        if (isAffected(id) || !dependsOn(decision, 'referrers')) return decision
        return dark.has(id) ? HIDDEN : SEEN
      },
    })

  /** What is seen of a document from now on: itself, or nothing. */
  const settle = (
    id: string,
    document: LakeDocument | undefined,
    holds: Holds,
  ): LakeDocument | undefined => {
    const {permitted, conditions} = sayOf(id, document) ?? HIDDEN
    const held = document ? conditions.filter((name) => holds(name, document)) : []
    if (conditions.includes('referrers') && !held.includes('referrers')) dark.add(id)
    else dark.delete(id)
    return permitted || held.length > 0 ? document : undefined
  }

  const visible: LakeDocument[] = []
  const overrides = new Map<string, undefined>()
  const holdsAtFirst = sightOf(() => true)
  for (const document of source.all) {
    decideAnew(document._id, document)
    if (settle(document._id, document, holdsAtFirst)) visible.push(document)
    else overrides.set(document._id, undefined)
  }
  const index = createDocumentIndex(visible, source.longFieldNames, {base: source, overrides})

  const update = (before: Before, moved: Iterable<string>): Set<string> => {
    const restless = takeOver(before).union(new Set(moved))
    const affected = withDependants(before.keys(), restless)
    const holds = sightOf((id) => affected.has(id))
    const different = new Set<string>()
    for (const id of affected) {
      const document = settle(id, source.get(id), holds)
      if (document ? index.put(document) : index.remove(id)) different.add(id)
    }
    return different
  }

  return {
    index,
    update,
    dependsOnTime: () => timed.size > 0,
    passTime(time) {
      if (time === decidedAt || timed.size === 0) return new Set()
      decidedAt = time
      const due = [...timed].filter(([id, decision]) => {
        const document = source.get(id)
        return !isSame(decision, document && decide(document))
      })
      return update(new Map(due.map(([id]) => [id, source.get(id)])), [])
    },
  }
}

function isSame(a: Decision | undefined, b: Decision | undefined): boolean {
  if (!a || !b) return a === b
  return a.permitted === b.permitted && a.conditions.join() === b.conditions.join()
}
