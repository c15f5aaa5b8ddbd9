// What *Create* offers, by role and place.
import type {NewDocumentOptionsResolver} from 'sanity'
import {creatableTypes} from '../../data/roles.ts'
import {isInSection} from './templates.ts'

/**
 * Leaves of the studio's offers what the person's role may begin. Private documents are begun by
 * their panel only, the server writes its own, and the settings are one document: no role creates
 * them here.
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
