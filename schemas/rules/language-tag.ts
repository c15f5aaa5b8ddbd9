import type {CustomValidator} from 'sanity'

/** A language as the web names it (BCP 47, RFC 5646): `en`, `ja`, `pt-BR`, `zh-Hant`. */
export const languageTag: CustomValidator<string | undefined> = (tag) => {
  if (!tag) return true
  const message = 'Use a language code such as “en”, “ja” or “pt-BR”.'
  // Intl also accepts the reserved five to eight characters: “english” would pass.
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return message
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical === tag || `Write it as “${canonical}”.`
  } catch {
    return message
  }
}
