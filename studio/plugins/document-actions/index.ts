import {definePlugin} from 'sanity'
import {guarded} from './guarded.ts'

/** The studio's own actions, saying beforehand what the lake would refuse. */
export const documentActions = definePlugin({
  name: 'copydesk/document-actions',
  document: {actions: guarded},
})
