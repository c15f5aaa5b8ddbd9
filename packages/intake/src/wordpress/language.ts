import {LANGUAGES} from '../languages/languages.ts'
import type {LanguageRules} from '../languages/rules.ts'

/** The rules of a language by its code, as an export names it: "de-DE", "pt_BR". English where it has none. */
export function languageNamed(code: string | null): LanguageRules {
  const base = code?.toLowerCase().split(/[-_]/)[0]
  const [english] = LANGUAGES
  const found = LANGUAGES.find((language) => language.code.split('-')[0] === base) ?? english
  if (!found) throw new Error('No language comes with the package.')
  return found
}
