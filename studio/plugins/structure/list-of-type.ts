// The line of a type that needs no more than one list.
import {DocumentIcon} from '@sanity/icons/Document'
import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {TypeName} from '../../../model/content-types.ts'
import {contentType} from '../../../model/registry.ts'
import {isOneOf} from '../../../model/registry-groq.ts'
import {filteredList} from './filtered-list.ts'

/** The icon of the type's schema. */
export const iconOf = (S: StructureBuilder, type: string): ComponentType | undefined =>
  S.context.schema.get(type)?.icon

/** `Podcast episodes` → `podcast-episodes`: a list's part of the studio's address. */
export const listId = (type: TypeName): string =>
  (contentType(type)?.plural ?? type).toLowerCase().replaceAll(/\s+/g, '-')

/** All documents of a type. */
export const listOfType = (S: StructureBuilder, type: TypeName): ListItemBuilder =>
  filteredList(S, {
    id: listId(type),
    title: contentType(type)?.plural ?? type,
    icon: iconOf(S, type) ?? DocumentIcon,
    filter: isOneOf([type]),
    type,
    home: type,
  })
