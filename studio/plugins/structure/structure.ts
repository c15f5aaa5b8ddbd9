// The newsroom's menu: first the person's own work, then the pieces, then their members. The
// registry names the types.
import {CogIcon} from '@sanity/icons/Cog'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {StackIcon} from '@sanity/icons/Stack'
import {TagsIcon} from '@sanity/icons/Tags'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'
import {CONTENT_TYPES, type TypeName} from '../../../model/content-types.ts'
import {contentType, isPieceType} from '../../../model/registry.ts'
import type {ContentType} from '../../../model/kinds.ts'
import {COLLEAGUES_DRAFTS_FILTER, MY_DRAFTS_FILTER} from '../../../queries/desk.ts'
import {filteredList} from './filtered-list.ts'
import {photos, quotes} from './library.ts'
import {listOfType} from './list-of-type.ts'
import {people} from './people.ts'
import {pieces, piecesBySection} from './pieces.ts'

type Line = (S: StructureBuilder) => ListItemBuilder

/** Types with more than one plain list. Authors and sources share a line; null leaves out the second. */
const OWN_LINES: Readonly<Partial<Record<TypeName, Line | null>>> = {
  photoWithCredit: photos,
  expertQuote: quotes,
  source: people,
  author: null,
  section: (S) =>
    filteredList(S, {
      id: 'sections',
      title: 'Sections',
      icon: StackIcon,
      filter: '_type == "section"',
      type: 'section',
      home: 'section',
      order: {field: 'order', direction: 'asc'},
    }),
  topic: (S) =>
    filteredList(S, {
      id: 'topics',
      title: 'Topics',
      icon: TagsIcon,
      filter: '_type == "topic"',
      type: 'topic',
      home: 'topic',
      order: {field: 'title', direction: 'asc'},
    }),
  siteSettings: (S) =>
    S.listItem()
      .id('siteSettings')
      .title('Settings')
      .icon(CogIcon)
      .child(S.document().id('siteSettings').schemaType('siteSettings').documentId('siteSettings')),
}

/** The lines of the types in one part of the menu, in the order of the registry. */
function linesOf(S: StructureBuilder, part: ContentType['menu']): ListItemBuilder[] {
  const types = (Object.keys(CONTENT_TYPES) as TypeName[]).filter(
    (type) => contentType(type)?.menu === part,
  )
  return types.flatMap((type) => {
    const own = OWN_LINES[type]
    if (own !== undefined) return own?.(S) ?? []
    return isPieceType(type) ? pieces(S, type) : listOfType(S, type)
  })
}

export const newsroomMenu: StructureResolver = (S) =>
  S.list()
    .id('newsroom')
    .title('Newsroom')
    .items([
      filteredList(S, {
        id: 'my-drafts',
        title: 'My drafts',
        icon: EditIcon,
        filter: MY_DRAFTS_FILTER,
        layout: 'detail',
      }),
      filteredList(S, {
        id: 'colleagues-drafts',
        title: 'Colleagues’ drafts',
        icon: EyeOpenIcon,
        filter: COLLEAGUES_DRAFTS_FILTER,
        layout: 'detail',
        templates: [],
      }),
      S.divider(),
      ...linesOf(S, 'pieces'),
      piecesBySection(S),
      S.divider(),
      ...linesOf(S, 'material'),
      ...linesOf(S, 'people'),
      S.divider(),
      ...linesOf(S, 'order'),
    ])
