// The fixtures say of themselves what other tests expect of them.
import ExifReader from 'exifreader'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))
const pictures: any[] = JSON.parse(readFileSync(`${fixtures}pictures.json`, 'utf8'))
const readme = readFileSync(`${fixtures}README.md`, 'utf8')

const read = (file: string) =>
  ExifReader.load(readFileSync(`${fixtures}photos/${file}`), {expanded: true}) as any

const decode = async (file: string) =>
  sharp(readFileSync(`${fixtures}photos/${file}`), {failOn: 'truncated'})
    .raw()
    .toBuffer()

describe('the pictures', () => {
  test('are all listed and explained, and small', () => {
    const files = readdirSync(`${fixtures}photos`)
    expect(pictures.map(({file}) => file).toSorted()).toEqual(files.toSorted())
    for (const file of files) {
      expect(readme).toContain(`\`${file}\``)
      expect(statSync(`${fixtures}photos/${file}`).size).toBeLessThan(60_000)
    }
  })

  test.each(pictures.filter(({expected}) => expected?.creditLine))(
    '$file contains its exact credit',
    ({file, expected}) => {
      const {iptc, xmp} = read(file)
      expect((xmp?.Credit ?? iptc.Credit).description).toBe(expected.creditLine)
      expect((xmp?.description ?? iptc['Caption/Abstract']).description).toBe(expected.caption)
      const creator = xmp ? xmp.creator : iptc['By-line']
      expect(creator?.description).toBe(expected.creator)
    },
  )

  test('with a position really have one', () => {
    const {gps} = read('exif-gps.jpg')
    expect(gps.Latitude).toBeCloseTo(57.333)
    expect(gps.Longitude).toBeCloseTo(-4.25)
    expect(read('exif-only.jpg').gps).toBeUndefined()
  })

  test('that are not pictures cannot be decoded', async () => {
    for (const file of ['text-named.jpg', 'truncated.jpg', 'empty.jpg']) {
      await expect(decode(file), file).rejects.toThrow()
    }
  })
})
