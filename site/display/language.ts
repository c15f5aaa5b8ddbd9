// What a language asks of typography.

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

const QUOTATION_MARKS: Record<string, readonly [string, string]> = {
  cs: ['„', '“'],
  da: ['»', '«'],
  de: ['„', '“'],
  es: ['«', '»'],
  fr: ['«\u202f', '\u202f»'],
  it: ['«', '»'],
  ja: ['「', '」'],
  pl: ['„', '”'],
  ru: ['«', '»'],
  sv: ['”', '”'],
  uk: ['«', '»'],
}

/** The value of `dir` for text in this language (BCP 47). */
export function direction(language: string | null | undefined): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.has(primary(language)) ? 'rtl' : 'ltr'
}

/** The opening and the closing mark around what somebody said, in this language; English ones else. */
export function quotationMarks(language: string | null | undefined): readonly [string, string] {
  return QUOTATION_MARKS[primary(language)] ?? ['“', '”']
}

/** The tag as `lang` may carry it, or `undefined` where the content holds something else. */
export function languageTag(language: string | null | undefined): string | undefined {
  try {
    return language ? Intl.getCanonicalLocales(language)[0] : undefined
  } catch {
    return undefined
  }
}

/** The language's own name, `日本語`; its tag where the platform has no name for it. */
export function languageName(language: string | null | undefined): string | undefined {
  const tag = languageTag(language)
  return tag && (new Intl.DisplayNames([tag], {type: 'language'}).of(tag) ?? tag)
}

const primary = (language: string | null | undefined) =>
  (language ?? '').toLowerCase().split('-')[0] ?? ''
