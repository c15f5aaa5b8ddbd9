import {isPieceType} from '../../../model/registry.ts'
import {definePlugin} from 'sanity'
import {ReviewedForm} from './reviewed-form.tsx'
import {reviewInspector} from './review-inspector.tsx'

/** *Review* beside the form of an article, and the article's state in a line above the form. */
export const review = definePlugin({
  name: 'copydesk/review',
  document: {
    inspectors: (inspectors, {documentType}) =>
      isPieceType(documentType) ? [reviewInspector, ...inspectors] : inspectors,
  },
  form: {components: {input: ReviewedForm}},
})
