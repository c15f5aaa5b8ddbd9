// The README lists all functions of the engine, and only those.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {ARITY, PIPE_ARITY} from '../src/functions/arity.ts'
import {NAMESPACES} from '../src/functions/index.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const text = readme.replaceAll(/\n {2,}/g, ' ')

/** What the lines of a section begin with: `- \`count(list)\`: the number of items`. */
function entries(section: string): string[] {
  const [, body = ''] = new RegExp(`^## ${section}\\n(.*?)^## `, 'ms').exec(text) ?? []
  return [...body.matchAll(/^- (`.+?): /gm)].map(([, entry = '']) => entry)
}

const fullName = (namespace: string, name: string): string =>
  namespace === 'global' ? name : `${namespace}::${name}`
const namesOf = (spaces: Readonly<Record<string, object>>): string[] =>
  Object.entries(spaces)
    .flatMap(([namespace, functions]) =>
      Object.keys(functions).map((name) => fullName(namespace, name)),
    )
    .toSorted()
const called = (entry: string): string[] =>
  [...entry.matchAll(/([\w:]+)\(/g)].map(([, name = '']) => name)

test('each function of the engine has a line, and each line a function', () => {
  const rows = entries('Functions').map((entry) => called(entry)[0])
  expect(rows.toSorted()).toEqual(namesOf(NAMESPACES))
})

test('each other form has a line', () => {
  const forms = entries('Forms').flatMap(called)
  const functions = namesOf(NAMESPACES)
  const others = namesOf(ARITY).filter((name) => !functions.includes(name))
  expect(forms).toEqual(expect.arrayContaining([...others, ...Object.keys(PIPE_ARITY)]))
})

test('each function takes as many arguments as its line says', () => {
  for (const cell of entries('Functions')) {
    const [, name = '', given = ''] = /`([\w:]+)\((.*)\)`/.exec(cell) ?? []
    const [namespace = '', last] = name.includes('::') ? name.split('::') : ['global', name]
    const args = given === '' ? [] : given.replaceAll('list or path', 'path').split(', ')
    const [least = 0, most = 0] = ARITY[namespace]?.[last ?? ''] ?? []
    const isMany = given.endsWith('…')
    const optional = args.filter((arg) => arg.endsWith('?')).length
    if (isMany) expect(most, cell).toBe(Infinity)
    else expect([least, most], cell).toEqual([args.length - optional, args.length])
  }
})
