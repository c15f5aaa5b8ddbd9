// Pieces by publication and by section.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EditIcon} from '@sanity/icons/Edit'
import {StackIcon} from '@sanity/icons/Stack'
import {SyncIcon} from '@sanity/icons/Sync'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {TypeName} from '../../../model/content-types.ts'
import {contentType, typesOfKind} from '../../../model/registry.ts'
import {isOneOf} from '../../../model/registry-groq.ts'
import {
  changedFilter,
  liveFilter,
  SECTION_FILTER,
  unpublishedFilter,
} from '../../../queries/desk.ts'
import {filteredList, menuOf} from './filtered-list.ts'
import {iconOf, listId} from './list-of-type.ts'
import {inSection, PIECES_WITH_SECTION} from './templates.ts'

/** *Articles*, and a line for each other type of piece: in the works, changes waiting, live, all. */
export function pieces(S: StructureBuilder, type: TypeName): ListItemBuilder {
  const {plural = type} = contentType(type) ?? {}
  const id = listId(type)
  const list = {type, layout: 'detail' as const}
  return menuOf(S, {id, title: plural, icon: iconOf(S, type) ?? DocumentTextIcon}, [
    filteredList(S, {
      ...list,
      id: 'in-the-works',
      title: 'In the works',
      icon: EditIcon,
      filter: unpublishedFilter(type),
    }),
    filteredList(S, {
      ...list,
      id: 'changes-waiting',
      title: 'Published, changes waiting',
      icon: SyncIcon,
      filter: changedFilter(type),
      templates: [],
    }),
    filteredList(S, {
      ...list,
      id: 'published',
      title: 'Published',
      icon: CheckmarkCircleIcon,
      filter: liveFilter(type),
      order: {field: 'firstPublishedAt', direction: 'desc'},
      templates: [],
    }),
    S.divider(),
    filteredList(S, {
      ...list,
      id: `all-${id}`,
      title: `All ${plural.toLowerCase()}`,
      icon: DocumentsIcon,
      filter: isOneOf([type]),
      home: type,
    }),
  ])
}

/**
 * *By section*: the sections in the order of the site's menu. A new piece begun there has that
 * section.
 */
export function piecesBySection(S: StructureBuilder): ListItemBuilder {
  const types = typesOfKind('piece')
  const title = types.length === 1 ? contentType(types[0])?.plural : 'Pieces'
  return S.listItem()
    .id('by-section')
    .title('By section')
    .icon(StackIcon)
    .child(
      // For a list of one type, the studio assumes that the list leads to all documents of the
      // type.
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
        .child((sectionId) => {
          const list = S.documentList()
            .id(sectionId)
            .title(`${title} of the section`)
            .apiVersion('2025-02-19')
            .filter(SECTION_FILTER)
            .params({sectionId})
            .defaultOrdering([{field: '_updatedAt', direction: 'desc'}])
            .defaultLayout('detail')
            .canHandleIntent(() => false)
          return (
            types.length === 1 ? list.schemaType(types[0] ?? '') : list
          ).initialValueTemplates(
            PIECES_WITH_SECTION.map((type) =>
              S.initialValueTemplateItem(inSection(type), {sectionId}),
            ),
          )
        })
        // Last: the builder drops it with each later call.
        .initialValueTemplates([]),
    )
}
