// Maps the tags of a picture file to the fields of a photo.
import {parseCredit} from './credit.ts'
import type {FileReading, FillableField, Statement} from './photo-fields.ts'
import type {PhotoTags, Tag} from './tags.ts'

type Group = 'xmp' | 'iptc' | 'exif'
/** Group, ExifReader's name for the tag, and the name by which photographers know it. */
type Place = [group: Group, name: string, knownAs: string]

/** For each field the tags that may contain it. The first that does is used. */
const PLACES: [FillableField, ...Place[]][] = [
  ['creditLine', ['xmp', 'Credit', 'photoshop:Credit'], ['iptc', 'Credit', 'IIM 2:110']],
  [
    'creator',
    ['xmp', 'creator', 'dc:creator'],
    ['iptc', 'By-line', 'IIM 2:80'],
    ['exif', 'Artist', 'EXIF Artist'],
  ],
  [
    'creatorTitle',
    ['xmp', 'AuthorsPosition', 'photoshop:AuthorsPosition'],
    ['iptc', 'By-line Title', 'IIM 2:85'],
  ],
  [
    'copyrightNotice',
    ['xmp', 'rights', 'dc:rights'],
    ['iptc', 'Copyright Notice', 'IIM 2:116'],
    ['exif', 'Copyright', 'EXIF Copyright'],
  ],
  [
    'caption',
    ['xmp', 'description', 'dc:description'],
    ['iptc', 'Caption/Abstract', 'IIM 2:120'],
    ['exif', 'ImageDescription', 'EXIF ImageDescription'],
  ],
  ['alt', ['xmp', 'AltTextAccessibility', 'Iptc4xmpCore:AltTextAccessibility']],
  ['licenseUrl', ['xmp', 'WebStatement', 'xmpRights:WebStatement']],
  ['usageTerms', ['xmp', 'UsageTerms', 'xmpRights:UsageTerms']],
  [
    'dateTaken',
    ['xmp', 'DateCreated', 'photoshop:DateCreated'],
    ['iptc', 'Date Created', 'IIM 2:55'],
    ['exif', 'DateTimeOriginal', 'EXIF DateTimeOriginal'],
  ],
  ['digitalSourceType', ['xmp', 'DigitalSourceType', 'Iptc4xmpExt:DigitalSourceType']],
]

/** Default texts of cameras. */
const CAMERA_WORDS =
  /^(olympus digital camera|sony dsc|digital camera|dcim.*|default|untitled|picasa|minolta digital camera|kodak digital still camera|samsung( camera pictures)?|created (with|by) .*)$/i

/**
 * The file's values for the fields of the photo. Pure: it fills nothing. The `sourceTag` of a value that was read from a
 * credit says so.
 */
export function photoFieldsFromTags(tags: PhotoTags): FileReading {
  const found = new Map<FillableField, Statement>()
  const state = (field: FillableField, value: string | undefined, sourceTag: string): void => {
    const clean = value && cleanValue(field, value)
    if (clean && !found.has(field)) found.set(field, {field, value: clean, sourceTag})
  }

  for (const [field, ...places] of PLACES) {
    for (const [group, name, knownAs] of places) state(field, textOf(tags[group]?.[name]), knownAs)
  }
  state(
    'acquireUrl',
    partOf(tags.xmp?.['Licensor'], 'LicensorURL') ?? textOf(tags.xmp?.['LicensorURL']),
    'plus:LicensorURL',
  )
  state(
    'copyrightHolder',
    partOf(tags.xmp?.['CopyrightOwner'], 'CopyrightOwnerName'),
    'plus:CopyrightOwnerName',
  )
  state('place', placeOf(tags), 'IPTC City, Country')
  suggestFromCredit(found, state)
  nameBothInCredit(found)

  return {statements: [...found.values()], confidential: confidentialOf(tags)}
}

function suggestFromCredit(
  found: ReadonlyMap<FillableField, Statement>,
  state: (field: FillableField, value: string | undefined, sourceTag: string) => void,
): void {
  const credit = found.get('creditLine')
  const line = credit && parseCredit(credit.value)
  const notice = parseCredit(found.get('copyrightNotice')?.value ?? '')
  const parts = line ?? notice
  if (!parts) return
  const where = `read from ${line ? 'the credit' : 'the copyright notice'}`
  state('copyrightHolder', parts.holder, where)
  state('creator', parts.creator, where)
  // A holder that distributes its own picture names itself and no photographer.
  if (line && !line.creator && !found.has('creator')) state('rights.category', 'handout', where)
}

