import {definePlugin} from 'sanity'
import {inputOfType} from '../../ui/input-of-type.tsx'
import {VerificationInput} from './verification-input.tsx'

/** Signs a quote's verification with the name of the person who sets its status. */
export const verification = definePlugin({
  name: 'copydesk/verification',
  form: {components: {input: inputOfType('verification', VerificationInput)}},
})
