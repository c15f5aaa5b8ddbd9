// Articles by what readers see of them, and by section.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EditIcon} from '@sanity/icons/Edit'
import {StackIcon} from '@sanity/icons/Stack'
import {SyncIcon} from '@sanity/icons/Sync'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {
  CHANGED_ARTICLES_FILTER,
  LIVE_ARTICLES_FILTER,
  SECTION_ARTICLES_FILTER,
  UNPUBLISHED_ARTICLES_FILTER,
} from '../../../queries/desk.ts'
import {ARTICLE_IN_SECTION} from './templates.ts'
import {filteredList} from './filtered-list.ts'

/** *Articles*: in the works, live, live with changes waiting, all. */
export function articles(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('articles')
    .title('Articles')
    .icon(DocumentTextIcon)
    .child(
      S.list()
        .id('articles')
        .title('Articles')
        .items([
          filteredList(S, {
            id: 'in-the-works',
            title: 'In the works',
            icon: EditIcon,
            filter: UNPUBLISHED_ARTICLES_FILTER,
            type: 'article',
            layout: 'detail',
          }),
          filteredList(S, {
            id: 'changes-waiting',
            title: 'Published, changes waiting',
            icon: SyncIcon,
            filter: CHANGED_ARTICLES_FILTER,
            type: 'article',
            layout: 'detail',
            templates: [],
          }),
          filteredList(S, {
            id: 'published',
            title: 'Published',
            icon: CheckmarkCircleIcon,
            filter: LIVE_ARTICLES_FILTER,
            type: 'article',
            order: {field: 'firstPublishedAt', direction: 'desc'},
            layout: 'detail',
            templates: [],
          }),
          S.divider(),
          filteredList(S, {
            id: 'all-articles',
            title: 'All articles',
            icon: DocumentsIcon,
            filter: '_type == "article"',
            type: 'article',
            home: 'article',
            layout: 'detail',
          }),
        ]),
    )
}

/** *By section*: the sections as in the site's menu; a new article there knows its section. */
export function articlesBySection(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('by-section')
    .title('By section')
    .icon(StackIcon)
    .child(
      // Of a list of a type the studio thinks that it leads to the type's documents, whatever it says.
      S.documentList()
        .id('by-section')
        .title('By section')
        .apiVersion('2025-02-19')
        .schemaType('section')
        .filter('_type == "section"')
        .defaultOrdering([
          {field: 'order', direction: 'asc'},
          {field: 'title', direction: 'asc'},
        ])
        .canHandleIntent(() => false)
        .child((sectionId) =>
          S.documentList()
            .id(sectionId)
            .title('Articles of the section')
            .apiVersion('2025-02-19')
            .schemaType('article')
            .filter(SECTION_ARTICLES_FILTER)
            .params({sectionId})
            .defaultOrdering([{field: '_updatedAt', direction: 'desc'}])
            .defaultLayout('detail')
            .canHandleIntent(() => false)
            .initialValueTemplates([S.initialValueTemplateItem(ARTICLE_IN_SECTION, {sectionId})]),
        )
        // Last: the builder forgets it with whatever is said after it.
        .initialValueTemplates([]),
    )
}
