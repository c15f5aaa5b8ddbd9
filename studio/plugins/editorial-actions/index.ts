import {definePlugin} from 'sanity'
import {withEditorialActions} from './editorial-actions.ts'

/** What is done with a piece: submit, approve, publish and the others; *Amend* on what it is made of. */
export const editorialActions = definePlugin({
  name: 'copydesk/editorial-actions',
  document: {actions: withEditorialActions},
})
