// Nobody else at this computer gets to see what a person left unsaved: it goes when they sign out.
import {addressOf} from '@copydesk/lake/transport'
import {forgetAnswers} from '../offline/kept-answers.ts'
import {forgetWork, workOf} from './unsaved-store.ts'

/** How long saves may take before the question, in milliseconds. */
const PATIENCE = 3000
const PAUSE = 200

let person: string | undefined

/** @param id of the person who uses this window */
export function rememberPerson(id: string): void {
  person = id
}

interface SignOutPage {
  fetch: typeof fetch
  confirm: (question: string) => boolean
}

/** Asks before a sign-out that would delete unsaved words. Without the person's consent the request is not sent. */
export function watchSignOut(page: SignOutPage): void {
  const send = page.fetch
  page.fetch = async (input, init) => {
    if (!person || !/\/auth\/logout\b/.test(addressOf(input))) return await send(input, init)
    const signedIn = person
    if ((await leftOf(signedIn)) > 0 && !page.confirm(QUESTION)) {
      // The studio waits for the answer and stays as it is.
      return await new Promise<Response>(() => {})
    }
    const response = await send(input, init)
    if (response.ok) await forgetAll(signedIn)
    return response
  }
}

/** A browser without a store (a private window) has kept nothing. */
const leftBy = (signedIn: string) => workOf(signedIn).catch(() => [])

async function forgetAll(signedIn: string): Promise<void> {
  for (const work of await leftBy(signedIn)) await forgetWork(work)
  await forgetAnswers().catch(() => {})
}

const QUESTION =
  'Some of your words are not saved yet. Signing out deletes them from this browser. Sign out?'

/** How much is left after saves on their way had their time. */
async function leftOf(signedIn: string): Promise<number> {
  const end = performance.now() + PATIENCE
  for (;;) {
    const {length} = await leftBy(signedIn)
    if (length === 0 || performance.now() > end) return length
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}
