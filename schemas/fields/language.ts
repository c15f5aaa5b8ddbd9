import {defineField} from 'sanity'
import {languageTag} from '../rules/language-tag.ts'
import {siteLanguage} from './initial-values.ts'

/** The language of a document's own text, as everything that is read out or searched needs it. */
export function languageField(description: string, group?: string) {
  return defineField({
    name: 'language',
    title: 'Language',
    description: `${description} A code such as “en”, “ja” or “pt-BR”.`,
    type: 'string',
    group,
    initialValue: siteLanguage,
    validation: (rule) => [
      rule.required().error('Which language is this in?'),
      rule.custom(languageTag),
    ],
  })
}
