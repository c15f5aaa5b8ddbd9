// Holds the dialog above all panes: the form below it is mounted again when its document is made.
import {createContext, useContext, useState} from 'react'
import type {LayoutProps} from 'sanity'
import {IntakeDialog} from './intake-dialog.tsx'
import type {IntakeRequest} from './use-intake.ts'

type Begin = (request: IntakeRequest) => void

const BeginContext = createContext<Begin>(() => undefined)

/** Opens the dialog. */
export const useBegin = (): Begin => useContext(BeginContext)

export function IntakeHost(props: LayoutProps) {
  const [request, setRequest] = useState<IntakeRequest | null>(null)
  return (
    <BeginContext value={setRequest}>
      {props.renderDefault(props)}
      {request && (
        <IntakeDialog key={request.articleId} request={request} onClose={() => setRequest(null)} />
      )}
    </BeginContext>
  )
}
