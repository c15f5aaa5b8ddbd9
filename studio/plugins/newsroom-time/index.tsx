import {definePlugin} from 'sanity'
import {MomentInput} from './moment-input.tsx'

/** Shows the newsroom's time below each field for a date and time. */
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
