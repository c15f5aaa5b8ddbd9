// The state of the dialog, from the text to the article.
import {uuid} from '@sanity/uuid'
import {useEffect, useRef, useState} from 'react'
import {useCurrentUser, type SanityClient} from 'sanity'
import {slugOf} from '../../../schemas/rules/make-slug.ts'
import {takeIn} from '../../../workflow/intake/take-in.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {lookUp, type LookedUp} from './look-ups.ts'
import {outcomeOf} from './outcome.ts'
import {inSection, propose, type Proposal} from './proposal.ts'
import {readInWorker, type ReadFile, type Source} from './read-in-worker.ts'
import {studioLake} from './studio-lake.ts'

export interface IntakeRequest {
  /** Of the form that is filled. Nothing is written there yet. */
  articleId: string
  /** The section that the article is begun in. */
  section: string | null
  /** Dropped on the form: it is read at once. */
  file?: File
}

/** A text as it was pasted. */
export interface PastedText {
  text: string
  /** The formatted text of the clipboard, as long as `text` is what was pasted with it. */
  html: string | null
}

export type Phase =
  | {name: 'text'}
  | {name: 'reading'; what: string}
  | ({name: 'result'} & Found)
  | ({name: 'writing'; step: string} & Found)

interface Found {
  file: ReadFile
  lookedUp: LookedUp
  proposal: Proposal
}

export interface Intake {
  phase: Phase
  pasted: PastedText
  /** Why the last step failed. */
  problem: string | null
  setPasted: (pasted: PastedText) => void
  setProposal: (proposal: Proposal) => void
  readText: () => void
  readFile: (file: File) => void
  /** From the result to the text, and from anything that runs to where it was begun. */
  back: () => void
  make: () => void
}

/** Keeps the text of a dialog that was closed. */
export interface KeptText {
  pasted: PastedText
  setPasted: (pasted: PastedText) => void
}

/** @param onMade after everything is written */
export function useIntake(
  request: IntakeRequest,
  {pasted, setPasted}: KeptText,
  onMade: () => void,
): Intake {
  const client = useRawClient()
  const user = useCurrentUser()?.id ?? ''
  const [phase, setPhase] = useState<Phase>({name: 'text'})
  const [problem, setProblem] = useState<string | null>(null)
  const {attempt, cancel} = useCancellable(setProblem)

  const read = (source: Source): void => {
    setPhase({name: 'reading', what: source.fileName ?? 'the text'})
    void attempt(
      async (signal) => {
        const file = await readInWorker(source, signal)
        const lookedUp = await lookUp(client, file, user)
        signal.throwIfAborted()
        const proposal = propose(file.result, lookedUp)
        const {section} = request
        setPhase({
          name: 'result',
          file,
          lookedUp,
          proposal: section ? inSection(proposal, section) : proposal,
        })
      },
      () => setPhase({name: 'text'}),
    )
  }
  const make = (found: Found): void => {
    const onStep = (step: string): void => setPhase({name: 'writing', step, ...found})
    onStep('Writing the article …')
    void attempt(
      async (signal) => {
        await write(found, {client, signal, onStep, articleId: request.articleId})
        setPasted({text: '', html: null})
        onMade()
      },
      () => setPhase({name: 'result', ...found}),
    )
  }
  const readFile = (file: File): void =>
    read({blob: file, fileName: file.name, mediaType: file.type})
  useFirst(request.file, readFile)

  return {
    phase,
    pasted,
    problem,
    setPasted,
    readFile,
    readText: () => read(sourceOf(pasted)),
    setProposal: (proposal) =>
      setPhase((now) => (now.name === 'result' ? {...now, proposal} : now)),
    back: () => {
      cancel()
      setPhase(phase.name === 'writing' ? {...phase, name: 'result'} : {name: 'text'})
    },
    make: () => (phase.name === 'result' ? make(phase) : undefined),
  }
}

/** Runs one thing at a time. It ends when the next one begins, and with the dialog. */
function useCancellable(onProblem: (problem: string | null) => void) {
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const attempt = async (
    work: (signal: AbortSignal) => Promise<void>,
    onFailed: () => void,
  ): Promise<void> => {
    running.current?.abort()
    const {signal} = (running.current = new AbortController())
    onProblem(null)
    try {
      await work(signal)
    } catch (error) {
      if (signal.aborted) return
      onProblem((error as Error).message)
      onFailed()
    }
  }
  const cancel = (): void => running.current?.abort()
  return {attempt, cancel}
}

/** Begins with the file that the dialog was opened for. */
function useFirst(file: File | undefined, read: (file: File) => void): void {
  const begun = useRef(false)
  useEffect(() => {
    if (!file || begun.current) return
    begun.current = true
    read(file)
  })
}

/** Formatted text is read as a page: it says what is a heading, a caption or a link. */
export function sourceOf({text, html}: PastedText): Source {
  const mediaType = html ? 'text/html' : 'text/plain'
  return {
    blob: new Blob([html ?? text], {type: mediaType}),
    fileName: null,
    mediaType: `${mediaType}; charset=utf-8`,
  }
}

interface WriteOptions {
  client: SanityClient
  signal: AbortSignal
  onStep: (step: string) => void
  articleId: string
}

async function write(
  {file, proposal}: Found,
  {client, signal, onStep, articleId}: WriteOptions,
): Promise<void> {
  const {article, section, confirmed, alts, known} = outcomeOf(proposal)
  await takeIn({article, reading: file.result.reading}, studioLake(client), {
    file: {name: file.name, hash: file.hash},
    newId: uuid,
    articleId,
    known,
    confirmed,
    signal,
    slugOf,
    altOf: (photo) => alts[photo] || null,
    onPicture: (done, of) => onStep(`Uploading picture ${done + 1} of ${of} …`),
    ...(section ? {section} : {}),
  })
}
