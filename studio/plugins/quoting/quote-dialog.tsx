// *Make a quote of this*: the words, and who says them.
import {Box, Button, Dialog, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {QUOTE_KINDS} from '../../../schemas/documents/expert-quote.ts'
import {onCtrlEnter} from '../../ui/on-ctrl-enter.ts'
import {Problem} from '../../ui/problem.tsx'
import {Choices, LongTextField, SelectField, TextField} from './fields.tsx'
import {hasSpeaker, withOneMore, withoutSpeaker, withSpeaker, type QuoteForm} from './quote-form.ts'
import {SpeakerFields} from './speaker-fields.tsx'
import {useMakeQuote, type DialogState, type QuoteRequest} from './use-make-quote.ts'

interface QuoteDialogProps {
  request: QuoteRequest
  onClose: () => void
  /** Chooses any quote of the newsroom in place of a new one. */
  onOther: (state: DialogState) => void
}

export function QuoteDialog({request, onClose, onOther}: QuoteDialogProps) {
  const {state, busy, problem, save, setForm} = useMakeQuote(request, onClose)
  return (
    <Dialog
      __unstable_autoFocus={false}
      id={useId()}
      header="Make a quote of this"
      width={1}
      onClose={onClose}
    >
      <Box padding={4} onKeyDown={onCtrlEnter(save)} data-testid="quote-dialog">
        <Stack gap={5}>
          {state && <Fields state={state} onChange={setForm} />}
          {!state && !problem && <Reading onCancel={onClose} />}
          {problem && <Problem>{problem}</Problem>}
          {state && (
            <Flex gap={2} wrap="wrap">
              <Box flex={1}>
                <Button
                  mode="bleed"
                  text="Choose another quote…"
                  disabled={busy}
                  onClick={() => onOther(state)}
                />
              </Box>
              <Button mode="bleed" text="Cancel" disabled={busy} onClick={onClose} />
              <Button
                tone="primary"
                title="Ctrl + Enter"
                text={state.form.existing ? 'Use this quote' : 'Make the quote'}
                loading={busy}
                disabled={busy}
                onClick={save}
              />
            </Flex>
          )}
        </Stack>
      </Box>
    </Dialog>
  )
}

function Reading({onCancel}: {onCancel: () => void}) {
  return (
    <Flex align="center" gap={3}>
      <Spinner />
      <Box flex={1}>
        <Text size={1} aria-live="polite">
          Looking for the speaker …
        </Text>
      </Box>
      <Button autoFocus mode="bleed" text="Cancel" onClick={onCancel} />
    </Flex>
  )
}

interface FieldsProps {
  state: DialogState
  onChange: (form: QuoteForm) => void
}

function Fields({state: {form, same}, onChange}: FieldsProps) {
  return (
    <>
      {same.length > 0 && (
        <Choices
          autoFocus
          legend="This article has a quote with these words"
          chosen={form.existing?.id ?? ''}
          choices={[
            ...same.map(({id, text, saidBy}) => ({
              id,
              label: `Use “${text}”${saidBy ? `, ${saidBy}` : ''}`,
            })),
            {id: '', label: 'Make a second quote'},
          ]}
          onChoose={(id) =>
            onChange({...form, existing: same.find((one) => one.id === id) ?? null})
          }
        />
      )}
      {!form.existing && (
        <NewQuoteFields form={form} isFirst={same.length === 0} onChange={onChange} />
      )}
    </>
  )
}

interface NewQuoteFieldsProps {
  form: QuoteForm
  /** Nothing is above these fields. */
  isFirst: boolean
  onChange: (form: QuoteForm) => void
}

function NewQuoteFields({form, isFirst, onChange}: NewQuoteFieldsProps) {
  const {words, attribution, speakers} = form
  const isOne = speakers.length === 1
  return (
    <>
      <LongTextField
        label="Words"
        value={words}
        onChange={(value) => onChange({...form, words: value})}
      />
      <SelectField
        label="Kind of quote"
        choices={QUOTE_KINDS}
        value={form.form}
        onChange={(value) => onChange({...form, form: value})}
      />
      {speakers.map((speaker, index) => (
        <SpeakerFields
          // oxlint-disable-next-line react/no-array-index-key -- a speaker is known by the position only
          key={index}
          autoFocus={isFirst && index === 0}
          legend={isOne ? 'Speaker' : `Speaker ${index + 1}`}
          speaker={speaker}
          onChange={(next) => onChange(withSpeaker(form, index, next))}
          onRemove={isOne ? undefined : () => onChange(withoutSpeaker(form, index))}
        />
      ))}
      {hasSpeaker(form) ? (
        <Flex>
          <Button
            fontSize={1}
            mode="ghost"
            padding={2}
            text="Add a speaker"
            onClick={() => onChange(withOneMore(form))}
          />
        </Flex>
      ) : (
        <TextField
          label="Attribution in print, if nobody is named"
          value={attribution}
          onChange={(value) => onChange({...form, attribution: value})}
        />
      )}
    </>
  )
}
