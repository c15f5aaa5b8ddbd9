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
  const [pasted, setPasted] = useState<PastedText>({text: '', html: null})
  return (
    <BeginContext value={setRequest}>
      {props.renderDefault(props)}
      <Suspense>
        {request && (
          <IntakeDialog
            key={request.articleId}
            request={request}
            kept={{pasted, setPasted}}
            onClose={() => setRequest(null)}
          />
        )}
      </Suspense>
    </BeginContext>
  )
}
