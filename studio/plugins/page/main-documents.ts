// Which document a preview is the page of: its form opens beside it.
import {defineDocuments} from 'sanity/presentation'

/** For `resolve.mainDocuments`. */
export const mainDocuments = defineDocuments([
  {
    route: '/preview/article/:name',
    filter: '_type == "article" && (_id == $name || slug.current == $name)',
  },
  {route: '/preview/photo/:name', filter: '_type == "photoWithCredit" && _id == $name'},
  {route: '/preview/source/:name', filter: '_type == "source" && _id == $name'},
  ...['section', 'topic', 'author'].map((type) => ({
    route: `/preview/${type}/:name`,
    filter: `_type == "${type}" && slug.current == $name`,
  })),
])
