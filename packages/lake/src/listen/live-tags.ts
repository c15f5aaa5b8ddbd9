// Sync tags: keys as front ends see them. Each says by itself what it stands for, so that what was kept
// before a restart is found by changes after it. A type's is its name; all others are short hashes.
import {hash} from 'node:crypto'
import {
  ANY_KEY,
  isFieldKey,
  keysOf,
  typedFieldKey,
  PUBLISHED_KEY,
  typeKey,
} from '@copydesk/groq/documents'
import type {LakeDocument} from '../types.ts'

/** The tag that every change touches. */
const ANY_TAG = 's1:any'
/** Touched by a change that is too large to be told of in full: what has no type's tag carries it. */
export const MANY_TAG = 's1:0many'
/** Of one event. */
const MOST_TAGS = 400
/** 44 bits: two keys of one tag cost a query more. */
const HASH_LENGTH = 11

const TYPE = typeKey('')

/** No type's name begins with a digit, so that no hash is taken for one. */
export function tagOf(key: string): string {
  if (key === ANY_KEY) return ANY_TAG
  if (key.startsWith(TYPE)) return `s1:${key.slice(TYPE.length)}`
  return `s1:0${hash('sha1', key, 'hex').slice(0, HASH_LENGTH)}`
}

/** What answers can depend on of a document. */
export function* dependedOn(document: LakeDocument): Generator<string> {
  for (const key of keysOf(document)) {
    if (key !== PUBLISHED_KEY) yield isFieldKey(key) ? typedFieldKey(document._type, key) : key
  }
}

/** The tags of a change to these documents. */
export function tagsOf(documents: readonly LakeDocument[]): string[] {
  const coarse = new Set(documents.map(({_type}) => typeKey(_type)))
  const keys = new Set(coarse)
  for (const document of documents) {
    for (const key of dependedOn(document)) keys.add(key)
    if (keys.size > MOST_TAGS) return [...Array.from(coarse, tagOf), MANY_TAG, ANY_TAG]
  }
  return [...Array.from(keys, tagOf), ANY_TAG]
}
