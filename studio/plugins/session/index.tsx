import {definePlugin} from 'sanity'
import {KeepSaving} from './keep-saving.tsx'
import {SessionLayout} from './session-layout.tsx'

/** Keeps and saves typed text, also when the session has ended or the server cannot be reached. */
export const session = definePlugin({
  name: 'copydesk/session',
  studio: {components: {layout: SessionLayout}},
  form: {
    components: {
      input: (props) => (
        <>
          {props.path.length === 0 && <KeepSaving value={props.value} />}
          {props.renderDefault(props)}
        </>
      ),
    },
  },
})
