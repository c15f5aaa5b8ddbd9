// @vitest-environment jsdom
import {act, type ReactElement} from 'react'
import {createRoot, type Root} from 'react-dom/client'
import type {FieldProps, FormNodeValidation, StringInputProps} from 'sanity'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {PageText} from '../../../../studio/plugins/writing/page-text.tsx'
import {QuietField, QuietForm} from '../../../../studio/plugins/writing/quiet-form.tsx'

let root: Root
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<form></form><button></button>'
  root = createRoot(document.forms[0] as HTMLFormElement)
})
afterEach(async () => act(async () => root.unmount()))

const render = (element: ReactElement): Promise<void> => act(async () => root.render(element))
const areas = (): HTMLTextAreaElement[] => [...document.querySelectorAll('textarea')]

const onChange = vi.fn((event: {currentTarget: {value: string}}) => event.currentTarget.value)
const input = (value: string, more: object = {}) =>
  ({
    value,
    elementProps: {id: 'headline', value, onChange, onFocus: vi.fn(), onBlur: vi.fn()},
    renderDefault: () => <input />,
    ...more,
  }) as unknown as StringInputProps

const renderTexts = (): Promise<void> =>
  render(
    <>
      <PageText input={input('The ferry')} look="headline" />
      <div data-testid="field-dek">
        <PageText input={input('It is late.')} look="dek" />
      </div>
      <div data-testid="field-body">
        <div contentEditable suppressContentEditableWarning tabIndex={0} />
      </div>
    </>,
  )

/** Returns whether the text area itself would take the key. */
const press = (at: HTMLTextAreaElement, more: KeyboardEventInit = {}): boolean => {
  at.focus()
  const event = new KeyboardEvent('keydown', {
    key: 'Enter',
    bubbles: true,
    cancelable: true,
    ...more,
  })
  return at.dispatchEvent(event)
}

const place = (): string | undefined =>
  document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid') ?? undefined

test.each<[string, number, KeyboardEventInit, string | undefined, boolean]>([
  ['from the headline to the standfirst', 0, {}, 'field-dek', false],
  ['from the standfirst to the text', 1, {}, 'field-body', false],
  ['nowhere from a headline with Shift', 0, {shiftKey: true}, undefined, false],
  ['to a new line of the standfirst with Shift', 1, {shiftKey: true}, 'field-dek', true],
  ['nowhere while a word is composed', 0, {isComposing: true}, undefined, true],
  ['nowhere with Ctrl', 0, {ctrlKey: true}, undefined, true],
])('Enter goes %s', async (_, index, key, wanted, isTyped) => {
  await renderTexts()
  expect(press(areas()[index] as HTMLTextAreaElement, key)).toBe(isTyped)
  expect(place()).toBe(wanted)
})

test('pasted lines become one line of a headline, with the caret behind them', async () => {
  await render(<PageText input={input('')} look="headline" />)
  const [area] = areas() as [HTMLTextAreaElement]
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
  set?.call(area, 'The ferry \n is late')
  area.setSelectionRange(13, 13)
  await act(async () => area.dispatchEvent(new InputEvent('input', {bubbles: true})))
  expect(onChange).toHaveReturnedWith('The ferry is late')
})

test('keeps what the studio’s input has: its id, its state, its own changes', async () => {
  await render(
    <PageText input={input('The ferry', {validationError: 'Too long'})} look="headline" />,
  )
  const [area] = areas() as [HTMLTextAreaElement]
  expect(area.id).toBe('headline')
  expect(area.getAttribute('aria-invalid')).toBe('true')
  await render(<PageText input={input('', {displayInlineChanges: true})} look="headline" />)
  expect(areas()).toEqual([])
})

const error: FormNodeValidation = {level: 'error', message: 'Which section?', path: ['section']}
const field = (focused: boolean) =>
  ({
    validation: [error],
    inputProps: {id: 'section', value: undefined, focused},
    renderDefault: ({validation}: FieldProps) => <p>{validation.length}</p>,
  }) as unknown as FieldProps

test('a new form is silent until somebody leaves it', async () => {
  const shown = () => document.querySelector('p')?.textContent
  await render(
    <QuietForm isNew>
      <textarea />
      <QuietField {...field(false)} />
    </QuietForm>,
  )
  expect(shown()).toBe('0')
  await act(async () => areas()[0]?.focus())
  expect(shown()).toBe('0')
  await act(async () => document.querySelector('button')?.focus())
  expect(shown()).toBe('1')
})

test('a form that was there before says what is wrong at once', async () => {
  await render(
    <QuietForm isNew={false}>
      <QuietField {...field(false)} />
    </QuietForm>,
  )
  expect(document.querySelector('p')?.textContent).toBe('1')
})
