// The newsroom's menu: first one's own work, then the paper, then what it is made of.
import {CogIcon} from '@sanity/icons/Cog'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {StackIcon} from '@sanity/icons/Stack'
import {TagsIcon} from '@sanity/icons/Tags'
import type {StructureResolver} from 'sanity/structure'
import {COLLEAGUES_DRAFTS_FILTER, MY_DRAFTS_FILTER} from '../../../queries/desk.ts'
import {articles, articlesBySection} from './articles.ts'
import {filteredList} from './filtered-list.ts'
import {photos, quotes} from './library.ts'
import {people} from './people.ts'

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
      articles(S),
      articlesBySection(S),
      S.divider(),
      photos(S),
      quotes(S),
      people(S),
      S.divider(),
      filteredList(S, {
        id: 'sections',
        title: 'Sections',
        icon: StackIcon,
        filter: '_type == "section"',
        type: 'section',
        home: 'section',
        order: {field: 'order', direction: 'asc'},
      }),
      filteredList(S, {
        id: 'topics',
        title: 'Topics',
        icon: TagsIcon,
        filter: '_type == "topic"',
        type: 'topic',
        home: 'topic',
        order: {field: 'title', direction: 'asc'},
      }),
      S.listItem()
        .id('siteSettings')
        .title('Settings')
        .icon(CogIcon)
        .child(
          S.document().id('siteSettings').schemaType('siteSettings').documentId('siteSettings'),
        ),
    ])
