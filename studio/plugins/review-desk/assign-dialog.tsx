// The dialog that assigns pieces to a person, with the result for each piece.
import {Autocomplete} from '@sanity/ui/autocomplete'
import {Box, Button, Card, Dialog, Flex, Grid, Inline, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {UserAvatar} from 'sanity'
import {duePresets} from './due-presets.ts'
import type {DeskPiece} from './join-pieces.ts'
import {useAssignForm, type AssignForm} from './use-assign-form.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import type {Colleague} from '../../data/use-colleagues.ts'
import type {AssignFailure} from './assign-pieces.ts'
import {Labelled} from '../../ui/labelled.tsx'

export interface AssignDialogProps {
  pieces: readonly DeskPiece[]
  colleagues: readonly Colleague[]
  me: string
  time: NewsroomTime
  now: number
  /** Called when all are assigned, or the dialog is closed, with the IDs of the assigned pieces. */
  onClose: (done: readonly string[]) => void
}

export function AssignDialog(props: AssignDialogProps) {
  const {pieces, onClose} = props
  const only = pieces.length === 1 ? pieces[0] : undefined
  const form = useAssignForm(props)
  return (
    <Dialog
      id="desk-assign"
      data-testid="desk-assign"
      header={only ? 'Assign this piece' : `Assign ${pieces.length} pieces`}
      width={1}
      __unstable_autoFocus={false}
      onClose={() => onClose(form.done)}
    >
      <Box as="form" padding={4} onSubmit={form.submit}>
        <Stack gap={4}>
          {only && (
            <Text size={1} muted>
              {only.headline}
            </Text>
          )}
          <Grid gridTemplateColumns={[1, 1, 2]} gap={4}>
            <AssigneeField {...props} form={form} />
            <DueField {...props} form={form} />
          </Grid>
          {form.failures.length > 0 && <AssignFailures failures={form.failures} pieces={pieces} />}
          <AssignFooter form={form} count={pieces.length} />
        </Stack>
      </Box>
    </Dialog>
  )
}

function AssigneeField({
  form,
  colleagues,
  me,
}: Pick<AssignDialogProps, 'colleagues' | 'me'> & {form: AssignForm}) {
  const fieldId = useId()
  return (
    <Labelled id={fieldId} label="To">
      <Autocomplete
        id={fieldId}
        ref={focusAtOnce}
        openButton
        fontSize={1}
        padding={3}
        placeholder="A colleague’s name"
        options={colleagues.map((colleague) => ({value: colleague.id, ...colleague}))}
        value={form.assignee}
        renderValue={(value, option) =>
          option?.name ?? colleagues.find(({id}) => id === value)?.name ?? ''
        }
        filterOption={(query, {name, role}) =>
          `${name} ${role}`.toLowerCase().includes(query.toLowerCase())
        }
        renderOption={({id, name, role}) => (
          <Card as="button" type="button" padding={2}>
            <Flex align="center" gap={2}>
              <UserAvatar user={id} size={0} />
              <Text size={1}>{id === me ? `${name} (you)` : name}</Text>
              <Text size={1} muted>
                {role}
              </Text>
            </Flex>
          </Card>
        )}
        onChange={form.setAssignee}
      />
    </Labelled>
  )
}

function DueField({
  form: {due, setDue, isLate},
  time,
  now,
}: Pick<AssignDialogProps, 'time' | 'now'> & {form: AssignForm}) {
  const fieldId = useId()
  const lateId = useId()
  return (
    <Labelled id={fieldId} label={`Due, in the newsroom’s time (${time.zoneName(now)})`}>
      <TextInput
        id={fieldId}
        type="datetime-local"
        clearButton={due !== '' && {'aria-label': 'No time'}}
        onClear={() => setDue('')}
        fontSize={1}
        padding={3}
        value={due}
        aria-describedby={isLate ? lateId : undefined}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      {isLate && (
        <Text id={lateId} size={1} role="alert">
          This time has passed. Choose a later one.
        </Text>
      )}
      <Inline gap={1}>
        {duePresets(time, now).map(({title, wall}) => (
          <Button
            key={title}
            mode="ghost"
            fontSize={1}
            padding={2}
            text={title}
            onClick={() => setDue(wall)}
          />
        ))}
      </Inline>
    </Labelled>
  )
}

function AssignFooter({form, count}: {form: AssignForm; count: number}) {
  const {progress, failures, done, isLate} = form
  return (
    <Flex gap={2} align="center" justify="flex-end">
      <Box flex={1}>
        <Text size={1} muted aria-live="polite">
          {progress && progress.of > 1
            ? `${progress.done} of ${progress.of} done …`
            : done.length > 0 && failures.length > 0
              ? `${done.length} of ${count} are assigned.`
              : ''}
        </Text>
      </Box>
      {form.mayTakeBack && (
        <Button
          mode="bleed"
          tone="critical"
          fontSize={1}
          text="Take back"
          disabled={progress !== null}
          onClick={form.takeBack}
        />
      )}
      <Button
        type="submit"
        tone="primary"
        fontSize={1}
        text={failures.length > 0 ? 'Try those again' : 'Assign'}
        loading={progress !== null}
        disabled={!form.assignee || isLate || progress !== null}
      />
    </Flex>
  )
}

/** The dialog's content appears a moment after the dialog. A ref callback runs at that moment. */
const focusAtOnce = (input: HTMLInputElement | null): void => input?.focus()

function AssignFailures({
  failures,
  pieces,
}: {
  failures: readonly AssignFailure[]
  pieces: readonly DeskPiece[]
}) {
  return (
    <Card tone="critical" border radius={3} padding={3} role="alert">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {failures.length === 1 ? 'One was refused' : `${failures.length} were refused`}
        </Text>
        {failures.map(({id, message}) => (
          <Text key={id} size={1}>
            {pieces.find((piece) => piece.id === id)?.headline}: {message}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
