// The documents that one reader may see. No query, subquery or reference reaches any other.
import type {Decision, Grants, Holds} from '../grants.ts'
import {createVisibility, dependsOn} from '../visibility.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {createDocumentIndex, type DocumentIndex} from '@copydesk/groq/documents'
import {linksOf, type Links} from './links.ts'

/** Documents by ID before a change; undefined for a document that did not exist. */
export type Before = ReadonlyMap<string, LakeDocument | undefined>

export interface ReaderView {
  index: DocumentIndex
  /**
   * Decides changed documents again.
   *
   * @param moved IDs that a changed document newly refers to, or no longer
   * @returns IDs of the documents that look different to this reader
   */
  update(before: Before, moved: Iterable<string>): Set<string>
  /** Decides again about documents that depend on the clock. Same result as `update`. */
  passTime(now: number): Set<string>
  /** Whether time passing can change what is visible. */
  dependsOnTime(): boolean
}

interface Options {
  source: DocumentIndex
  grants: Grants
  actor: Actor
  /** Which documents refer to which, if a grant of the reader depends on other documents. */
  links?: Links | undefined
  now: number
}

const VISIBLE: Decision = {permitted: true, conditions: [], dependsOnTime: false}
const HIDDEN: Decision = {permitted: false, conditions: [], dependsOnTime: false}

export function createReaderView(options: Options): ReaderView {
  const {source} = options
  const decisions = new Decisions(options)
  const visibility = new ViewVisibility(options, decisions)
  let decidedAt = options.now

  const visible: LakeDocument[] = []
  const overrides = new Map<string, undefined>()
  const holdsAtFirst = visibility.among(() => true)
  for (const document of source.all) {
    decisions.again(document._id, document)
    if (visibility.settle(document._id, document, holdsAtFirst)) visible.push(document)
    else overrides.set(document._id, undefined)
  }
  const index = createDocumentIndex(visible, source.longFieldNames, {base: source, overrides})

  const update = (before: Before, moved: Iterable<string>): Set<string> => {
    const changed = decisions.update(before).union(new Set(moved))
    const affected = visibility.affectedBy(before.keys(), changed)
    const holds = visibility.among((id) => affected.has(id))
    const different = new Set<string>()
    for (const id of affected) {
      const document = visibility.settle(id, source.get(id), holds)
      if (document ? index.put(document) : index.remove(id)) different.add(id)
    }
    return different
  }

  return {
    index,
    update,
    dependsOnTime: () => decisions.dependOnTime,
    passTime(time) {
      if (time === decidedAt || !decisions.dependOnTime) return new Set()
      decidedAt = time
      return update(new Map(decisions.outdated().map((id) => [id, source.get(id)])), [])
    },
  }
}

/** The decisions of the reader's grants on each document by itself. */
class Decisions {
  readonly #source: DocumentIndex
  readonly #decide: (document: LakeDocument) => Decision
  readonly #isCompared: boolean
  /** Decisions that depended on the clock. All others are the same whenever they are made. */
  readonly #timed = new Map<string, Decision>()

  constructor({source, grants, actor, links}: Options) {
    this.#source = source
    this.#decide = grants.decider(actor, 'read')
    this.#isCompared = links !== undefined
  }

  get dependOnTime(): boolean {
    return this.#timed.size > 0
  }

  of(id: string, document = this.#source.get(id)): Decision | undefined {
    return document && (this.#timed.get(id) ?? this.#decide(document))
  }

  again(id: string, document: LakeDocument | undefined): Decision | undefined {
    this.#timed.delete(id)
    const decision = document && this.#decide(document)
    if (decision?.dependsOnTime) this.#timed.set(id, decision)
    return decision
  }

  /**
   * @returns IDs of the documents whose decision changed; none if no other document depends on it
   */
  update(before: Before): Set<string> {
    const changed = new Set<string>()
    for (const [id, document] of before) {
      const old = this.#isCompared && document ? this.of(id, document) : undefined
      const decision = this.again(id, this.#source.get(id))
      if (this.#isCompared && !isSame(old, decision)) changed.add(id)
    }
    return changed
  }

  /** IDs of the documents whose decision has changed with time. */
  outdated(): string[] {
    return [...this.#timed].flatMap(([id, decision]) => {
      const document = this.#source.get(id)
      return isSame(decision, document && this.#decide(document)) ? [] : [id]
    })
  }
}

/** The visibility of documents that depends on other documents. */
class ViewVisibility {
  readonly #source: DocumentIndex
  readonly #links: Links | undefined
  readonly #decisions: Decisions
  /** Of the documents that depend on their referrers, those that are hidden with them. */
  readonly #hidden = new Set<string>()

  constructor({source, links}: Options, decisions: Decisions) {
    this.#source = source
    this.#links = links
    this.#decisions = decisions
  }

  /** @param isAffected all other documents are visible or hidden as before */
  among(isAffected: (id: string) => boolean): Holds {
    return createVisibility({
      referrers: (id) => this.#links?.referrers(id) ?? [],
      decide: (id) => {
        const decision = this.#decisions.of(id)
        if (isAffected(id) || !dependsOn(decision, 'referrers')) return decision
        return this.#hidden.has(id) ? HIDDEN : VISIBLE
      },
    })
  }

  /** @returns the document if it is visible now */
  settle(id: string, document: LakeDocument | undefined, holds: Holds): LakeDocument | undefined {
    const {permitted, conditions} = (document && this.#decisions.of(id, document)) ?? HIDDEN
    const held = document ? conditions.filter((name) => holds(name, document)) : []
    if (conditions.includes('referrers') && !held.includes('referrers')) this.#hidden.add(id)
    else this.#hidden.delete(id)
    return permitted || held.length > 0 ? document : undefined
  }

  /** @returns these IDs and those of all documents that depend on a changed one */
  affectedBy(ids: Iterable<string>, changed: Set<string>): Set<string> {
    const affected = new Set([...ids, ...changed])
    if (!this.#links) return affected
    for (const id of changed) {
      for (const target of linksOf(this.#source.get(id))) {
        const decision = this.#decisions.of(target)
        if (dependsOn(decision, 'referrers')) changed.add(target)
        if (decision && decision.conditions.length > 0) affected.add(target)
      }
      for (const referrer of this.#links.referrers(id)) {
        if (dependsOn(this.#decisions.of(referrer), 'targets')) affected.add(referrer)
      }
    }
    return affected
  }
}

function isSame(a: Decision | undefined, b: Decision | undefined): boolean {
  if (!a || !b) return a === b
  return a.permitted === b.permitted && a.conditions.join() === b.conditions.join()
}
