// The types that *Create* offers, by role and place.
import type {NewDocumentOptionsResolver} from 'sanity'
import {creatableTypes} from '../../data/roles.ts'
import {isInSection} from './templates.ts'

/**
 * Filters the studio's offers by the person's role. Private documents are only begun in their
 * panel, records only by the server, and the settings are one document.
 */
export function newDocumentOptions(
  hosted: boolean,
  typeOfTemplate: (templateId: string) => string | undefined,
): NewDocumentOptionsResolver {
  return (offered, {currentUser, creationContext}) => {
    const types = creatableTypes(currentUser, hosted)
    return offered.filter(({templateId}) => {
      if (isInSection(templateId) && creationContext.type !== 'structure') return false
      return types.has(typeOfTemplate(templateId) ?? templateId)
    })
  }
}
