// Two people type in the same running text, in two studios, while a program patches it; in the end every
// side has the same, and it is what they typed.
import type {Doc} from '@sanity/mutator'
import {expect} from 'vitest'
import {generator} from '../generator.ts'
import type {Desk, Newsroom} from '../newsroom.ts'
import {field, openDocument} from '../studio.ts'
import {shownBlocks, type ShownBlock} from './caret.ts'
import {blocksOf} from './keys.ts'
import {createProgram, paragraph, type Program} from './program.ts'
import {formValue, storedIn, type Stored} from './sides.ts'
import {createWriter, type Writer} from './writer.ts'

const ID = 'article-typed-together'
const DRAFT = `drafts.${ID}`
/** The paragraph that everybody writes in. Its words are in capitals, the people's are not. */
const SHARED = 'THE BRIDGE IS OPEN AGAIN.'
const isShared = (text: string): boolean => /[A-Z]/.test(text) && !text.includes(':')
/** As the studio names its request for the documents of a form. */
const SNAPSHOT = 'tag=sanity.studio.document.pair.fetch'
/**
 * The editor of Portable Text says so where a colleague's patch is about a span that it has just merged or
 * split itself; it takes the form's value a moment later, which `holdSame` holds it to.
 */
const CROSSED = /^Error: Cannot apply an? .+ because the (node|sibling) was not found/
const PEOPLE = [
  {name: 'Ingrid Vassall', letters: 'abcdefghijklm', begins: 'HARBOUR:'},
  {name: 'Hester Brandwick', letters: 'nopqrstuvwxyz', begins: 'COUNCIL:'},
]
/** How long the last letter may take to everybody. */
const SOON = {timeout: 10_000, interval: 100}

interface Person extends Desk {
  name: string
  letters: string
  writer: Writer
  /** Messages of the browser's console, without mere notices. */
  complaints: string[]
  /** Requests for the whole draft, once the form was open: each would follow a gap. */
  snapshots: string[]
}

export interface Figures {
  /** Transactions of the draft. */
  revisions: number
  /** How many of them were the program's. */
  patches: number
  /** Characters of each person that are among the others' characters, and how many were typed there. */
  amongOthers: {kept: number; typed: number}[]
}

/** @param seconds how long they type */
export async function typeInStudios(
  newsroom: Newsroom,
  {seconds, seed}: {seconds: number; seed: number},
): Promise<Figures> {
  const draw = generator(seed)
  const {origin, tokens} = newsroom
  const program = await createProgram(
    {origin, token: tokens.editor, isShared, draw},
    {
      _id: DRAFT,
      _type: 'article',
      headline: 'The bridge',
      body: [
        paragraph('harbour', PEOPLE[0]?.begins ?? ''),
        paragraph('shared', SHARED),
        paragraph('council', PEOPLE[1]?.begins ?? ''),
      ],
    },
  )
  const people = await Promise.all(PEOPLE.map((one) => sitDown(newsroom, one, draw)))

  const end = performance.now() + seconds * 1000
  let stillTyping = people.length
  const typing = people.map(async ({writer}) => {
    await writer.write(() => performance.now() > end).finally(() => stillTyping--)
  })
  await Promise.all([...typing, program.patch(() => stillTyping === 0)])

  const stored = await holdSame(newsroom, people, program)
  const figures = holdTyped(stored, people)
  for (const person of people) await holdQuiet(person)
  program.close()
  return {...figures, revisions: stored.revisions.length, patches: program.patched()}
}

async function sitDown(
  newsroom: Newsroom,
  {name, letters, begins}: (typeof PEOPLE)[number],
  draw: () => number,
): Promise<Person> {
  const desk = await newsroom.signIn(name)
  const {page} = desk
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error' || CROSSED.test(message.text())) return
    complaints.push(message.text())
  })
  const snapshots: string[] = []
  page.on('request', (request) => {
    if (request.url().includes(SNAPSHOT)) snapshots.push(request.url())
  })
  await openDocument(page, newsroom.origin, ID, 'article')
  await field(page, 'body').getByText(begins).waitFor()
  await field(page, 'headline').locator('textarea:not([readonly])').waitFor()
  expect(snapshots.splice(0)).not.toEqual([])
  const writer = createWriter({page, letters, begins, isShared, draw})
  return {...desk, name, letters, writer, complaints, snapshots}
}

/** Both forms, the stream, the answer over HTTP and the file say the same. */
async function holdSame(newsroom: Newsroom, people: Person[], program: Program): Promise<Stored> {
  const read = (): Stored => storedIn(newsroom.folder, DRAFT)
  const differences = async () => {
    const shown = await Promise.all(people.map(({page}) => shownBlocks(page)))
    const stored = shownOf(read())
    return shown.filter((one) => JSON.stringify(one) !== JSON.stringify(stored))
  }
  await expect.poll(differences, SOON).toEqual([])
  const stored = read()
  const {document, revisions} = stored
  for (const [n, {previous}] of revisions.entries()) {
    expect(previous).toBe(n === 0 ? null : revisions[n - 1]?.result)
  }
  expect(revisions.at(-1)?.result).toBe(document['_rev'])
  expect(await program.read()).toEqual(document)
  await expect.poll(() => program.heard(), SOON).toEqual(document)
  expect(program.gaps).toEqual([])
  for (const {page} of people) {
    // What is shown may keep an older revision's name; what it is made of does not.
    const form = await formValue(page)
    expect({...form, _rev: '', _updatedAt: ''}).toEqual({...document, _rev: '', _updatedAt: ''})
    const headline = field(page, 'headline').locator('textarea')
    expect(await headline.inputValue()).toBe(document['headline'])
  }
  return stored
}

function shownOf({document}: Stored): ShownBlock[] {
  return blocksOf(document as Doc).map(({_key: key, children}) => ({
    key,
    text: children.map(({text}) => text).join(''),
  }))
}

/** Nothing is missing where nobody else wrote. */
function holdTyped(stored: Stored, people: Person[]): Pick<Figures, 'amongOthers'> {
  const texts = shownOf(stored).map(({text}) => text)
  const amongOthers = people.map(({letters, writer}) => {
    const {own} = writer
    expect(own.length).toBeGreaterThan(1)
    expect(
      texts.filter((text) => own.includes(text)),
      `among ${JSON.stringify(texts)}`,
    ).toEqual(own)
    const count = (text: string): number => [...text].filter((one) => letters.includes(one)).length
    const typed = writer.amongOthers()
    const kept = count(texts.join('')) - count(own.join(''))
    // Not all: where one sets words in bold in the middle of a line, what others typed behind it meanwhile gets lost.
    expect(kept).toBeGreaterThan(typed / 2)
    return {typed, kept}
  })
  return {amongOthers}
}

/** Nothing is left to save, and nobody had anything to complain of. */
async function holdQuiet({page, problems, complaints, snapshots}: Person): Promise<void> {
  await expect.poll(() => page.getByText('Saving...').count(), SOON).toBe(0)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.close({runBeforeUnload: true})
  await expect.poll(() => page.isClosed(), SOON).toBe(true)
  expect({asked, problems, complaints, snapshots}).toEqual({
    asked: [],
    problems: [],
    complaints: [],
    snapshots: [],
  })
}
