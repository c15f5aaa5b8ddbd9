// Somebody types: edits of one character, as the studio sends them.
import type {Json} from '@copydesk/lake/types'
import {DATASET} from '../../server/newsroom-lake.ts'
import {paragraph} from './articles.ts'
import type {BenchLake} from './bench-lake.ts'

export interface Typist {
  /** Types one more character; resolves once the lake has acknowledged it. */
  type(): Promise<void>
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
const PARAGRAPHS = 20
/** Twenty paragraphs of this length are a document of 10 kB. */
const LETTERS = 400

/** A draft of 10 kB in which somebody writes. */
export interface Draft {
  document: {_id: string; _type: string; [field: string]: Json}
  /** The patch of one character more. */
  edit(): {diffMatchPatch: Record<string, string>}
}

export function createDraft(_id: string): Draft {
  const texts = Array.from({length: PARAGRAPHS}, () =>
    ALPHABET.repeat(LETTERS / ALPHABET.length + 1).slice(0, LETTERS),
  )
  const body = texts.map((text, at) => paragraph(`p${at}`, text)) as Json
  let typed = 0
  return {
    document: {_id, _type: 'article', headline: 'Typed by a bench', body},
    edit() {
      const at = typed % PARAGRAPHS
      const text = texts[at] ?? ''
      const character = ALPHABET[typed % ALPHABET.length] ?? ''
      typed += 1
      texts[at] = text + character
      return {
        diffMatchPatch: {
          [`body[_key=="p${at}"].children[_key=="s"].text`]: append(text, character),
        },
      }
    },
  }
}

/** Creates a draft, and answers who types in it. */
export async function createTypist(lake: BenchLake, id: string): Promise<Typist> {
  const {document, edit} = createDraft(`drafts.${id}`)
  await lake.post(`/mutate/${DATASET}`, {mutations: [{create: document}]})
  return {
    async type() {
      const action = {actionType: 'sanity.action.document.edit', publishedId: id, patch: edit()}
      await lake.post(`/actions/${DATASET}`, {actions: [action]})
    },
  }
}

/** As diff-match-patch writes it, with four characters of context. */
export function append(text: string, character: string): string {
  const context = text.slice(-4)
  const from = text.length - context.length + 1
  return `@@ -${from},${context.length} +${from},${context.length + 1} @@\n ${context}\n+${character}\n`
}
