// One line of the newsroom's menu that opens a list of documents by a filter.
import type {ComponentType} from 'react'
import type {ListBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'

export interface FilteredList {
  id: string
  title: string
  icon: ComponentType
  filter: string
  params?: Record<string, unknown>
  /** The type of all documents in the list; left out if there are several types. */
  type?: string
  /** Links to documents of this type, and new ones, open in this list. */
  home?: string
  order?: {field: string; direction: 'asc' | 'desc'}
  /** `detail` shows pictures and two lines. */
  layout?: 'default' | 'detail' | 'media'
  /** Templates that the list's own *Create* button offers; by default those of the type. */
  templates?: {id: string; parameters?: Record<string, unknown>}[]
}

const API_VERSION = '2025-02-19'

/** Builds the menu line and the list behind it; the latest edit comes first unless told otherwise. */
export function filteredList(S: StructureBuilder, list: FilteredList): ListItemBuilder {
  const {id, title, icon, filter, params, type, layout} = list
  const order = list.order ?? {field: '_updatedAt', direction: 'desc'}
  let pane = S.documentList()
    .id(id)
    .title(title)
    .apiVersion(API_VERSION)
    .filter(filter)
    .params(params ?? {})
    .defaultOrdering([order])
  if (type) pane = pane.schemaType(type)
  pane = pane.canHandleIntent(
    (intent, params) => (intent === 'edit' || intent === 'create') && list.home === params['type'],
  )
  if (layout) pane = pane.defaultLayout(layout)
  if (list.templates) {
    pane = pane.initialValueTemplates(
      list.templates.map((template) =>
        S.initialValueTemplateItem(template.id, template.parameters),
      ),
    )
  }
  return S.listItem().id(id).title(title).icon(icon).child(pane)
}

/** A line of the menu that opens a menu of lists. */
export function menuOf(
  S: StructureBuilder,
  {id, title, icon}: Pick<FilteredList, 'id' | 'title' | 'icon'>,
  items: Parameters<ListBuilder['items']>[0],
): ListItemBuilder {
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(S.list().id(id).title(title).items(items))
}
