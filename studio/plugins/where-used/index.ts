import {definePlugin} from 'sanity'
import {whereUsedInspector} from './where-used-inspector.tsx'

const TYPES = ['photoWithCredit', 'expertQuote', 'source']

/** *Used in*, beside the form of a photo, a quote or a source. */
export const whereUsed = definePlugin({
  name: 'copydesk/where-used',
  document: {
    inspectors: (inspectors, {documentType}) =>
      TYPES.includes(documentType) ? [...inspectors, whereUsedInspector] : inspectors,
  },
})