/**
 * The printed credit names creator and holder if the file has both. A credit that names somebody beside the creator is
 * printed as the supplier wrote it.
 */
function nameBothInCredit(found: Map<FillableField, Statement>): void {
  const creator = found.get('creator')
  const holder = found.get('copyrightHolder')
  if (!creator || !holder || isIn(creator.value, holder.value)) return
  const credit = found.get('creditLine')
  const isWhole = credit && isIn(creator.value, credit.value) && !isIn(credit.value, creator.value)
  if (isWhole) return
  const other = credit && !isIn(credit.value, creator.value) ? credit : holder
  found.set('creditLine', {
    field: 'creditLine',
    value: `${creator.value} / ${other.value}`,
    sourceTag: `${creator.sourceTag} and ${other.sourceTag}`,
  })
}

/** Whether a text names somebody, whatever its case and spaces. */
const isIn = (name: string, text: string): boolean => plain(text).includes(plain(name))

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

function confidentialOf(tags: PhotoTags): FileReading['confidential'] {
  const lat = tags.gps?.Latitude
  const lng = tags.gps?.Longitude
  const hasPosition = Number.isFinite(lat) && Number.isFinite(lng)
  const supplierReference =
    textOf(tags.xmp?.['TransmissionReference']) ??
    textOf(tags.iptc?.['Original Transmission Reference'])
  const restrictions =
    textOf(tags.xmp?.['Instructions']) ?? textOf(tags.iptc?.['Special Instructions'])
  return {
    ...(hasPosition && {position: {lat: Number(lat), lng: Number(lng)}}),
    ...(supplierReference && {supplierReference}),
    ...(restrictions && {restrictions}),
  }
}

function cleanValue(field: FillableField, value: string): string | undefined {
  const text = value.replaceAll('\0', '').trim()
  if (!text || CAMERA_WORDS.test(text)) return undefined
  if (field === 'licenseUrl' || field === 'acquireUrl') {
    return /^https?:\/\/\S+$/i.test(text) ? text : undefined
  }
  if (field === 'dateTaken') return /^\d{4}[-:]\d{2}[-:]\d{2}/.exec(text)?.[0].replaceAll(':', '-')
  if (field === 'digitalSourceType') return /digitalsourcetype\/(\w+)$/i.exec(text)?.[1]
  return text
}

function placeOf({xmp, iptc}: PhotoTags): string | undefined {
  const city = textOf(xmp?.['City']) ?? textOf(iptc?.['City'])
  const country = textOf(xmp?.['Country']) ?? textOf(iptc?.['Country/Primary Location Name'])
  return city && country ? `${city}, ${country}` : (city ?? country)
}

/** The text of a tag: the default of several languages, all of several people. */
function textOf(tag: Tag | undefined): string | undefined {
  if (tag === undefined) return undefined
  if (Array.isArray(tag)) return join(tag.map(textOf))
  const {value, description} = tag
  if (Array.isArray(value) && value.every(isNested)) {
    const inLanguages = value.filter((part) => part.attributes?.lang)
    if (inLanguages.length > 0) {
      return textOf(
        inLanguages.find((part) => part.attributes?.lang === 'x-default') ?? inLanguages[0],
      )
    }
    return join(value.map(textOf))
  }
  return description?.trim() || (typeof value === 'string' ? value.trim() : undefined) || undefined
}

/** The text of a named part in a structured tag, such as `plus:Licensor`. */
function partOf(tag: Tag | undefined, name: string): string | undefined {
  const value = Array.isArray(tag) ? tag[0]?.value : tag?.value
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'object' || first === null) return undefined
  return textOf((first as Record<string, Tag | undefined>)[name])
}

const isNested = (
  part: unknown,
): part is {value: unknown; description?: string; attributes?: {lang?: string}} =>
  typeof part === 'object' && part !== null && 'value' in part

const join = (texts: (string | undefined)[]): string | undefined =>
  texts.filter(Boolean).join(', ') || undefined
