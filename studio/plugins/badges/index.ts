import {definePlugin} from 'sanity'
import {documentBadges} from './document-badges.ts'

/** What stands beside a document's title, in place of the studio's own badges. */
export const badges = definePlugin({
  name: 'copydesk/badges',
  document: {badges: documentBadges},
})
