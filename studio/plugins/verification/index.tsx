import {definePlugin} from 'sanity'
import {VerificationInput} from './verification-input.tsx'

/** How far a quote was checked: whoever sets the status signs it. */
export const verification = definePlugin({
  name: 'copydesk/verification',
  form: {
    components: {
      input: (props) =>
        props.schemaType.name === 'verification' ? (
          <VerificationInput {...props} />
        ) : (
          props.renderDefault(props)
        ),
    },
  },
})
