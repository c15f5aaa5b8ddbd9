// The words as they were said, when the quote is a translation.
import {TranslateIcon} from '@sanity/icons/Translate'
import {defineField, defineType, type CustomValidator} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {languageTag} from '../rules/language-tag.ts'
import {publishedWithArticle} from '../rules/references.ts'

export const original = defineType({
  name: 'original',
  title: 'Original wording',
  type: 'object',
  icon: TranslateIcon,
  options: {collapsible: true, collapsed: true},
  fields: [
    defineField({
      name: 'text',
      title: 'Words as they were said',
      description: 'The original wording, so that the translation can be checked.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'language',
      title: 'Language it was said in',
      description: 'A code such as “zh”, “ja” or “fr”.',
      type: 'string',
      validation: (rule) => [rule.custom(languageTag), rule.custom(anotherLanguage).warning()],
    }),
    defineField({
      name: 'translatedBy',
      title: 'Translated by',
      description: 'Optional. The colleague who translated it.',
      type: 'reference',
      to: [{type: 'author'}],
      options: {disableNew: true},
      validation: (rule) => bareRule(rule).custom(publishedWithArticle).info(),
    }),
  ],
})

/** The original's wording is kept because it is in another language. */
const anotherLanguage: CustomValidator<string | undefined> = (language, {document}) =>
  !language ||
  language !== document?.['language'] ||
  'The original is in the same language as the quote. Choose the language in which it was said.'
