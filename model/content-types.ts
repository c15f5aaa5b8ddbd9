// The registry of content types: every type of document, its kind, its name and its place. Plain data.
// Grants, the editorial rules, the menu, labels, previews and *Used in* follow from it.
import {confidential, record, type ContentType} from './kinds.ts'

/**
 * Every type of document, in the order of menus. Members are published in the reverse order: a source
 * before the quotes that name it, both before the piece.
 */
export const CONTENT_TYPES = {
  article: {
    kind: 'piece',
    title: 'Article',
    plural: 'Articles',
    fields: {
      title: 'headline',
      summary: 'dek',
      section: 'section',
      people: 'bylines[].author',
      topics: 'topics',
      related: 'related',
    },
    labels: {dek: 'standfirst', bylines: 'byline', slug: 'web address'},
    links: ['related', 'translationOf'],
    menu: 'pieces',
    news: true,
    path: '/article/:slug',
  },
  photoWithCredit: {
    kind: 'member',
    title: 'Photo',
    plural: 'Photos',
    fields: {title: 'caption'},
    menu: 'material',
    path: '/photo/:id',
  },
  expertQuote: {
    kind: 'member',
    title: 'Quote',
    plural: 'Quotes',
    fields: {title: 'text'},
    menu: 'material',
  },
  source: {
    kind: 'member',
    title: 'Source',
    plural: 'Sources',
    fields: {title: 'name'},
    menu: 'people',
    path: '/source/:id',
  },
  author: {
    kind: 'plain',
    title: 'Author',
    plural: 'Authors',
    fields: {title: 'name'},
    menu: 'people',
    path: '/author/:slug',
  },
  section: {
    kind: 'order',
    title: 'Section',
    plural: 'Sections',
    fields: {title: 'title'},
    menu: 'order',
    path: '/section/:slug',
  },
  topic: {
    kind: 'order',
    title: 'Topic',
    plural: 'Topics',
    fields: {title: 'title'},
    menu: 'order',
    path: '/topic/:slug',
  },
  series: {
    kind: 'order',
    title: 'Series',
    plural: 'Series',
    fields: {title: 'title'},
    menu: 'order',
    path: '/series/:slug',
    recorded: true,
  },
  storyPackage: {
    kind: 'order',
    title: 'Package',
    plural: 'Packages',
    fields: {title: 'title'},
    labels: {main: 'main story', sides: 'side stories'},
    menu: 'order',
    recorded: true,
  },
  redirect: {
    kind: 'order',
    title: 'Redirect',
    plural: 'Redirects',
    fields: {},
    labels: {from: 'old addresses', to: 'page'},
    menu: 'order',
  },
  front: {
    kind: 'order',
    title: 'Front',
    plural: 'Fronts',
    fields: {title: 'title'},
    menu: 'order',
    recorded: true,
    begunByTool: true,
  },
  offFronts: {
    kind: 'order',
    title: 'Not on fronts',
    plural: 'Not on fronts',
    fields: {},
    begunByTool: true,
  },
  siteSettings: {
    kind: 'settings',
    title: 'Settings',
    plural: 'Settings',
    fields: {title: 'name'},
    menu: 'order',
  },
  privateSource: confidential('Source'),
  privateQuote: confidential('Quote'),
  privatePhoto: confidential('Photo'),
  privateAuthor: confidential('Author'),
  privateIntake: confidential('Intake'),
  review: record('Review', 'Reviews'),
  override: record('Overridden rule', 'Overridden rules'),
  ledgerEntry: record('Ledger entry', 'Ledger entries'),
  pieceSnapshot: record('Text as it was', 'Texts as they were'),
  correction: record('Correction', 'Corrections', {public: true}),
  notice: record('Notice', 'Notices', {public: true}),
  notification: record('Notification', 'Notifications'),
  previewLink: record('Preview link', 'Preview links'),
  previewRemark: record('Remark', 'Remarks'),
} satisfies Record<string, ContentType>

export type TypeName = keyof typeof CONTENT_TYPES

/** The pieces that have a page on the site under their slug. */
export type PublicPiece = {
  [Name in TypeName]: (typeof CONTENT_TYPES)[Name] extends {kind: 'piece'; path: `${string}/:slug`}
    ? Name
    : never
}[TypeName]

/** The types whose publications, changes and removals are in the ledger, in words. */
export type RecordedType = {
  [Name in TypeName]: (typeof CONTENT_TYPES)[Name] extends {recorded: true} ? Name : never
}[TypeName]
