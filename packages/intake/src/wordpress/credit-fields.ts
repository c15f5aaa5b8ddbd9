// The credit of an attachment: WordPress has no field for it, so plugins have added fields of their own.
import {splitCaption} from '../parts/credits.ts'
import type {LanguageRules} from '../languages/rules.ts'
import type {WxrItem} from './types.ts'

export interface PhotoCredit {
  /** Without a credit at its end. */
  caption: string
  creditLine: string | null
  /** The agency, the archive or the institution. */
  holder: string | null
  licenseUrl: string | null
  usageTerms: string | null
}

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

/** All fields that a photo takes something from. */
export const CREDIT_FIELDS: readonly string[] = Object.values(FIELDS).flat()

/** @param caption as WordPress stores it, without markup */
export function photoCredit(
  caption: string,
  meta: WxrItem['meta'],
  rules: LanguageRules,
): PhotoCredit {
  const valueOf = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = meta.find(([key]) => key === name)?.[1].trim()
      // Serialised values of PHP are not text for readers.
      if (value && !/^(?:[abdis]:\d+[:;]|N;)/.test(value)) return value
    }
    return null
  }
  const holder = valueOf(FIELDS.holder)
  const credit = valueOf(FIELDS.credit)
  const named = [credit, holder].filter((part) => part !== null).join(' / ')
  const split = named ? null : splitCaption(caption, rules, true)
  return {
    caption: split?.caption ?? caption,
    creditLine: named || (split?.creditLine ?? null),
    holder,
    licenseUrl: valueOf(FIELDS.licenseUrl),
    usageTerms: valueOf(FIELDS.usageTerms),
  }
}
