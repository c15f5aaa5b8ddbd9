// The dataset as one reader may see it: no query, subquery or reference reaches beyond it.
import type {Decision, Grants} from '../grants.ts'
import {createSight, hangsOn} from '../sight.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {createDocumentIndex, type DocumentIndex} from './document-index.ts'
import {linksOf, type Links} from './links.ts'

export interface ReaderView {
  index: DocumentIndex
  /**
   * Decides changed documents again; answers the ids that look different to this reader now.
   *
   * @param moved ids that a changed document newly refers to, or no more
   */
  update(ids: Iterable<string>, moved: Iterable<string>): Set<string>
  /** Decides again what depends on the clock (an embargo). Same answer as `update`. */
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
  const decisions = new Map<string, Decision>()
  /** Whose decision asked the clock. */
  const timed = new Set<string>()
  /** Of the documents that hang on their referrers, those that are seen. */
  const seen = new Set<string>()
  let decidedAt = now

  const decide = (document: LakeDocument | undefined): Decision | undefined =>
    document && grants.decide(actor, 'read', document)

  const keep = (id: string, decision: Decision | undefined): void => {
    if (decision) decisions.set(id, shared(decision))
    else decisions.delete(id)
    if (decision?.dependsOnTime) timed.add(id)
    else timed.delete(id)
  }

  /** Answers which ids changed for others, too, by what they say. */
  const takeOver = (ids: Iterable<string>): Set<string> => {
    const restless = new Set<string>()
    for (const id of ids) {
      const decision = decide(source.get(id))
      if (links && !isSame(decisions.get(id), decision)) restless.add(id)
      keep(id, decision)
    }
    return restless
  }

  /** All whose fate hangs on one of these, themselves included. */
  const withDependants = (ids: Iterable<string>, restless: Set<string>): Set<string> => {
    const affected = new Set([...ids, ...restless])
    if (!links) return affected
    for (const id of restless) {
      for (const target of linksOf(source.get(id))) {
        const decision = decisions.get(target)
        if (hangsOn(decision, 'referrers')) restless.add(target)
        if (decision && decision.conditions.length > 0) affected.add(target)
      }
      for (const referrer of links.referrers(id)) {
        if (hangsOn(decisions.get(referrer), 'targets')) affected.add(referrer)
      }
    }
    return affected
  }

  /** Answers what is seen of each from now on: the document, or nothing. */
  const settle = (affected: ReadonlySet<string>): Map<string, LakeDocument | undefined> => {
    const holds = createSight({
      referrers: (id) => links?.referrers(id) ?? [],
      decide(id) {
        const decision = decisions.get(id)
        if (affected.has(id) || !hangsOn(decision, 'referrers')) return decision
        return seen.has(id) ? SEEN : HIDDEN
      },
    })
    const sights = new Map<string, LakeDocument | undefined>()
    const lit: string[] = []
    for (const id of affected) {
      const document = source.get(id)
      const {permitted, conditions} = decisions.get(id) ?? HIDDEN
      const held =
        document && conditions.length > 0 ? conditions.filter((name) => holds(name, document)) : []
      if (held.includes('referrers')) lit.push(id)
      sights.set(id, permitted || held.length > 0 ? document : undefined)
    }
    for (const id of affected) seen.delete(id)
    for (const id of lit) seen.add(id)
    return sights
  }

  const everything = source.all.map((document) => document._id)
  takeOver(everything)
  const sights = settle(new Set(everything))
  const index = createDocumentIndex(
    [...sights.values()].filter((document) => document !== undefined),
    source.shelved,
  )

  const update = (ids: Iterable<string>, moved: Iterable<string>): Set<string> => {
    const changed = [...ids]
    const restless = takeOver(changed).union(new Set(moved))
    const different = new Set<string>()
    for (const [id, document] of settle(withDependants(changed, restless))) {
      if (index.get(id) === document) continue
      if (document) index.put(document)
      else index.remove(id)
      different.add(id)
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
      const due = [...timed].filter((id) => !isSame(decisions.get(id), decide(source.get(id))))
      return update(due, [])
    },
  }
}

/** Of the many that say no more than yes or no one is kept. */
function shared(decision: Decision): Decision {
  if (decision.dependsOnTime || decision.conditions.length > 0) return decision
  return decision.permitted ? SEEN : HIDDEN
}

function isSame(a: Decision | undefined, b: Decision | undefined): boolean {
  if (!a || !b) return a === b
  return a.permitted === b.permitted && a.conditions.join() === b.conditions.join()
}
