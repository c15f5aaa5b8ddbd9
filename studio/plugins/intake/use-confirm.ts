// Confirming changes only the private document beside the article.
import {useClient} from 'sanity'
import {confirmPatch, type Suggestion} from '../../../workflow/intake/suggestions.ts'
import {useAttempt} from '../../ui/use-attempt.ts'

export function useConfirm() {
  const client = useClient({apiVersion: '2025-02-19'})
  const {busy, problem, attempt} = useAttempt()
  const confirm = (record: string, confirmed: readonly Suggestion[]): void => {
    void attempt(async () => {
      const {unset} = confirmPatch(confirmed)
      await client.patch(record).unset(unset).commit({tag: 'intake.confirm'})
    })
  }
  return {busy, problem, confirm}
}
