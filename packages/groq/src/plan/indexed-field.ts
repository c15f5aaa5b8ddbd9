// The fields of documents that indexes hold, made from expressions of a query.
import type {Compile} from '../compile.ts'
import type {Field} from '../documents/field-index.ts'
import {EMPTY_CONTEXT, Scope, type Evaluate} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import {attributesIn} from './expressions.ts'

export interface IndexedField {
  /** Shown when a query is explained. */
  label: string
  field: Field
}

/** @param isList whether the index holds the items of the field's list */
export function indexedField(node: Node, compile: Compile, isList = false): IndexedField {
  const evaluate: Evaluate = compile(node)
  return {
    label: labelOf(node),
    field: {
      name: JSON.stringify(node),
      attributes: attributesIn(node),
      isList,
      valueOf: (document) => evaluate(new Scope(document, EMPTY_CONTEXT)),
    },
  }
}

/** The same field of the documents that meet all conditions. */
export function partialField(
  {label, field}: IndexedField,
  conditions: readonly Node[],
  compile: Compile,
): IndexedField {
  const tests = conditions.map(compile)
  return {
    label: `${label}, with the other conditions,`,
    field: {
      ...field,
      name: `${field.name} where ${JSON.stringify(conditions)}`,
      attributes: [...field.attributes, ...conditions.flatMap(attributesIn)],
      valueOf(document) {
        const scope = new Scope(document, EMPTY_CONTEXT)
        return tests.every((test) => test(scope) === true) ? field.valueOf(document) : undefined
      },
    },
  }
}

export const indexLabel = (label: string, type: string | undefined): string =>
  type === undefined ? label : `${label} of ${type}`

/** The expression as a person would write it. */
function labelOf(node: Node): string {
  const base = node.base as Node | undefined
  const expression = node.expr as Node | undefined
  if (node.type === 'FuncCall')
    return `${String(node.name)}(${(node.args as Node[]).map(labelOf).join(', ')})`
  if (node.type === 'AccessAttribute') {
    return base && base.type !== 'This'
      ? `${labelOf(base)}.${String(node.name)}`
      : String(node.name)
  }
  if (!base) return node.type === 'This' ? '@' : node.type
  return expression ? `${labelOf(base)}.${labelOf(expression)}` : `${labelOf(base)}[]`
}
