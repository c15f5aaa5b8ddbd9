import {isPieceType} from '../../../model/registry.ts'
import {definePlugin} from 'sanity'
import {
  LockableAnnotation,
  LockableBlock,
  LockableField,
  LockableInput,
  LockableItem,
} from './article-form.tsx'
import {lockedHistory} from './locked-history.tsx'

/** The form of an article, in which nothing can be changed while it is scheduled, killed or spiked. */
export const articleForm = definePlugin({
  name: 'copydesk/article-form',
  document: {
    inspectors: (inspectors, {documentType}) =>
      isPieceType(documentType) ? inspectors.map(lockedHistory) : inspectors,
  },
  form: {
    components: {
      input: LockableInput,
      field: LockableField,
      item: LockableItem,
      block: LockableBlock,
      annotation: LockableAnnotation,
    },
  },
})
