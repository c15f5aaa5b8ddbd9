// Packages that must be installed once. Two copies of one do not share its state, its React contexts or its types.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'

const {packages} = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, unknown>
}

test.each([
  ['sanity', 'plugins of a second copy do not find the studio around them'],
  ['react', 'hooks of a second copy throw'],
  ['react-dom', 'it must be the one that belongs to react'],
  ['groq', 'the types of a second copy do not match'],
  ['@portabletext/editor', 'plugins of a second copy do not find the editor, and no text opens'],
])('one copy of %s is installed: %s', (name) => {
  const copies = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`))
  expect(copies).toEqual([`node_modules/${name}`])
})
