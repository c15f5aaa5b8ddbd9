// *Put on front* on a piece that readers can open: chooses a container, or keeps the piece off all fronts.
import {ComponentIcon} from '@sanity/icons/Component'
import {Box, Button, Card, Dialog, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useId, useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {frontIdOf, HOME_FRONT} from '../../../model/fronts.ts'
import {titleOf} from '../../../model/registry.ts'
import {arrangesFronts} from '../../data/roles.ts'
import type {DeskAction, PieceOnDesk} from '../../data/slots.tsx'
import {useRawClient} from '../../data/use-raw-client.ts'
import {Problem} from '../../ui/problem.tsx'
import {useAttempt} from '../../ui/use-attempt.ts'
import {commitEdit} from './commit-edit.ts'
import {newSlot} from './container-card.tsx'
import {asFront, placeBefore, slotOfPiece, weakly, type FrontDocument} from './front-document.ts'
import type {FrontEdit} from './front-edits.ts'
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
      content: <Places isLive piece={id} />,
      onClose: () => setOpen(false),
    },
  }
}
usePutOnFrontAction.displayName = 'PutOnFront'

/** On the rows of the review desk: also for a piece that waits for its publication. */
export const putOnFront: DeskAction = {
  name: 'put-on-front',
  title: 'Put on front …',
  icon: ComponentIcon,
  shortcut: 'f',
  isOfferedTo: arrangesFronts,
  isFor: ({isLive, state}) => isLive || state === 'approved' || state === 'scheduled',
  dialog: PutOnFrontDialog,
}

function PutOnFrontDialog({piece, onClose}: {piece: PieceOnDesk; onClose: () => void}) {
  return (
    <Dialog header={`Fronts: ${quoted(piece.headline)}`} id={useId()} width={1} onClose={onClose}>
      <Box padding={4}>
        <Places isLive={piece.isLive} piece={piece.id} />
      </Box>
    </Dialog>
  )
}

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
  const [said, setSaid] = useState('')
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
  /** One after the other: a second click while the first is stored does nothing. */
  const run = (work: () => Promise<unknown>, text: string): void => {
    if (busy) return
    void attempt(async () => {
      await work()
      setSaid(text)
      setDone((times) => times + 1)
    })
  }
  return {choices, problem, said, run}
}

function Places({piece, isLive}: {piece: string; isLive: boolean}) {
  const client = useRawClient()
  const {choices, problem, said, run} = useChoices(piece)
  if (!choices) return problem ? <Problem>{problem}</Problem> : <Spinner muted />
  const setOff = (isOff: boolean) =>
    isOff
      ? client.create({_type: 'offFronts', piece: weakly(piece)}, {tag: 'fronts.off'})
      : client.delete(choices.off ?? '', {tag: 'fronts.off'})
  return (
    <Stack as={TouchArea} gap={4}>
      {problem && <Problem>{problem}</Problem>}
      <Box aria-live="polite" role="status">
        <Text size={1}>{choices.off ? 'This piece is on no front.' : said}</Text>
      </Box>
      {!isLive && !choices.off && (
        <Text muted size={1}>
          Readers cannot open this piece yet. Publish it before the front, or in one release with
          it: a front leaves out what readers cannot open.
        </Text>
      )}
      {!choices.off &&
        [undefined, ...choices.sections].map((section) => (
          <FrontPlaces
            key={section?._id ?? HOME_FRONT}
            front={frontOf(choices, section)}
            piece={piece}
            title={section?.title ?? 'Front page'}
            onEdit={(front, edit, done) => run(() => commitEdit(client, front, edit), done)}
          />
        ))}
      <Button
        mode="ghost"
        style={{minHeight: 44}}
        text={choices.off ? 'Allow it on fronts' : 'Not on fronts'}
        onClick={() =>
          run(() => setOff(!choices.off), choices.off ? 'It is allowed on fronts again.' : '')
        }
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

interface FrontPlacesProps {
  title: string
  front: FrontDocument
  piece: string
  onEdit: (front: FrontDocument, edit: FrontEdit, said: string) => void
}

function FrontPlaces({title, front, piece, onEdit}: FrontPlacesProps) {
  const there = slotOfPiece(front, piece)
  return (
    <Card border padding={3} radius={2}>
      <Stack as="section" gap={3} aria-label={title}>
        <Text size={1} weight="semibold">
          {title}
        </Text>
        <Stack gap={1}>
          {(front.containers ?? []).map((container) => {
            const name = containerName(front, container._key)
            const here = container.slots?.find(({_key}) => _key === there?._key)
            const first = container.slots?.[0]?._key
            return (
              <Button
                key={container._key}
                justify="flex-start"
                mode="bleed"
                selected={here !== undefined}
                style={{minHeight: 44}}
                text={here ? `Take it off ${name}` : `First in ${name}`}
                onClick={() =>
                  here
                    ? onEdit(front, {kind: 'remove', slot: here._key}, `It is off ${name}.`)
                    : onEdit(
                        front,
                        {
                          kind: 'place',
                          slot: newSlot(piece),
                          to: placeBefore(container._key, first),
                        },
                        `It is first in ${name} of ${title}. Readers see it there when the front is published.`,
                      )
                }
              />
            )
          })}
        </Stack>
      </Stack>
    </Card>
  )
}
