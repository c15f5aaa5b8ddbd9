import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {settleAssetAddresses} from '../../../../server/operations/sync/asset-addresses.ts'
import {temporaryFolder} from '../../support.ts'

const place = temporaryFolder()
const archive = join(place, 'archive')
mkdirSync(join(archive, 'images'), {recursive: true})
mkdirSync(join(place, 'archive-of-another'))
writeFileSync(join(place, 'secret.txt'), 'secret')
writeFileSync(join(place, 'archive-of-another/a.png'), 'a')
writeFileSync(join(archive, 'images/a #1?.png'), 'a')
symlinkSync(join(place, 'secret.txt'), join(archive, 'images/link.png'))
symlinkSync(place, join(archive, 'out'))
symlinkSync('a #1?.png', join(archive, 'images/inner.png'))

const hrefOf = (path: string): string => pathToFileURL(join(place, path)).href
const INSIDE = `image@${hrefOf('archive/images/a #1?.png')}`

const settle = (value: unknown, options: {folder?: undefined; allowRemote?: boolean} = {}) => {
  const document = {_id: 'a', body: [{image: {_type: 'image', _sanityAsset: value}}]}
  const limits = {folder: archive, allowRemote: false, ...options}
  const refused = settleAssetAddresses([document], limits)
  return refused[0] ?? document.body[0]?.image._sanityAsset
}

describe('an address of a picture in a document', () => {
  it.each([
    ['relative', 'image@file://./images/a%20%231%3F.png'],
    ['absolute', INSIDE],
    ['up and down again', 'image@file://./images/../images/a%20%231%3F.png'],
    ['a link within the archive', 'image@file://./images/inner.png'],
  ])('is accepted below the archive: %s', (_, address) => {
    expect(settle(address)).toBe(INSIDE)
  })

  it('of a file that is missing is left to the importer', () => {
    expect(settle('file@file://./images/none.pdf')).toBe(
      `file@${hrefOf('archive/images/none.pdf')}`,
    )
  })

  it.each([
    ['absolute', 'file@file:///etc/passwd'],
    ['with a host', 'file@file://localhost/etc/passwd'],
    ['up', 'file@file://./../secret.txt'],
    ['up, encoded', 'file@file://./%2e%2e/secret.txt'],
    ['through a link to a file', 'image@file://./images/link.png'],
    ['through a link to a folder', 'image@file://./out/secret.txt'],
    ['missing, through a link to a folder', 'image@file://./out/none.txt'],
    ['a folder whose name begins the same', `image@${hrefOf('archive-of-another/a.png')}`],
    ['the folder itself', 'image@file://./'],
    ['an encoded slash', 'image@file://./images%2f..%2f..%2fsecret.txt'],
    ['a zero byte', 'image@file://./images/a%00.png'],
  ])('is refused outside of the archive: %s', (_, address) => {
    expect(settle(address)).toEqual({
      documentId: 'a',
      path: 'body[0].image',
      reason: 'names a file outside of the archive’s folder',
      address,
    })
  })

  it.each([
    ['image@http://169.254.169.254/latest', 'names a remote address'],
    ['image@https://example.org/a.png', 'names a remote address'],
    ['file@data://text/plain,secret', 'names a "data:" address'],
    ['file@gopher://example.org/', 'names a "gopher:" address'],
    [['image@file:///etc/passwd'], 'names no address such as'],
    [{_sanityAsset: 'image@file:///etc/passwd'}, 'names no address such as'],
    ['file:///etc/passwd', 'names no address such as'],
    ['x\nimage@file:///etc/passwd', 'names no address such as'],
  ])('is refused: %j', (value, reason) => {
    expect(settle(value)).toMatchObject({reason: expect.stringContaining(reason)})
  })

  it('of another host is accepted where the operator says so', () => {
    const address = 'image@https://example.org/a.png'
    expect(settle(address, {allowRemote: true})).toBe(address)
    expect(settle('file@file:///etc/passwd', {allowRemote: true})).toHaveProperty('reason')
  })

  it('of a file is refused where there is no folder', () => {
    expect(settle(INSIDE, {folder: undefined})).toHaveProperty('reason')
  })

  it('is removed where it is refused, at the root of a document too', () => {
    const documents = [{_id: 'a', _sanityAsset: 'file@file:///etc/passwd', title: 'A'}]
    const [refused] = settleAssetAddresses(documents, {folder: archive, allowRemote: true})
    expect(refused).toMatchObject({documentId: 'a', path: ''})
    expect(documents).toEqual([{_id: 'a', title: 'A'}])
  })
})
