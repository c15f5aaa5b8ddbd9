// Reads the unseen marks in a page's words, and the places in its attributes.
import {stegaClean} from '@sanity/client/stega'
import {createRequire} from 'node:module'

/** The client's own copy: it is what writes the marks. */
const {vercelStegaDecodeAll} = createRequire(import.meta.resolve('@sanity/client'))(
  '@vercel/stega',
) as {vercelStegaDecodeAll: (text: string) => {origin: string; href: string}[] | undefined}

/** What the outlines read both with. */
const {decodeSanityNodeData} = createRequire(import.meta.resolve('@sanity/visual-editing'))(
  '@sanity/visual-editing-csm',
) as {
  decodeSanityNodeData: (
    data: {origin: string; href: string} | string,
  ) => {id: string; type?: string; path: string} | {href: string} | undefined
}

/** Stega is long; one such character by itself is typography. */
export const MARKS = /(?:\u200B|\u200C|\u200D|\uFEFF){4}/

/** What the marks of a page say. */
export const marksOf = (html: string) => vercelStegaDecodeAll(html) ?? []

/** `type id path` of all that can be clicked. */
export function placesOf(html: string): string[] {
  const attributes = [...html.matchAll(/data-sanity="([^"]+)"/g)].map(([, data = '']) => data)
  return [...marksOf(html), ...attributes].flatMap((data) => {
    const node = decodeSanityNodeData(data)
    return node && 'path' in node ? [`${node.type} ${node.id} ${node.path}`] : []
  })
}

export const withoutMarks = (html: string): string =>
  stegaClean(html).replaceAll(/ data-sanity="[^"]*"/g, '')
