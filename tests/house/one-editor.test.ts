// The studio and the newsroom's plugins share one copy of the editor: with two, a text would not open.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'

it('one copy of @portabletext/editor is installed', () => {
  const {packages} = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>
  }
  const copies = Object.keys(packages).filter((path) => path.endsWith('/@portabletext/editor'))
  expect(copies).toEqual(['node_modules/@portabletext/editor'])
})
