// Messages of a field appear when somebody leaves it, not while they write. In a new document, fields that nobody has come to
// are silent until somebody leaves the form, for example to submit it.
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import type {FieldProps, FormNodeValidation, InputProps} from 'sanity'
import {styled} from 'styled-components'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {follow, NOTHING_SHOWN, shownOf, type Shown} from './messages.ts'

interface FormOfFields {
  /** The document is new, and nobody has left the form. */
  isAhead: boolean
  /** The fields that somebody has left. They are mounted again when a person comes back to their group. */
  left: Set<string>
}

const FormContext = createContext<FormOfFields>({isAhead: false, left: new Set()})

/** The groups sum up the messages of their fields. */
const Fields = styled.div`
  display: contents;

  &[data-ahead='true'] [role='tablist'] [data-testid^='input-validation-icon-'] {
    display: none;
  }
`

export function QuietForm({isNew, children}: {isNew: boolean; children: ReactNode}) {
  const [isAhead, setIsAhead] = useState(isNew)
  const [left] = useState(() => new Set<string>())
  const lastInside = useRef<Event>(null)
  useEffect(() => {
    if (!isAhead) return undefined
    const arrive = (event: Event): void => {
      // React reports the form's dialogs, too, which are elsewhere in the page.
      if (lastInside.current && event !== lastInside.current) setIsAhead(false)
    }
    document.addEventListener('focusin', arrive)
    return () => document.removeEventListener('focusin', arrive)
  }, [isAhead])
  const form = useMemo(() => ({isAhead, left}), [isAhead, left])
  return (
    <FormContext value={form}>
      <Fields
        data-ahead={isAhead}
        onFocus={({nativeEvent}) => {
          lastInside.current = nativeEvent
        }}
      >
        {/* The page's typefaces, from the server that has the page. */}
        {workspaceMode().embedded && <link rel="stylesheet" href="/_site/faces.css" />}
        {children}
      </Fields>
    </FormContext>
  )
}

type OfInput = Pick<InputProps, 'id' | 'value' | 'validation'> & {
  focused?: boolean | undefined
  /** Of lists and objects: what has the focus inside. */
  focusPath?: readonly unknown[] | undefined
}

function useShownMessages({
  id,
  value,
  validation,
  focused,
  focusPath,
}: OfInput): FormNodeValidation[] {
  const {isAhead, left} = useContext(FormContext)
  const [shown, setShown] = useState<Shown>(() => ({...NOTHING_SHOWN, wasLeft: left.has(id)}))
  const isFocused = Boolean(focused) || Boolean(focusPath?.length)
  const next = follow(shown, {isFocused, value, validation, isAhead})
  if (next !== shown) setShown(next)
  useEffect(() => {
    if (next.wasLeft) left.add(id)
  }, [next.wasLeft, left, id])
  return shownOf(validation, next)
}

/** The properties of an input, without the messages that are not shown. */
export function useQuietInput<Props extends InputProps>(props: Props): Props {
  const validation = useShownMessages(props as OfInput)
  if (validation === props.validation) return props
  const isValid = validation.every(({level}) => level !== 'error')
  return {...props, validation, ...(isValid && {validationError: undefined})}
}

export function QuietField(props: FieldProps) {
  const validation = useShownMessages({
    ...props.inputProps,
    validation: props.validation,
  } as OfInput)
  return props.renderDefault({...props, validation})
}
