// Giving pieces to a person: to whom, until when, and what became of each.
import {Autocomplete} from '@sanity/ui/autocomplete'
import {useToast} from '@sanity/ui/toast'
import {Box, Button, Card, Dialog, Flex, Grid, Inline, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type SubmitEvent} from 'react'
import {UserAvatar} from 'sanity'
import {usePerformEditorialAction} from '../../data/actions/use-perform-action.ts'
import {AssignFailures} from './assign-failures.tsx'
import {assignPieces, type AssignFailure, type AssignmentPlan} from './assign-pieces.ts'
import {duePresets} from './due-presets.ts'
import type {DeskPiece} from './join-pieces.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import type {Colleague} from '../../data/use-colleagues.ts'

interface AssignDialogProps {
  pieces: readonly DeskPiece[]
  colleagues: readonly Colleague[]
  me: string
  time: NewsroomTime
  now: number
  /** Called once all are done, and when it is closed: `done` names those that worked. */
  onClose: (done: readonly string[]) => void
}

export function AssignDialog(props: AssignDialogProps) {
  const {pieces, colleagues, time, now, onClose} = props
  const [first] = pieces
  const only = pieces.length === 1 ? first : undefined
  const perform = usePerformEditorialAction()
  const toast = useToast()
  const ids = {assignee: useId(), due: useId(), late: useId()}
  const [assignee, setAssignee] = useState(only?.assignment?.assignee ?? '')
  const [due, setDue] = useState(
    only?.assignment?.dueAt ? time.wallOf(Date.parse(only.assignment.dueAt)) : '',
  )
  const [progress, setProgress] = useState<{done: number; of: number} | null>(null)
  const [failures, setFailures] = useState<AssignFailure[]>([])
  const [done, setDone] = useState<string[]>([])

  const dueAt = due ? time.instantOf(due) : undefined
  const isLate = dueAt !== undefined && Date.parse(dueAt) < now
  const left = pieces.filter(({id}) => !done.includes(id))
  const name = colleagues.find(({id}) => id === assignee)?.name

  const run = async (plan: AssignmentPlan): Promise<void> => {
    const targets = left.map(({id}) => id)
    setFailures([])
    setProgress({done: 0, of: targets.length})
    const failed = await assignPieces(targets, plan, perform, (count) =>
      setProgress({done: count, of: targets.length}),
    )
    setProgress(null)
    const worked = [...done, ...targets.filter((id) => !failed.some((one) => one.id === id))]
    setDone(worked)
    setFailures(failed)
    if (failed.length > 0) return
    const what = pieces.length === 1 ? `“${first?.headline ?? ''}”` : `${pieces.length} pieces`
    toast.push({
      status: 'success',
      title: plan.assignee === null ? 'Taken back' : `Assigned to ${name ?? 'them'}`,
      description: what,
    })
    onClose(worked)
  }

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!assignee || isLate || progress) return
    void run({assignee, dueAt: dueAt ?? null})
  }

  return (
    <Dialog
      id="desk-assign"
      data-testid="desk-assign"
      header={only ? 'Assign this piece' : `Assign ${pieces.length} pieces`}
      width={1}
      __unstable_autoFocus={false}
      onClose={() => onClose(done)}
    >
      <Box as="form" padding={4} onSubmit={submit}>
        <Stack gap={4}>
          {only && (
            <Text size={1} muted>
              {only.headline}
            </Text>
          )}
          <Grid gridTemplateColumns={[1, 1, 2]} gap={4}>
            <Stack gap={3}>
              <Text as="label" size={1} weight="medium" htmlFor={ids.assignee}>
                To
              </Text>
              <Autocomplete
                id={ids.assignee}
                data-testid="desk-assignee"
                ref={focusAtOnce}
                openButton
                fontSize={1}
                padding={3}
                placeholder="A colleague’s name"
                options={colleagues.map((colleague) => ({value: colleague.id, ...colleague}))}
                value={assignee}
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
                      <Text size={1}>{id === props.me ? `${name} (you)` : name}</Text>
                      <Text size={1} muted>
                        {role}
                      </Text>
                    </Flex>
                  </Card>
                )}
                onChange={setAssignee}
              />
            </Stack>
            <Stack gap={3}>
              <Text as="label" size={1} weight="medium" htmlFor={ids.due}>
                Due, in the newsroom’s time ({time.zoneName(now)})
              </Text>
              <TextInput
                id={ids.due}
                data-testid="desk-due-field"
                type="datetime-local"
                clearButton={due !== '' && {'aria-label': 'No time'}}
                onClear={() => setDue('')}
                fontSize={1}
                padding={3}
                value={due}
                aria-describedby={isLate ? ids.late : undefined}
                onChange={(event) => setDue(event.currentTarget.value)}
              />
              {isLate && (
                <Text id={ids.late} size={1} role="alert">
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
            </Stack>
          </Grid>
          {failures.length > 0 && <AssignFailures failures={failures} pieces={pieces} />}
          <Flex gap={2} align="center" justify="flex-end">
            <Box flex={1}>
              <Text size={1} muted aria-live="polite">
                {progress && progress.of > 1
                  ? `${progress.done} of ${progress.of} done …`
                  : done.length > 0 && failures.length > 0
                    ? `${done.length} of ${pieces.length} are assigned.`
                    : ''}
              </Text>
            </Box>
            {left.some(({assignment}) => assignment) && (
              <Button
                mode="bleed"
                tone="critical"
                fontSize={1}
                text="Take back"
                disabled={progress !== null}
                onClick={() => void run({assignee: null, dueAt: null})}
              />
            )}
            <Button
              type="submit"
              tone="primary"
              fontSize={1}
              data-testid="desk-assign-submit"
              text={failures.length > 0 ? 'Try those again' : 'Assign'}
              loading={progress !== null}
              disabled={!assignee || isLate || progress !== null}
            />
          </Flex>
        </Stack>
      </Box>
    </Dialog>
  )
}

/** The dialog's content appears a moment after the dialog: the field is the first to know. */
const focusAtOnce = (input: HTMLInputElement | null): void => input?.focus()
