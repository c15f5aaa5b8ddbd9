// Every picture says of itself what its document says of it.
import ExifReader from 'exifreader'
import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {photos} from '../../seed/photos.ts'
import {fileOf, ofType, photoFile, splitJpeg} from './support.ts'

const value = (tag: any): string | undefined => tag?.description

const read = (file: Buffer) => {
  const {iptc = {}, xmp = {}} = ExifReader.load(file, {expanded: true}) as any
  return {
    iim: {
      creator: value(iptc['By-line']),
      creditLine: value(iptc.Credit),
      copyrightNotice: value(iptc['Copyright Notice']),
      caption: value(iptc['Caption/Abstract']),
    },
    xmp: {
      creator: value(xmp.creator),
      creditLine: value(xmp.Credit),
      copyrightNotice: value(xmp.rights),
      caption: value(xmp.description),
      usageTerms: value(xmp.UsageTerms),
      licenseUrl: value(xmp.WebStatement),
      alt: value(xmp.AltTextAccessibility),
    },
    facts: {
      title: [value(iptc['Object Name']), value(xmp.title)],
      supplier: [value(iptc.Source), value(xmp.Source)],
      city: [value(iptc.City), value(xmp.City)],
      country: [value(iptc['Country/Primary Location Name']), value(xmp.Country)],
      dateTaken: value(xmp.DateCreated),
      artwork: value(xmp.ArtworkOrObject),
    },
    holder: value(xmp.CopyrightOwner),
    licensor: value(xmp.Licensor),
    sourceType: value(xmp.DigitalSourceType),
  }
}

/** The data after the metadata of the museum's seven files: the picture as the museum delivered it. */
const PICTURE_DATA: Record<string, string> = {
  'airplane-from-above.jpg': '452e7ce5a176d0be2405546c5d6bd2256739e424',
  'black-canyon.jpg': '449bf521efe0fe10f9aaae27d743e4e27673771c',
  'dust-bowl-home.jpg': '8cd1f592bfb1bdc5941dc3266c697aba19db7431',
  'french-alpine-landscape.jpg': '9481bd567911ea8801e7207a73a93fe972fca1c4',
  'locomotion-house-cat.jpg': '5ef973dd24eca8f406a48e0da75c598fe31120cd',
  'march-pastoral.jpg': '5b869f541406584a25523adacab51b3d10b31414',
  'nagasaki-boats.jpg': 'df0af88b3d8bf9514e08c88e79e8628eb901ca44',
}

describe.each(ofType('photoWithCredit').map((photo) => [photo._id, photo]))('%s', (_, photo) => {
  const file = photoFile(fileOf(photo))
  const {caption, alt, creator, creditLine, copyrightNotice, usageTerms, licenseUrl} = photo
  const found = read(file)

  test('has the same credit in IIM, in XMP and in its document', () => {
    expect(found.iim).toEqual({creator, creditLine, copyrightNotice, caption})
    expect(found.xmp).toEqual({
      creator,
      creditLine,
      copyrightNotice,
      caption,
      usageTerms,
      licenseUrl,
      alt,
    })
  })

  test('names its holder, where to ask for it and how it was made', () => {
    expect(found.holder).toBe(`CopyrightOwnerName: ${photo.copyrightHolder}`)
    expect(found.licensor).toBe(photo.acquireUrl && `LicensorURL: ${photo.acquireUrl}`)
    expect(found.sourceType).toBe(
      `http://cv.iptc.org/newscodes/digitalsourcetype/${photo.digitalSourceType}`,
    )
  })

  test('has the other facts of its source', () => {
    const {title, supplier, city, country, dateTaken, artwork} = photos.find(
      ({id}) => id === photo._id,
    )!
    expect(found.facts).toEqual({
      title: [title, title],
      supplier: [supplier, supplier],
      city: [city, city],
      country: [country, country],
      dateTaken,
      artwork:
        artwork &&
        [
          `AOTitle: ${artwork.title}`,
          `AOCreator: ${artwork.creator}`,
          `AOSource: ${artwork.source}`,
          `AOSourceInvNo: ${artwork.inventory}`,
        ].join('; '),
    })
  })
})

describe('the museum’s photographs', () => {
  const museum = ofType('photoWithCredit').filter(({creator}) => creator)

  test('are seven, credited as the museum asks and free for any use', () => {
    expect(museum).toHaveLength(7)
    for (const {creator, creditLine, licenseUrl} of museum) {
      expect(creditLine).toBe(`${creator} / The J. Paul Getty Museum, Open Content Program`)
      expect(licenseUrl).toBe('https://creativecommons.org/publicdomain/zero/1.0/')
    }
  })

  test('were not encoded again', () => {
    const scans = museum.map((photo) => {
      const {scan} = splitJpeg(photoFile(fileOf(photo)))
      return [fileOf(photo), createHash('sha1').update(scan).digest('hex')]
    })
    expect(Object.fromEntries(scans)).toEqual(PICTURE_DATA)
  })
})

describe('the drawn graphics', () => {
  const drawn = ofType('photoWithCredit').filter(({creator}) => !creator)

  test('are credited only to institutions', () => {
    expect(drawn.length).toBeGreaterThanOrEqual(2)
    for (const {creditLine, copyrightHolder} of drawn) {
      expect(creditLine).toBe(`© ${copyrightHolder}`)
    }
  })
})
