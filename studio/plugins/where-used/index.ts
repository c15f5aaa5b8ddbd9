import {isMemberType} from '../../../model/registry.ts'
import {definePlugin} from 'sanity'
import {whereUsedInspector} from './where-used-inspector.tsx'

/** *Used in*, beside the form of a photo, a quote or a source. */
export const whereUsed = definePlugin({
  name: 'copydesk/where-used',
  document: {
    inspectors: (inspectors, {documentType}) =>
      isMemberType(documentType) ? [...inspectors, whereUsedInspector] : inspectors,
  },
})
