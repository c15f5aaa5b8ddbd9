// The same article in other languages.
import {languageTag} from './language.ts'
import {articlePath} from './paths.ts'

export interface Translation {
  /** BCP 47. */
  language: string
  path: string
}

interface Version {
  _id: string
  language: string | null
  slug: string | null
}

/**
 * An article and its translations, each language once, the article itself first; empty if there is only
 * one language.
 */
export function translationsOf({
  translations,
  ...article
}: Version & {translations: readonly (Version | null)[]}): Translation[] {
  const found = new Map<string, Translation>()
  for (const version of [article, ...translations]) {
    const language = languageTag(version?.language)
    if (!language || !version?.slug || found.has(language)) continue
    found.set(language, {language, path: articlePath(version.slug)})
  }
  return found.size > 1 ? [...found.values()] : []
}
