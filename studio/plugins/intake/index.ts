import {definePlugin} from 'sanity'
import {INTAKE_TYPE} from '../../../workflow/intake/suggestions.ts'
import {fromText, offerFromText} from './from-text.ts'
import {IntakeForm} from './intake-form.tsx'
import {IntakeHost} from './intake-host.tsx'
import {intakeInspector} from './intake-inspector.tsx'

/** Articles that are written already: read from a text or a file, and confirmed by a person. */
export const intake = definePlugin({
  name: 'copydesk/intake',
  schema: {templates: [fromText]},
  document: {
    newDocumentOptions: offerFromText,
    inspectors: (inspectors, {documentType}) =>
      documentType === INTAKE_TYPE ? [...inspectors, intakeInspector] : inspectors,
  },
  form: {components: {input: IntakeForm}},
  studio: {components: {layout: IntakeHost}},
})
