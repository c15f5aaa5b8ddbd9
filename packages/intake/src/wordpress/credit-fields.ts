// The credit of an attachment: WordPress has no field for it, so plugins have added fields of their own.
import {readCredit, readParties} from '../credits.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {pictureMetadata} from './picture-metadata.ts'
import {plainText} from './plain-text.ts'
import type {WxrItem} from './types.ts'

export interface PhotoCredit {
  /** Without a credit at its end. */
  caption: string
  creditLine: string | null
  /** The person who made the picture. Never a guess. */
  creator: string | null
  /** The agency, the archive or the institution. */
  holder: string | null
  /** As the file of the picture has it. */
  copyrightNotice: string | null
  licenseUrl: string | null
  usageTerms: string | null
}

/** The field in which WordPress keeps what the file of a picture says of itself. */
const METADATA = '_wp_attachment_metadata'

/** The fields of each plugin, the surest first. */
const FIELDS = {
  // Navis Media Credits (Largo, Newspack) and Media Credit; Image Source Control; Image Credits; the others by hand.
  credit: [
    '_media_credit',
    'isc_image_source',
    '_wp_attachment_source_name',
    '_image_credit',
    'media_credit',
    'photo_credit',
    'image_credit',
    'credit',
    'source_image',
  ],
  holder: ['_navis_media_credit_org'],
  licenseUrl: ['_wp_attachment_license_url'],
  usageTerms: ['isc_image_licence', '_wp_attachment_license'],
} as const

const NAMES: readonly string[] = Object.values(FIELDS).flat()

/** The fields that a photo takes something from, as plain text. */
export function creditFields(meta: WxrItem['meta']): WxrItem['meta'] {
  return meta.flatMap(([key, value]): WxrItem['meta'] => {
    if (NAMES.includes(key)) return [[key, plainText(value)]]
    if (key !== METADATA) return []
    const {credit, copyright} = pictureMetadata(value)
    return [
      [IN_FILE.credit, plainText(credit)],
      [IN_FILE.copyright, plainText(copyright)],
    ]
  })
}

const IN_FILE = {credit: `${METADATA}.credit`, copyright: `${METADATA}.copyright`}

interface Texts {
  /** The attachment's, without markup. */
  caption: string
  /** As `creditFields` gives them. */
  fields: WxrItem['meta']
  /** In the first text that shows the picture. */
  shown: string | null
}

/** Of several credits, what people have written in WordPress comes before what the file has. */
export function photoCredit({caption, fields, shown}: Texts, rules: LanguageRules): PhotoCredit {
  const valueOf = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = fields.find(([key]) => key === name)?.[1].trim()
      // Serialised values of PHP are not text for readers.
      if (value && !/^(?:[abdis]:\d+[:;]|N;)/.test(value)) return value
    }
    return null
  }
  const organisation = valueOf(FIELDS.holder)
  const credit = valueOf(FIELDS.credit)
  const hasField = credit !== null || organisation !== null
  const split = hasField ? null : readCredit(caption, rules.code, true)
  const copyrightNotice = valueOf([IN_FILE.copyright])
  const printed =
    credit ?? split?.creditLine ?? valueOf([IN_FILE.credit]) ?? shown ?? copyrightNotice
  const isNamed = organisation !== null && credit?.includes(organisation)
  const parties = partiesOf(hasField ? credit : printed, rules)
  const owner = partiesOf(copyrightNotice, rules)
  return {
    caption: split?.caption ?? caption,
    creditLine: hasField
      ? [credit, isNamed ? null : organisation].filter((part) => part !== null).join(' / ')
      : printed,
    // Who owns the rights need not have made the picture.
    creator: printed === copyrightNotice ? null : parties.creator,
    holder: organisation ?? parties.holder ?? owner.holder ?? owner.creator,
    copyrightNotice,
    licenseUrl: valueOf(FIELDS.licenseUrl),
    usageTerms: valueOf(FIELDS.usageTerms),
  }
}

/** Addresses and the names of licences are neither people nor institutions. */
function partiesOf(credit: string | null, {code}: LanguageRules) {
  const names = (credit ?? '')
    .replaceAll(/https?:\/\/\S+/g, '')
    .replaceAll(/\bCC(?:0|[ -]BY(?:-[A-Z]{2})*)(?:[ -]\d\.\d)?\b/gi, '')
    .replaceAll(/[(（[]\s*[)）\]]|^[\s/,|–-]+|[\s/,|–-]+$/g, '')
    .trim()
  return names ? readParties(names, code) : {creator: null, holder: null}
}
