// The menu of authors and sources.
import {EditIcon} from '@sanity/icons/Edit'
import {HomeIcon} from '@sanity/icons/Home'
import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {INSTITUTIONS_FILTER, PEOPLE_FILTER} from '../../../queries/desk.ts'
import {filteredList, menuOf} from './filtered-list.ts'

/** *People and institutions*. */
export function people(S: StructureBuilder): ListItemBuilder {
  return menuOf(S, {id: 'people', title: 'People and institutions', icon: UsersIcon}, [
    filteredList(S, {
      id: 'authors',
      title: 'Our authors',
      icon: EditIcon,
      filter: '_type == "author"',
      type: 'author',
      home: 'author',
      order: {field: 'name', direction: 'asc'},
      layout: 'detail',
    }),
    S.divider(),
    filteredList(S, {
      id: 'quoted-people',
      title: 'People we quote',
      icon: UserIcon,
      filter: PEOPLE_FILTER,
      type: 'source',
      home: 'source',
      order: {field: 'name', direction: 'asc'},
    }),
    filteredList(S, {
      id: 'quoted-institutions',
      title: 'Institutions we quote',
      icon: HomeIcon,
      filter: INSTITUTIONS_FILTER,
      type: 'source',
      order: {field: 'name', direction: 'asc'},
    }),
  ])
}
