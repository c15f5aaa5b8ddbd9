import {definePlugin} from 'sanity'
import {inputOfType} from '../../ui/input-of-type.tsx'
import {ConfidentialPanel} from './confidential-panel.tsx'

/** The form of the private document, inside the public document's form. */
export const confidential = definePlugin({
  name: 'copydesk/confidential',
  form: {components: {input: inputOfType('confidentialPanel', ConfidentialPanel)}},
})
