// A photo that a live article shows gets another caption: a journalist changes it, an editor helps, the
// photo desk amends it, and readers are told.
import type {Locator} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {queryRaw} from '../support/query-raw.ts'
import {dialog, field, openDocument} from '../support/studio.ts'

const PHOTO = 'photo-black-canyon'
const ARTICLE = 'article-open-pictures'
const PAGE = '/article/seven-pictures-that-belong-to-you'
const CAPTION = 'The Black Canyon of the Colorado River, seen from Mirror Bar in 1871.'
const ALT = 'A boat with a sitting man lies in a still bend between steep dark walls of rock.'
const NOTE = 'An earlier caption did not say from where the canyon was photographed.'

let newsroom: Newsroom
let token: string
let journalist: Desk
let editor: Desk
let photoEditor: Desk

beforeAll(async () => {
  newsroom = await openNewsroom()
  token = newsroom.tokens.editor
  journalist = await newsroom.signIn('Tomas Ardley')
  editor = await newsroom.signIn('Hester Brandwick')
  photoEditor = await newsroom.signIn('Lidia Marchetti')
})
afterAll(() => newsroom.close())

const query = <T>(groq: string): Promise<T> => queryRaw({origin: newsroom.origin, token}, groq)
const becomes = (groq: string, expected: unknown): Promise<void> =>
  expect.poll(() => query(groq)).toEqual(expected)

const open = async ({page}: Desk): Promise<void> => {
  await openDocument(page, newsroom.origin, PHOTO, 'photoWithCredit')
  await field(page, 'caption').locator('textarea').waitFor()
}
const button = ({page}: Desk, name: string) =>
  page.getByTestId('pane-footer').last().getByRole('button', {name, exact: true})

/** Something closed, with its reason as a person finds it. */
async function isClosed({page}: Desk, target: Locator, reason: string): Promise<void> {
  await target.waitFor()
  await expect.poll(() => target.isDisabled()).toBe(true)
  const told = page.getByText(reason).filter({visible: true}).first()
  // What a pointer has called up goes when the footer is drawn anew.
  await expect
    .poll(async () => {
      await page.mouse.move(0, 0)
      await target.hover({force: true})
      return await told.waitFor({timeout: 2_000}).then(
        () => true,
        () => false,
      )
    })
    .toBe(true)
}

async function amendByForce({context}: Desk): Promise<{status: number; codes: string[]}> {
  const cookies = await context.cookies()
  const headers = {
    cookie: cookies.map(({name, value}) => `${name}=${value}`).join('; '),
    'content-type': 'application/json',
  }
  const api = `${newsroom.origin}/v2025-02-19`
  const found = await fetch(`${api}/data/doc/production/drafts.${PHOTO}`, {headers})
  const {documents} = (await found.json()) as {documents: {_rev: string}[]}
  const answer = await fetch(`${api}/acts/production`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      act: 'amend',
      documentId: PHOTO,
      ifRevision: documents[0]?._rev,
      amendments: {[ARTICLE]: {type: 'correction', readerNote: NOTE}},
    }),
  })
  const {error} = (await answer.json()) as {error?: {reasons?: {code: string}[]}}
  return {status: answer.status, codes: (error?.reasons ?? []).map(({code}) => code)}
}

describe('a caption that readers see', () => {
  it('is changed by a journalist, who learns who can amend it', async () => {
    const {page} = journalist
    await open(journalist)
    await field(page, 'caption').locator('textarea').fill(CAPTION)
    await becomes(`*[_id == "drafts.${PHOTO}"][0].caption`, CAPTION)
    await isClosed(
      journalist,
      button(journalist, 'Amend'),
      'that is for an editor or a photo editor',
    )
    expect(await amendByForce(journalist)).toEqual({
      status: 403,
      codes: expect.arrayContaining(['roleMissing', 'fourEyesChanged']),
    })
  })

  it('is not amended by an editor who changed a part of it, either', async () => {
    const {page} = editor
    await open(editor)
    await button(editor, 'Amend').waitFor()
    await expect.poll(() => button(editor, 'Amend').isEnabled()).toBe(true)
    await field(page, 'alt').locator('textarea').fill(ALT)
    await becomes(`*[_id == "drafts.${PHOTO}"][0].alt`, ALT)
    await isClosed(
      editor,
      button(editor, 'Amend'),
      'You made this change: somebody else publishes it.',
    )
    expect(await amendByForce(editor)).toEqual({status: 403, codes: ['fourEyesChanged']})
    expect(await query(`*[_id == "${PHOTO}"][0].caption`)).not.toBe(CAPTION)
  })

  it('cannot be deleted while they do, and the menu says why', async () => {
    const {page} = photoEditor
    await open(photoEditor)
    await button(photoEditor, 'Amend').waitFor()
    await page.getByTestId('pane-footer').last().getByTestId('action-menu-button').click()
    // Unpublishing is offered on the published version alone.
    const remove = page.getByRole('menuitem', {name: 'Delete', exact: true})
    await isClosed(photoEditor, remove, 'take it out there first')
    await page.keyboard.press('Escape')
  })

  it('is checked by the photo desk: who changed what, and whose readers see it', async () => {
    const {page} = photoEditor
    await expect.poll(() => button(photoEditor, 'Amend').isEnabled()).toBe(true)
    await page.keyboard.press('Control+Alt+p')
    const form = dialog(page)
    await form.getByText('Changed by Tomas Ardley and Hester Brandwick.').waitFor()
    const changes = form.getByTestId('piece-diff')
    await changes.locator('ins').filter({hasText: 'seen from Mirror Bar'}).waitFor()
    const told = form.getByTestId(`amend-article-${ARTICLE}`)
    await told.getByText('Seven pictures that belong to you already').waitFor()
    await told.getByText('Lead photo').waitFor()
    expect(await form.getByTestId('perform-amend').isDisabled()).toBe(true)
  })

  it('is amended by the desk with a note to readers', async () => {
    const form = dialog(photoEditor.page)
    await form.getByTestId('kind-correction').check()
    expect(await form.getByTestId('perform-amend').isDisabled()).toBe(true)
    await form.getByTestId('reader-note').fill(NOTE)
    await form.getByTestId('perform-amend').click()
    await photoEditor.page.getByText('Amended. Readers see the change.').first().waitFor()
    await form.waitFor({state: 'detached'})
    await becomes(`*[_id == "${PHOTO}"][0]{caption, alt}`, {caption: CAPTION, alt: ALT})
    expect(await query(`count(*[_id in ["drafts.${PHOTO}", "review.${PHOTO}"]])`)).toBe(0)
  })

  it('is on the article’s page, with the correction', async () => {
    const page = await newsroom.browser.newPage()
    await page.goto(`${newsroom.origin}${PAGE}`)
    await page.getByText(CAPTION).first().waitFor()
    await page.getByText(NOTE).first().waitFor()
    await page.goto(`${newsroom.origin}/corrections`)
    await page.getByText(NOTE).first().waitFor()
    await page.close()
  })

  it('no longer needs an amendment', async () => {
    await button(photoEditor, 'Publish').waitFor()
    expect(await button(photoEditor, 'Publish').isDisabled()).toBe(true)
    expect(await button(photoEditor, 'Amend').count()).toBe(0)
  })

  it('caused no error in anybody’s studio', () => {
    for (const {problems} of [journalist, editor, photoEditor]) expect(problems).toEqual([])
  })
})
