// The product and its packages have one version.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'

interface Manifest {
  version: string
  license: string
  dependencies: Record<string, string>
}
const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest

test('both packages have the version and the licence of the product', () => {
  const {version, license} = manifest('.')
  for (const folder of ['packages/groq', 'packages/intake', 'packages/lake']) {
    expect(manifest(folder)).toMatchObject({version, license})
    expect(readFileSync(join(ROOT, folder, 'LICENSE'), 'utf8')).toBe(
      readFileSync(join(ROOT, 'LICENSE'), 'utf8'),
    )
  }
  expect(manifest('packages/lake').dependencies['@copydesk/groq']).toBe(version)
})

test('a library that the product and a package use has one version', () => {
  const ours = manifest('.').dependencies
  for (const folder of ['packages/groq', 'packages/intake', 'packages/lake']) {
    const shared = Object.entries(manifest(folder).dependencies).filter(
      ([name]) => name in ours && !name.startsWith('@copydesk/'),
    )
    for (const [name, version] of shared) expect([name, version]).toEqual([name, ours[name]])
  }
})
