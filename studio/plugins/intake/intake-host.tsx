// Holds the dialog above all panes: the form below it is mounted again when its document is made.
import {createContext, lazy, Suspense, useContext, useState} from 'react'
import type {LayoutProps} from 'sanity'
import type {IntakeRequest, PastedText} from './use-intake.ts'

/** When it is opened: the studio starts without it. */
const IntakeDialog = lazy(async () => {
  const {IntakeDialog: component} = await import('./intake-dialog.tsx')
  return {default: component}
})

type Begin = (request: IntakeRequest) => void

const BeginContext = createContext<Begin>(() => undefined)

/** Opens the dialog. */
export const useBegin = (): Begin => useContext(BeginContext)

export function IntakeHost(props: LayoutProps) {
  const [request, setRequest] = useState<IntakeRequest | null>(null)
  return (
    <BeginContext value={setRequest}>
      {props.renderDefault(props)}
      <KeptDialog request={request} onClose={() => setRequest(null)} />
    </BeginContext>
  )
}

interface KeptDialogProps {
  request: IntakeRequest | null
  onClose: () => void
}

/** Keeps the pasted text while the dialog is closed. The text is not the host's: each key would draw the studio again. */
function KeptDialog({request, onClose}: KeptDialogProps) {
  const [pasted, setPasted] = useState<PastedText>({text: '', html: null})
  return (
    <Suspense>
      {request && (
        <IntakeDialog
          key={request.articleId}
          request={request}
          kept={{pasted, setPasted}}
          onClose={onClose}
        />
      )}
    </Suspense>
  )
}
