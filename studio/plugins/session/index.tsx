import {isBrowserPage} from '@copydesk/lake/transport'
import {definePlugin} from 'sanity'
import {pageTransport} from '../../data/transport/page-transport.ts'
import {worksOffline} from '../../data/works-offline.ts'
import {forgetAnswers} from './offline/kept-answers.ts'
import {workOffline} from './offline/work-offline.ts'
import {SessionLayout} from './session-layout.tsx'
import {KeepUnsaved} from './unsaved/keep-unsaved.tsx'
import {KeysInEditor} from './unsaved/keys-in-editor.tsx'
import {watchSaves} from './unsaved/sent-saves.ts'
import {watchSignOut} from './unsaved/sign-out.ts'
import {announceWindow} from './unsaved/this-window.ts'

if (isBrowserPage()) {
  const transport = pageTransport.get()
  if (transport && worksOffline()) workOffline(window, transport)
  // A build before this one may have kept something.
  if (!worksOffline()) void forgetAnswers().catch(() => {})
  watchSaves(window)
  watchSignOut(window)
  announceWindow()
}

/** A form without a document has no text to keep. */
function Safeguards({value}: {value: unknown}) {
  const {_id, _type} = (value ?? {}) as {_id?: string; _type?: string}
  if (!_id || !_type) return null
  return <KeepUnsaved documentId={_id} type={_type} />
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
      portableText: {plugins: KeysInEditor},
    },
  },
})
