import {definePlugin} from 'sanity'
import {isRecorded} from '../../../model/registry.ts'
import {ledgerInspector} from './ledger-inspector.tsx'

/** *Ledger*, beside the form of a series, a package or the like: who changed what that readers see. */
export const ledger = definePlugin({
  name: 'copydesk/ledger',
  document: {
    inspectors: (inspectors, {documentType}) =>
      isRecorded(documentType) ? [...inspectors, ledgerInspector] : inspectors,
  },
})
