import {definePlugin} from 'sanity'
import {documentBadges} from './document-badges.ts'

/** Badges beside a document's title. They replace the studio's own. */
export const badges = definePlugin({
  name: 'copydesk/badges',
  document: {badges: documentBadges},
})
