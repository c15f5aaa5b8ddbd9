// *Article from a text* in the menu *Create*: an empty form of an article with the dialog open.
import type {NewDocumentOptionsResolver, Template} from 'sanity'
import {INTAKE_TYPE} from '../../../workflow/intake/suggestions.ts'
import {FROM_TEXT} from '../../data/from-text.ts'

export const fromText: Template = {
  id: FROM_TEXT,
  title: 'Article from a text…',
  schemaType: INTAKE_TYPE,
  value: {},
}

/** Below *Article*, for everybody who may write one. */
export const offerFromText: NewDocumentOptionsResolver = (offered, {creationContext}) => {
  const others = offered.filter(({templateId}) => templateId !== FROM_TEXT)
  if (creationContext.type !== 'global') return others
  return others.flatMap((one) =>
    one.templateId === INTAKE_TYPE ? [one, {templateId: FROM_TEXT}] : [one],
  )
}
