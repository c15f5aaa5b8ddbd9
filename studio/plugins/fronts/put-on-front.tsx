// *Put on front* on a piece that readers can open: chooses a container, or keeps the piece off all fronts.
import {ComponentIcon} from '@sanity/icons/Component'
import {Button, Card, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {frontIdOf, HOME_FRONT} from '../../../model/fronts.ts'
import {titleOf} from '../../../model/registry.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {Problem} from '../../ui/problem.tsx'
import {useAttempt} from '../../ui/use-attempt.ts'
import {commitEdit} from './commit-edit.ts'
import {newSlot} from './container-card.tsx'
import {asFront, slotOfPiece, weakly, type FrontDocument} from './front-document.ts'
import {initialFront} from './initial-front.ts'
import {loadSections, type FrontChoice} from './load-front.ts'
import {containerName, quoted} from './story-labels.ts'
import {TouchArea} from './touch-area.ts'

export const usePutOnFrontAction: DocumentActionComponent = ({id, published}) => {
  const [isOpen, setOpen] = useState(false)
  if (!published) return null
  return {
    label: 'Put on front …',
    icon: ComponentIcon,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: `Fronts: ${quoted(titleOf(published))}`,
      content: <Places piece={id} />,
      onClose: () => setOpen(false),
    },
  }
}
usePutOnFrontAction.displayName = 'PutOnFront'

interface Choices {
  sections: FrontChoice[]
  fronts: FrontDocument[]
  off: string | null
}

const QUERY = `{
  "fronts": *[_type == "front" && !(_id in path("versions.**"))],
  "off": *[_type == "offFronts" && piece._ref == $piece][0]._id
}`

/** Loaded again after each change. */
function useChoices(piece: string) {
  const client = useRawClient()
  const {busy, problem, attempt} = useAttempt()
  const [choices, setChoices] = useState<Choices>()
  const [done, setDone] = useState(0)
  useEffect(() => {
    void attempt(async () => {
      const sections = await loadSections(client)
      const found = await client.fetch<Omit<Choices, 'sections'>>(
        QUERY,
        {piece},
        {tag: 'fronts.put'},
      )
      setChoices({...found, sections})
    })
    // `attempt` is another function each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, piece, done])
  const run = (work: () => Promise<unknown>): Promise<void> =>
    attempt(async () => {
      await work()
      setDone((times) => times + 1)
    })
  return {choices, busy, problem, run}
}

function Places({piece}: {piece: string}) {
  const client = useRawClient()
  const {choices, busy, problem, run} = useChoices(piece)
  if (!choices) return problem ? <Problem>{problem}</Problem> : <Spinner muted />
  const setOff = (isOff: boolean) =>
    isOff
      ? client.create({_type: 'offFronts', piece: weakly(piece)}, {tag: 'fronts.off'})
      : client.delete(choices.off ?? '', {tag: 'fronts.off'})
  const {sections} = choices
  return (
    <Stack as={TouchArea} gap={4}>
      {problem && <Problem>{problem}</Problem>}
      {choices.off ? (
        <Text size={1}>This piece is on no front.</Text>
      ) : (
        [undefined, ...sections].map((section) => (
          <FrontPlaces
            key={section?._id ?? HOME_FRONT}
            busy={busy}
            front={frontOf(choices, section)}
            piece={piece}
            title={section?.title ?? 'Front page'}
            onPlace={(front, container) =>
              void run(() =>
                commitEdit(client, front, {
                  kind: 'place',
                  slot: newSlot(piece),
                  to: {container, ...firstOf(front, container)},
                }),
              )
            }
          />
        ))
      )}
      <Button
        disabled={busy}
        mode="ghost"
        text={choices.off ? 'Allow it on fronts' : 'Not on fronts'}
        onClick={() => void run(() => setOff(!choices.off))}
      />
    </Stack>
  )
}

function frontOf({fronts, sections}: Choices, section: FrontChoice | undefined): FrontDocument {
  const id = frontIdOf(section?._id)
  const stored =
    fronts.find(({_id}) => _id === `drafts.${id}`) ?? fronts.find(({_id}) => _id === id)
  return {...(stored ? asFront(stored) : initialFront(sections, section)), _id: id}
}

const firstOf = (front: FrontDocument, key: string): {before?: string} => {
  const first = front.containers?.find(({_key}) => _key === key)?.slots?.[0]
  return first ? {before: first._key} : {}
}

function FrontPlaces({
  title,
  front,
  piece,
  busy,
  onPlace,
}: {
  title: string
  front: FrontDocument
  piece: string
  busy: boolean
  onPlace: (front: FrontDocument, container: string) => void
}) {
  const there = slotOfPiece(front, piece)
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {title}
        </Text>
        {(front.containers ?? []).map((container) => {
          const isHere = there && container.slots?.some(({_key}) => _key === there._key)
          const name = containerName(front, container._key)
          return (
            <Button
              key={container._key}
              disabled={busy || isHere}
              mode="bleed"
              justify="flex-start"
              text={isHere ? `It is in ${name}` : `First in ${name}`}
              onClick={() => onPlace(front, container._key)}
            />
          )
        })}
      </Stack>
    </Card>
  )
}
