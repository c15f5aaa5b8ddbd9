import {definePlugin} from 'sanity'
import {ConfidentialPanel} from './confidential-panel.tsx'

/** The form of the private document, inside the public document's form. */
export const confidential = definePlugin({
  name: 'copydesk/confidential',
  form: {
    components: {
      input: (props) =>
        props.schemaType.name === 'confidentialPanel' ? (
          <ConfidentialPanel {...props} />
        ) : (
          props.renderDefault(props)
        ),
    },
  },
})
