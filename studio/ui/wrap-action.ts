// Wraps the studio's own document actions.
import type {DocumentActionComponent} from 'sanity'

type Props = Parameters<DocumentActionComponent>[0]

/**
 * Returns the same hook for the same action: with another hook, the studio would mount the action again.
 *
 * @param name for the hook's display name
 * @param useWrapped calls `original(props)` once, and returns the description in its place
 */
export function wrapAction(
  name: string,
  useWrapped: (
    original: DocumentActionComponent,
    props: Props,
  ) => ReturnType<DocumentActionComponent>,
): (original: DocumentActionComponent) => DocumentActionComponent {
  const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
  return (original) => {
    const known = wrapped.get(original)
    if (known) return known
    const hook: DocumentActionComponent = (props) => useWrapped(original, props)
    hook.action = original.action
    hook.displayName = `${name}(${original.displayName ?? original.name})`
    wrapped.set(original, hook)
    return hook
  }
}
