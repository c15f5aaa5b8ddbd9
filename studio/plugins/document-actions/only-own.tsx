// Throwing a draft away: editors any, everybody else only what they began themselves.
import {useCurrentUser, type DocumentActionComponent} from 'sanity'
import {createdBy} from '../../data/created-by.ts'
import {hasRole} from '../../data/roles.ts'

const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/**
 * The studio asks whether a person may *change* a draft before it offers to discard or delete it; the
 * lake also asks whose draft it is. This says so before the attempt.
 *
 * @param original the studio's own action; the same one is always answered with the same hook
 */
export function onlyOwn(original: DocumentActionComponent): DocumentActionComponent {
  const known = wrapped.get(original)
  if (known) return known
  const useOnlyOwnAction: DocumentActionComponent = (props) => {
    const user = useCurrentUser()
    const description = original(props)
    const creator = createdBy(props.draft)
    if (!description || description.disabled || !creator || creator === user?.id) {
      return description
    }
    if (hasRole(user, 'editor')) return description
    return {
      ...description,
      disabled: true,
      title: 'A colleague began this draft. They or an editor can discard it.',
    }
  }
  useOnlyOwnAction.action = original.action
  useOnlyOwnAction.displayName = `OnlyOwn(${original.displayName ?? original.name})`
  wrapped.set(original, useOnlyOwnAction)
  return useOnlyOwnAction
}
