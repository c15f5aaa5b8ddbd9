// docs/groq.md lists all functions of the engine, and only those.
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {ARITY, PIPE_ARITY} from '../src/functions/arity.ts'
import {NAMESPACES} from '../src/functions/index.ts'

const ROOT = join(import.meta.dirname, '../../..')
const text = readFileSync(join(ROOT, 'docs/groq.md'), 'utf8')

/** The rows of the table with this first column title, as cells. */
function table(head: string): string[][] {
  const lines = text.slice(text.indexOf(`| ${head} |`)).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end).map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
}

const fullName = (namespace: string, name: string): string =>
  namespace === 'global' ? name : `${namespace}::${name}`
const namesOf = (spaces: Readonly<Record<string, object>>): string[] =>
  Object.entries(spaces)
    .flatMap(([namespace, functions]) =>
      Object.keys(functions).map((name) => fullName(namespace, name)),
    )
    .toSorted()
const called = (cell = ''): string[] =>
  [...cell.matchAll(/([\w:]+)\(/g)].map(([, name = '']) => name)

test('docs/groq.md has one row for each function', () => {
  const rows = table('function').map(([cell]) => called(cell)[0])
  expect(rows.toSorted()).toEqual(namesOf(NAMESPACES))
})

test('docs/groq.md has a row for each function that is a syntax form', () => {
  const forms = table('form').flatMap(([cell]) => called(cell))
  const functions = namesOf(NAMESPACES)
  const others = namesOf(ARITY).filter((name) => !functions.includes(name))
  expect(forms).toEqual(expect.arrayContaining([...others, ...Object.keys(PIPE_ARITY)]))
})

test('each function takes the number of arguments in its row', () => {
  for (const [cell = ''] of table('function')) {
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

test('each row names an existing file and a source', () => {
  const rows = ['function', 'form', 'operator'].flatMap(table)
  expect(rows.length).toBeGreaterThan(60)
  for (const row of rows) {
    const files = [...(row.at(-1) ?? '').matchAll(/`(packages\/groq\/src\/[^`]+)`/g)].map(
      ([, file]) => file,
    )
    expect(files.length, row[0]).toBeGreaterThan(0)
    for (const file of files) expect(existsSync(join(ROOT, file ?? '')), file).toBe(true)
    expect(row.at(-1)).toMatch(/· (?:Specification|Sanity|groq-js)/)
  }
})
