// Templates of new documents with initial values.
import type {Template} from 'sanity'
import type {TypeName} from '../../../model/content-types.ts'
import {contentType, nounOf, typesOfKind} from '../../../model/registry.ts'

/** Pieces that belong to a section. */
export const PIECES_WITH_SECTION = typesOfKind('piece').filter(
  (type) => contentType(type)?.fields.section,
)

const SUFFIX = '-in-section'

/** The template for a piece that is begun in a section's list: `article-in-section`. */
export const inSection = (type: TypeName): string => type + SUFFIX

export const isInSection = (templateId: string): boolean => templateId.endsWith(SUFFIX)

export const newsroomTemplates: Template[] = PIECES_WITH_SECTION.map((type) => {
  const noun = nounOf(type)
  return {
    id: inSection(type),
    title: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} in this section`,
    schemaType: type,
    parameters: [{name: 'sectionId', title: 'Section', type: 'string'}],
    value: ({sectionId}: {sectionId: string}) => ({
      [contentType(type)?.fields.section ?? 'section']: {_type: 'reference', _ref: sectionId},
    }),
  }
})
