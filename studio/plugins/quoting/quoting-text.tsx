// Words of an article's text become a quote: by the button above the text, or a shortcut.
import {useEditor, type Editor} from '@portabletext/editor'
import {defineBehavior, effect} from '@portabletext/editor/behaviors'
import {BehaviorPlugin} from '@portabletext/editor/plugins'
import {
  createContext,
  lazy,
  Suspense,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react'
import {
  useFormCallbacks,
  useGetFormValue,
  type InputProps,
  type Path,
  type PortableTextPluginsProps,
} from 'sanity'
import {useCtrlAltKey} from '../../ui/use-ctrl-alt-key.ts'
import {selectedIn} from './selected-words.ts'
import {beginQuotation, QUOTATION, TYING} from './tie-words.ts'
import type {DialogState, QuoteRequest} from './use-make-quote.ts'

/** When it is opened: the studio starts without it. */
const QuoteDialog = lazy(async () => {
  const {QuoteDialog: component} = await import('./quote-dialog.tsx')
  return {default: component}
})

/** With Ctrl and Alt. */
const QUOTE_KEY = 'Q'

const QuotingContext = createContext<((editor: Editor) => void) | null>(null)

/** Around the input of a text. The dialog is not inside it: words that are pasted there do not come into the text. */
export function QuotingInput(props: InputProps) {
  const [request, setRequest] = useState<QuoteRequest | null>(null)
  const getFormValue = useGetFormValue()
  const begin = useCallback(
    (editor: Editor) => setRequest(requestFor(editor, getFormValue([]))),
    [getFormValue],
  )
  const close = (): void => setRequest(null)
  useFocusAfter(request)
  const chooseOther = useChooseOther(props.path)
  return (
    <QuotingContext value={begin}>
      {props.renderDefault(props)}
      <Suspense>
        {request && (
          <QuoteDialog
            request={request}
            onClose={close}
            onOther={(state) => {
              close()
              chooseOther({editor: request.editor, state})
            }}
          />
        )}
      </Suspense>
    </QuotingContext>
  )
}

function requestFor(editor: Editor, article: unknown): QuoteRequest | null {
  const {selection, value} = editor.getSnapshot().context
  const selected = selection ? selectedIn(value, selection) : []
  return selected.length > 0 ? {editor, selected, value, article} : null
}

/** The keyboard goes back to the words. */
function useFocusAfter(request: QuoteRequest | null): void {
  useEffect(() => {
    if (!request) return undefined
    return () => request.editor.send({type: 'focus'})
  }, [request])
}

/**
 * Annotates the words without a quote, and opens the studio's own field for it. Only once the dialog has closed: the focus
 * that the text gets then would close the field.
 */
function useChooseOther(path: Path) {
  const {onPathOpen} = useFormCallbacks()
  const [asked, setAsked] = useState<{editor: Editor; state: DialogState} | null>(null)
  const open = useEffectEvent(({editor, state}: {editor: Editor; state: DialogState}): void => {
    const place = beginQuotation(editor, state.words)
    if (place) onPathOpen([...path, ...place] as Path)
  })
  useEffect(() => {
    if (!asked) return undefined
    const timer = setTimeout(() => open(asked))
    return () => clearTimeout(timer)
  }, [asked])
  return setAsked
}

/** Around the studio's own plugins of an editor. */
export function QuotingPlugins(props: PortableTextPluginsProps) {
  const begin = use(QuotingContext)
  return (
    <>
      {begin && <MakeQuote begin={begin} />}
      {props.renderDefault(props)}
    </>
  )
}

function MakeQuote({begin}: {begin: (editor: Editor) => void}) {
  const editor = useEditor()
  const behaviors = useMemo(
    () => [
      // The button above the text inserts an annotation without a quote.
      defineBehavior({
        on: 'annotation.add',
        guard: ({event: {annotation}}) =>
          annotation.name === QUOTATION && annotation.value['quote'] === undefined,
        actions: [() => [effect(() => begin(editor))]],
      }),
      ...TYING,
    ],
    [begin, editor],
  )
  const isWritten = (): boolean =>
    !editor.getSnapshot().context.readOnly &&
    Boolean(editor.dom.getEditorElement()?.contains(document.activeElement))
  useCtrlAltKey(QUOTE_KEY, isWritten, () => begin(editor))
  return <BehaviorPlugin behaviors={behaviors} />
}
