import {definePlugin} from 'sanity'
import {withEditorialActions} from './editorial-actions.ts'

/** Editorial actions: submit, approve, publish and the others on a piece, *Amend* on its members. */
export const editorialActions = definePlugin({
  name: 'copydesk/editorial-actions',
  document: {actions: withEditorialActions},
})
