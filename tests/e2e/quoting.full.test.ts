// A journalist makes quotes of words in the text, with a new speaker, without leaving it. The test counts presses and
// compares what is stored.
import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {newsroomClient} from '../support/newsroom-client.ts'
import {bodyText, field, openDocument} from '../support/studio.ts'

/** From the selected words to a saved quote with a new speaker. */
const MOST_PRESSES = 3
const ID = 'quoting-the-clock'

const paragraph = (_key: string, text: string, more: object = {}, marks = ['strong']) => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${_key}-words`, text, marks}],
  ...more,
})

const PLAIN = 'The town’s only tide clock stopped on Monday'

/** The others are bold: the button above the text tells when the editor has read the selection. */
const BODY = [
  paragraph('first', `${PLAIN}, and nobody repairs it.`, {}, []),
  paragraph(
    'direct',
    '“It has earned a rest,” said Ada Crane, a warden at the Holm Trust, after nine years.',
  ),
  paragraph('parts', '“Nobody paid us,” she said, “so we left it.” The council did not answer.', {
    listItem: 'bullet',
    level: 1,
  }),
  paragraph('again', 'It has earned a rest', {style: 'blockquote'}),
  paragraph('reported', 'The clock will be repaired at Easter'),
]

interface Stored {
  text: string
  kind: string
  speakers?: {name: string; titleAtTime?: string; affiliationAtTime?: string}[]
}

let newsroom: Newsroom
let desk: Desk
let page: Page
let client: SanityClient
let presses = 0
beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = await newsroom.signIn('Ingrid Vassall')
  ;({page} = desk)
  client = newsroomClient(newsroom.origin, newsroom.tokens.editor)
  await client.create({
    _id: `drafts.${ID}`,
    _type: 'article',
    headline: 'Tide clock stops',
    language: 'en',
    body: BODY,
  })
  await openDocument(page, newsroom.origin, ID, 'article')
  await bodyText(page).locator('[data-pt-block]').first().waitFor()
})
afterAll(() => newsroom.close())
beforeEach(() => {
  presses = 0
})

async function press(key: string): Promise<void> {
  presses += 1
  await page.keyboard.press(key)
}

/** Marks a whole paragraph, the last one with these words. It is not counted: a person has the words selected. */
async function select(words: string): Promise<void> {
  const strong = field(page, 'body').getByTestId('action-button-strong')
  const text = bodyText(page)
  await text.getByText(PLAIN).click()
  await strong.and(page.locator(':not([data-selected])')).first().waitFor({state: 'attached'})
  await text.getByText(words).last().click({clickCount: 3})
  await strong.and(page.locator('[data-selected]')).first().waitFor({state: 'attached'})
}

const dialog = (): Locator => page.getByTestId('quote-dialog')
const input = (label: string): Locator =>
  dialog().getByLabel(label, {exact: true}).and(page.locator('input, textarea, select'))
const valueOf = (label: string): Promise<string> => input(label).inputValue()
const saved = async (): Promise<void> => {
  await press('Control+Enter')
  await dialog().waitFor({state: 'detached'})
}

/** Of each paragraph, the quote that words of it are tied to, once for each annotation. */
async function tied(): Promise<Record<string, string[]>> {
  const blocks = await client.fetch<{_key: string; quotes: string[] | null}[]>(
    '*[_id == $id][0].body[]{_key, "quotes": markDefs[_type == "quotation"].quote._ref}',
    {id: `drafts.${ID}`},
    {perspective: 'raw'},
  )
  return Object.fromEntries(blocks.map(({_key, quotes}) => [_key, quotes ?? []]))
}

/** A quote that the journalist has made, by the ID that the text names. */
const stored = (id = ''): Promise<Stored | null> =>
  client.fetch(
    '*[_id == $id][0]{text, kind, "speakers": speakers[]{titleAtTime, affiliationAtTime, "name": *[_id in [^.source._ref, "drafts." + ^.source._ref]][0].name}}',
    {id: `drafts.${id}`},
    {perspective: 'raw'},
  )

const sourcesNamed = (name: string): Promise<number> =>
  client.fetch('count(*[_type == "source" && name == $name])', {name}, {perspective: 'raw'})

const CRANE = {name: 'Ada Crane', titleAtTime: 'warden', affiliationAtTime: 'Holm Trust'}

it('makes a quote and its new speaker by two presses, and undoes the annotation by one', async () => {
  await select('It has earned a rest,')
  await press('Control+Alt+q')
  await input('Words').waitFor()
  expect(await valueOf('Words')).toBe('It has earned a rest')
  expect(await valueOf('Kind of quote')).toBe('direct')
  expect(await valueOf('Speaker')).toBe('Ada Crane')
  expect(await valueOf('Title at the time')).toBe('warden')
  expect(await valueOf('Affiliation')).toBe('Holm Trust')
  await saved()
  expect(presses).toBeLessThanOrEqual(MOST_PRESSES)

  await expect.poll(async () => (await tied())['direct']).toHaveLength(1)
  const [quote] = (await tied())['direct'] ?? []
  expect(await stored(quote)).toEqual({
    text: 'It has earned a rest',
    kind: 'direct',
    speakers: [CRANE],
  })
  // The keyboard is back at the words.
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await tied())['direct']).toEqual([])
  await page.keyboard.press('ControlOrMeta+y')
  await expect.poll(async () => (await tied())['direct']).toEqual([quote])
})

it('ties two parts to one quote of the same speaker, by the button, while a colleague writes', async () => {
  await select('Nobody paid us')
  const button = field(page, 'body').getByRole('button', {name: 'Quotation'})
  if ((await button.count()) === 0) {
    await field(page, 'body').getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Quotation'}).click()
  } else await button.click()
  await input('Words').waitFor()
  expect(await valueOf('Words')).toBe('Nobody paid us, so we left it')
  const before = 'Yesterday: '
  await client
    .patch(`drafts.${ID}`)
    .set({'body[_key=="parts"].children[0].text': `${before}${BODY[2]?.children[0]?.text ?? ''}`})
    .commit()
  await bodyText(page).getByText(before).waitFor()
  await saved()
  await expect.poll(async () => (await tied())['parts']).toHaveLength(2)
  const [quote, same] = (await tied())['parts'] ?? []
  expect(same).toBe(quote)
  expect(await stored(quote)).toMatchObject({speakers: [CRANE]})
  expect(await sourcesNamed('Ada Crane')).toBe(1)
  const text = await bodyText(page).innerText()
  expect(text).toContain(`${before}“Nobody paid us,” she said, “so we left it.”`)
})

it('offers the quote that the article has with the same words', async () => {
  await select('It has earned a rest')
  await press('Control+Alt+q')
  await dialog().getByText('This article has a quote with these words').waitFor()
  expect(await dialog().getByRole('radio').first().isChecked()).toBe(true)
  await saved()
  await expect.poll(async () => (await tied())['again']).toEqual((await tied())['direct'])
})

it('finds a source while its name is typed, and fills title and affiliation from it', async () => {
  await select('The clock will be repaired')
  await press('Control+Alt+q')
  await input('Speaker').waitFor()
  expect(await valueOf('Kind of quote')).toBe('paraphrase')
  // Nobody is said to say it: the last speaker may be proposed.
  for (const label of ['Title at the time', 'Affiliation']) await input(label).fill('')
  await input('Speaker').fill('Rory Gr')
  await dialog()
    .getByRole('radio', {name: /Use Rory Green/})
    .click()
  expect(await valueOf('Speaker')).toBe('Rory Green')
  expect(await valueOf('Title at the time')).toBe('Chief China Economist')
  await saved()
  await expect.poll(async () => (await tied())['reported']).toHaveLength(1)
  const [quote] = (await tied())['reported'] ?? []
  expect(await stored(quote)).toMatchObject({
    kind: 'paraphrase',
    speakers: [{name: 'Rory Green', titleAtTime: 'Chief China Economist'}],
  })
  expect(await sourcesNamed('Rory Green')).toBe(1)
  expect(desk.problems).toEqual([])
})
