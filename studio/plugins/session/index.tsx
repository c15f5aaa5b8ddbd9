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

/** A form without a document has no text to keep. */
function Safeguards({value}: {value: unknown}) {
  const {_id, _type} = (value ?? {}) as {_id?: string; _type?: string}
  if (!_id || !_type) return null
  return (
    <>
      <KeepSaving documentId={_id} type={_type} />
      <KeepUnsaved documentId={_id} type={_type} />
    </>
  )
}

/** Keeps and saves typed text, also when the session has ended or the server cannot be reached. */
export const session = definePlugin({
  name: 'copydesk/session',
  studio: {components: {layout: SessionLayout}},
  form: {
    components: {
      input: (props) => (
        <>
          {props.path.length === 0 && <Safeguards value={props.value} />}
          {props.renderDefault(props)}
        </>
      ),
    },
  },
})
