// The basic types of the engine. This file has no code.

/** A JSON value as stored in a document. */
export type Json = string | number | boolean | null | Json[] | {[key: string]: Json}

/** A stored document. `_rev` is the ID of the transaction that last wrote it. */
export interface LakeDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: Json
}
