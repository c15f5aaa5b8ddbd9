// What a new document may already hold, beside the plain form of its type.
import type {Template} from 'sanity'

export const ARTICLE_IN_SECTION = 'article-in-section'

/** An article begun from a section's list. */
export const newsroomTemplates: Template[] = [
  {
    id: ARTICLE_IN_SECTION,
    title: 'Article in this section',
    schemaType: 'article',
    parameters: [{name: 'sectionId', title: 'Section', type: 'string'}],
    value: ({sectionId}: {sectionId: string}) => ({
      section: {_type: 'reference', _ref: sectionId},
    }),
  },
]
