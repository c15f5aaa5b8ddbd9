import {isBrowserPage} from '@copydesk/lake/transport'
import {definePlugin} from 'sanity'
import {KeepSaving} from './keep-saving.tsx'
import {SessionLayout} from './session-layout.tsx'
import {KeepUnsaved} from './unsaved/keep-unsaved.tsx'
import {watchSaves} from './unsaved/sent-saves.ts'
import {watchSignOut} from './unsaved/sign-out.ts'
import {announceWindow} from './unsaved/this-window.ts'

if (isBrowserPage()) {
  watchSaves(window)
  watchSignOut(window)
  announceWindow()
}

/** Keeps and saves typed text, also when the session has ended or the server cannot be reached. */
export const session = definePlugin({
  name: 'copydesk/session',
  studio: {components: {layout: SessionLayout}},
  form: {
    components: {
      input: (props) => (
        <>
          {props.path.length === 0 && <KeepSaving value={props.value} />}
          {props.path.length === 0 && <KeepUnsaved value={props.value} />}
          {props.renderDefault(props)}
        </>
      ),
    },
  },
})
