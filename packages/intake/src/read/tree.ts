// HTML and XML become a tree. Nothing in it is fetched or run, and no entity of its own is resolved.
import {Parser} from 'htmlparser2'
import {LIMITS} from '../limits.ts'
import {IntakeError} from '../lines.ts'
import {takeTurns} from './limits.ts'

export interface Element {
  name: string
  attributes: Record<string, string>
  children: Node[]
}
export type Node = Element | string

const ENDLESS =
  'This file was not made by a word processor or a website. Copy its text and paste it.'

export const HAS_ENTITIES =
  'This file declares entities, which can stand for other files. Copy the text of the article and paste it.'

/** Elements that are too deep are put into this level, which is the body of a page or of a Word file. */
const BODY = 2

/** A document as a tree of at most `LIMITS.depth` levels. */
export async function parseTree(
  source: string,
  options: {isXml: boolean; signal: AbortSignal | undefined},
): Promise<Element> {
  const root: Element = {name: '', attributes: {}, children: []}
  const open = [{element: root, depth: 0}]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > LIMITS.open) throw new IntakeError(ENDLESS)
        const isDeep = open.at(-1)!.depth >= LIMITS.depth
        const {element: parent, depth} = isDeep ? open[BODY]! : open.at(-1)!
        const element: Element = {name, attributes, children: []}
        parent.children.push(element)
        open.push({element, depth: depth + 1})
      },
      ontext: (text) => {
        const {children} = open.at(-1)!.element
        const last = children.at(-1)
        if (typeof last === 'string') children[children.length - 1] = last + text
        else children.push(text)
      },
      onclosetag: () => {
        if (open.length > 1) open.pop()
      },
      // The parser ends a document type at the first `>`, which is behind an entity or before one.
      onprocessinginstruction: (_name, declaration) => {
        const isAbove = root.children.every((child) => typeof child === 'string')
        if (isAbove && /^!(?:DOCTYPE.*<!)?ENTITY\s/is.test(declaration))
          throw new IntakeError(HAS_ENTITIES)
      },
    },
    {xmlMode: options.isXml},
  )
  for (let from = 0; from < source.length; from += LIMITS.turn) {
    if (from > 0) await takeTurns(options.signal)
    parser.write(source.slice(from, from + LIMITS.turn))
  }
  parser.end()
  return root
}

/** The elements directly below one. */
export const elementsOf = (element: Element): Element[] =>
  element.children.filter((child) => typeof child !== 'string')

/** The first element of a name directly below one. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(
    (child): child is Element => typeof child !== 'string' && child.name === name,
  )

/** Each element of a name, at any depth. */
export function* findAll(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === name) yield child
    yield* findAll(child, name)
  }
}

/** All text below an element. */
export const textOf = (node: Node): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('')
