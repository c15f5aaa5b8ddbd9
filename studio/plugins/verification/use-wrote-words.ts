// Whether a person wrote words of a quote, which the server finds in the history.
import {draftIdOf} from '../../../model/ids.ts'
import {useEffect, useState} from 'react'
import {useClient, useCurrentUser, useEditState, type SanityClient} from 'sanity'
import {textAt} from '../../../workflow/checks/reading.ts'
import type {ReviewReason} from '../../../model/records.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {enteredBy, type OwnQuote} from './verification-patch.ts'

/** `pending` until the server has answered for the current words. */
export type Wrote = 'pending' | 'yes' | 'no'

const API_VERSION = '2025-02-19'
/** One request after the last keystroke, not one for each. */
const PAUSE_MS = 400

/** @param id the quote's published id */
export function useWroteWords(id: string, type: string): Wrote {
  const client = useClient({apiVersion: API_VERSION})
  const {draft, published, ready} = useEditState(id, type)
  const user = useCurrentUser()
  const quote = draft ?? published
  const text = textAt(quote, 'text') ?? ''
  const status = textAt(quote, 'verification', 'status')
  const isNew = ready && quote === null
  const isSigned = ready && enteredBy({draft, published} as OwnQuote, user?.id)
  const question = `${id} ${text}`
  const [answered, setAnswered] = useState<{question: string; wrote: boolean}>()

  useEffect(() => {
    if (!ready || isNew || !workspaceMode().embedded) return
    let isOver = false
    const answer = (wrote: boolean): void => {
      if (!isOver) setAnswered({question, wrote})
    }
    const timer = setTimeout(() => {
      // If the request fails, the draft's own field decides. The server still refuses what is not
      // allowed.
      askServer(client, {id, text, status}).then(answer, () => answer(isSigned))
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [client, ready, isNew, id, text, status, question, isSigned])

  if (!ready) return 'pending'
  if (isNew) return 'yes'
  if (!workspaceMode().embedded) return isSigned ? 'yes' : 'no'
  if (answered?.question !== question) return 'pending'
  return answered.wrote ? 'yes' : 'no'
}

/** Asks by a dry run. The request contains the words, because they may not be saved yet. */
async function askServer(
  client: SanityClient,
  {id, text, status}: {id: string; text: string; status: string | undefined},
): Promise<boolean> {
  const other = status === 'sourceMatched' ? 'recordingChecked' : 'sourceMatched'
  const set = {'verification.status': other, ...(text === '' ? {} : {text})}
  const edit = {
    actionType: 'sanity.action.document.edit' as const,
    draftId: draftIdOf(id),
    publishedId: id,
    patch: {set},
  }
  try {
    await client.action(edit, {dryRun: true, tag: 'verification.wrote-words'})
    return false
  } catch (error) {
    if (isOwnWords(error)) return true
    throw error
  }
}

function isOwnWords(error: unknown): boolean {
  const {response} = error as {response?: {body?: {error?: {reasons?: ReviewReason[]}}}}
  const reasons = response?.body?.error?.reasons ?? []
  return reasons.some(({code, path}) => code === 'fieldOwnership' && path === 'verification.status')
}
