// A block of Portable Text as words with their emphasis and links.
import {canonicalJson} from '../../../workflow/canonical-json.ts'
import type {Mark} from './diff-model.ts'
import {guessShape, typeOf, type Shape} from './shape.ts'
import {textOfValue, list, member, plain, type WordContext} from './describe-value.ts'
import type {Span} from './word-diff.ts'

/** @param shape the block's shape, with the names of its emphasis and links */
export function styledText(block: unknown, shape: Shape, context: WordContext): Span[] {
  const definitions = list(member(block, 'markDefs'))
  return list(member(block, 'children')).map((child) => ({
    text: plain(member(child, 'text')),
    marks: list(member(child, 'marks')).map((name) =>
      markOf(plain(name), definitions, shape, context),
    ),
  }))
}

function markOf(name: string, definitions: unknown[], shape: Shape, context: WordContext): Mark {
  const definition = definitions.find((each) => member(each, '_key') === name)
  if (!definition) {
    const known = shape.text?.decorators.find(({value}) => value === name)
    return {name, title: known?.title ?? name, id: name}
  }
  const type = typeOf(definition) ?? name
  const known = shape.text?.annotations.find((annotation) => annotation.type === type)
  const target = textOfValue(definition, known ?? guessedObject(type, definition), context)
  // A link gets a new key each time that it is set, so its target decides.
  const content = canonicalJson({...definition, _key: undefined})
  return {name: type, title: known?.title ?? 'Link', target, id: content}
}

function guessedObject(type: string, value: object): Shape {
  const fields = Object.entries(value)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, item]) => ({name, title: name, shape: guessShape(name, item)}))
  return {...guessShape(type, value), fields}
}
