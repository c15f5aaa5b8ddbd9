// Shows both versions of each place that two people changed, and lets one of them decide.
import {Button, Card, Dialog, Flex, Grid, Radio, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {labelOf} from '../../../../model/registry.ts'
import {Problem} from '../../../ui/problem.tsx'
import {useAttempt} from '../../../ui/use-attempt.ts'
import {choose, mayHaveBoth, wordsIn, type Choice} from './choose.ts'
import type {Collision, Merged} from './merge.ts'
import type {Content} from './unsaved-store.ts'

export interface CollisionDialogProps {
  title: string
  /** The person's own version as a whole. */
  mine: Content
  merged: Merged
  onSave: (document: Content) => Promise<void>
  onClose: () => void
}

export function CollisionDialog({title, mine, merged, onSave, onClose}: CollisionDialogProps) {
  const {collisions} = merged
  const [choices, setChoices] = useState<readonly (Choice | undefined)[]>([])
  const {busy, problem, attempt} = useAttempt()
  const isDecided = collisions.every((_, index) => choices[index])
  const save = (): Promise<void> =>
    attempt(() =>
      onSave(
        collisions.reduce(
          (document, collision, index) =>
            choose(document, mine, collision, choices[index] ?? 'theirs'),
          merged.document,
        ),
      ),
    )
  return (
    <Dialog
      id={useId()}
      header={`You and a colleague changed the same words: ${title}`}
      width={2}
      onClose={onClose}
      footer={
        <Flex gap={2} justify="flex-end" padding={3}>
          <Button mode="bleed" text="Not now" disabled={busy} onClick={onClose} />
          <Button
            tone="primary"
            text="Save"
            loading={busy}
            disabled={busy || !isDecided}
            onClick={() => void save()}
          />
        </Flex>
      }
    >
      <Stack gap={5} padding={4} data-testid="collisions">
        {problem && <Problem>{problem}</Problem>}
        {collisions.map((collision, index) => (
          <CollisionChoice
            key={index}
            type={String(mine['_type'])}
            collision={collision}
            choice={choices[index]}
            onChoose={(choice) =>
              setChoices((all) => collisions.map((_, at) => (at === index ? choice : all[at])))
            }
          />
        ))}
      </Stack>
    </Dialog>
  )
}

interface CollisionChoiceProps {
  type: string
  collision: Collision
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

function CollisionChoice({type, collision, choice, onChoose}: CollisionChoiceProps) {
  const name = useId()
  const [top] = collision.path
  const label = labelOf(type, typeof top === 'string' ? top : '')
  const field = label.slice(0, 1).toUpperCase() + label.slice(1)
  const version = (which: Choice, label: string, words: string) => (
    <Card as="label" border radius={2} padding={3} tone={choice === which ? 'primary' : 'default'}>
      <Stack gap={3}>
        <Flex align="center" gap={2}>
          <Radio name={name} checked={choice === which} onChange={() => onChoose(which)} />
          <Text size={1} weight="medium">
            {label}
          </Text>
        </Flex>
        <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
          {words || 'Nothing: deleted'}
        </Text>
      </Stack>
    </Card>
  )
  return (
    <Stack role="group" aria-label={field} gap={3}>
      <Text size={1} weight="semibold">
        {field}
      </Text>
      <Grid gridTemplateColumns={[1, 2]} gap={3}>
        {version('mine', 'Your words', wordsIn(collision.mine))}
        {version('theirs', 'Saved meanwhile', wordsIn(collision.theirs))}
      </Grid>
      {mayHaveBoth(collision) && (
        <Flex as="label" align="center" gap={2}>
          <Radio name={name} checked={choice === 'both'} onChange={() => onChoose('both')} />
          <Text size={1}>Both, one after the other</Text>
        </Flex>
      )}
    </Stack>
  )
}
