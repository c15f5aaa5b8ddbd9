// Who made the change: they may not amend it themselves.
import {Text} from '@sanity/ui'
import {useColleagues} from '../../data/use-colleagues.ts'

/** @param accounts ids */
export function AmendChangers({accounts}: {accounts: readonly string[]}) {
  const {nameOf} = useColleagues(accounts)
  if (accounts.length === 0) return null
  const names = accounts.map((account) => nameOf(account) ?? 'somebody else')
  const last = names.pop() ?? ''
  return (
    <Text size={1} muted data-testid="amend-changers">
      Changed by {names.length > 0 ? `${names.join(', ')} and ${last}` : last}.
    </Text>
  )
}
