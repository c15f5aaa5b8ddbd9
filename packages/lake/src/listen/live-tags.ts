// Sync tags: the keys of documents as front ends see them. A tag depends only on its key, so that tags from before a
// restart are valid after it. The tag of a type is its name; all others are short hashes.
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

/** Every change has this tag. */
const ANY_TAG = 's1:any'
/** A change with too many tags has this one. Responses without the tag of a type depend on it. */
export const MANY_TAG = 's1:0many'
/** In one event. */
const MAX_TAGS = 400
/** 44 bits. Two keys with the same tag cost one needless query. */
const HASH_LENGTH = 11

const TYPE = typeKey('')

/** No type's name begins with a digit, so that no hash is taken for one. */
export function tagOf(key: string): string {
  if (key === ANY_KEY) return ANY_TAG
  if (key.startsWith(TYPE)) return `s1:${key.slice(TYPE.length)}`
  return `s1:0${hash('sha1', key, 'hex').slice(0, HASH_LENGTH)}`
}

/** The keys of a document that responses can depend on. */
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
    if (keys.size > MAX_TAGS) return [...Array.from(coarse, tagOf), MANY_TAG, ANY_TAG]
  }
  return [...Array.from(keys, tagOf), ANY_TAG]
}
