// What is true of the whole site. There is one such document, with the id `siteSettings`.
import {CogIcon} from '@sanity/icons/Cog'
import {defineArrayMember, defineField, defineType, type CustomValidator} from 'sanity'
import {isColour, isLegible} from '../../model/colours.ts'
import {isTimeZone} from '../../model/time-zones.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'
import {languageTag} from '../rules/language-tag.ts'

export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Settings',
  type: 'document',
  icon: CogIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name of the newsroom',
      description: 'At the head of every page.',
      type: 'string',
      validation: (rule) => rule.custom(filled('What is the newsroom called?')),
    }),
    defineField({
      name: 'strapline',
      title: 'Strapline',
      description: 'Optional. One line below the name.',
      type: 'string',
    }),
    defineField({
      name: 'logo',
      title: 'Logo',
      description: 'Optional. In place of the name at the head of every page.',
      type: 'image',
    }),
    defineField({
      name: 'logoOnDark',
      title: 'Logo on dark paper',
      description: 'Optional. For readers whose screens are dark.',
      type: 'image',
      hidden: ({parent}) => !parent?.logo,
    }),
    defineField({
      name: 'colour',
      title: 'Colour',
      description: 'Optional. The newsroom’s own colour, such as “#8c1d2f”.',
      type: 'string',
      validation: (rule) => rule.custom(brandColour),
    }),
    defineField({
      name: 'icon',
      title: 'Icon',
      description: 'Optional. A square picture for the tabs of browsers and the screens of phones.',
      type: 'image',
    }),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'New articles and quotes begin in it. A code such as “en”, “ja” or “pt-BR”.',
      type: 'string',
      initialValue: 'en',
      validation: (rule) => [
        rule.required().error('In which language do you publish?'),
        rule.custom(languageTag),
      ],
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      description: 'Dates and times on the site are shown in it: “Asia/Tokyo”, “Europe/London”.',
      type: 'string',
      initialValue: 'UTC',
      validation: (rule) => [
        rule.required().error('In which time zone do your readers live?'),
        rule.custom(timeZone),
      ],
    }),
    defineField({
      name: 'policies',
      title: 'Policies',
      description: 'What the newsroom promises its readers. Linked from every page.',
      type: 'policies',
    }),
    defineField({
      name: 'socialLinks',
      title: 'Social networks',
      description: 'Where readers can follow the newsroom.',
      type: 'array',
      of: [defineArrayMember({type: 'webLink'})],
    }),
    defineField({
      name: 'partners',
      title: 'Partners',
      description: 'Organisations named at the foot of every page.',
      type: 'array',
      of: [defineArrayMember({type: 'partner'})],
    }),
    defineField({
      name: 'firstStepsHidden',
      title: 'First steps hidden',
      description: 'An administrator has closed the card with the first steps.',
      type: 'boolean',
      hidden: true,
    }),
  ],
  validation: (rule) => rule.custom(plainId),
  preview: {
    select: {title: 'name', subtitle: 'strapline'},
    prepare: ({title, subtitle}) => ({title: title || 'Settings', subtitle, media: CogIcon}),
  },
})

const brandColour: CustomValidator<string | undefined> = (colour) => {
  if (!colour) return true
  if (!isColour(colour)) return 'Write the colour as # and six characters, such as “#8c1d2f”.'
  return (
    isLegible(colour, 'light') ||
    'Text in this colour could not be read on white. Take a darker one.'
  )
}

/** A time zone by its name in the IANA database, which knows about summer time; offsets do not. */
const timeZone: CustomValidator<string | undefined> = (zone) => {
  if (!zone || zone === 'UTC' || (zone.includes('/') && isTimeZone(zone))) return true
  return 'Use the name of a time zone such as “Asia/Tokyo” or “Europe/London”.'
}
