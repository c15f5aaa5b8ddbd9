/** A language as BCP 47 writes it; null where the tag is none: "pt_BR" is pt-BR. */
export function languageTag(tag: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales(tag?.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}
