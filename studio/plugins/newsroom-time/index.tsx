import {definePlugin} from 'sanity'
import {MomentInput} from './moment-input.tsx'

/** Below a field for a moment: what the newsroom's clock shows then. */
export const newsroomTime = definePlugin({
  name: 'copydesk/newsroom-time',
  form: {
    components: {
      input: (props) =>
        props.schemaType.name === 'datetime' ? (
          <MomentInput {...props} />
        ) : (
          props.renderDefault(props)
        ),
    },
  },
})
