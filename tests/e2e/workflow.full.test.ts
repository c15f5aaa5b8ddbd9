// A piece goes through three browsers: submitted, returned, corrected, approved, changed by one
// character and refused, restored, published, corrected.
import type {Locator} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {queryRaw} from '../support/query-raw.ts'
import {
  dialog,
  field,
  openAction,
  openDocument,
  openNewArticle,
  choose,
  performEditorialAction,
  visit,
} from '../support/studio.ts'

const HEADLINE = 'Harbour board sells the old customs house'
const SLUG = 'harbour-board-sells-the-old-customs-house'
const DEK = 'The board sold the customs house to the lowest bidder.'
const MENDED = 'The board sold the customs house to the highest of three bidders.'

let newsroom: Newsroom
let token: string
let journalist: Desk
let editor: Desk
let publisher: Desk
let id: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  token = newsroom.tokens.editor
  ;[journalist, editor, publisher] = await Promise.all([
    newsroom.signIn('Ingrid Vassall', {path: '/studio'}),
    newsroom.signIn('Hester Brandwick', {path: '/studio'}),
    newsroom.signIn('Samuel Okonjo-Reeve'),
  ])
})
afterAll(() => newsroom.close())

const query = <T>(groq: string, params: Record<string, string> = {}): Promise<T> =>
  queryRaw({origin: newsroom.origin, token}, groq, params)
const becomes = (ask: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(ask).toEqual(expected)
const state = (): Promise<unknown> => query('*[_id == "review." + $id][0].state', {id})
const isFocused = (field: Locator): Promise<boolean> =>
  field.evaluate((element) => element === document.activeElement)
const open = async ({page}: Desk): Promise<void> => {
  await openDocument(page, newsroom.origin, id, 'article')
  await field(page, 'headline').locator('textarea').waitFor()
}

describe('a piece', () => {
  it('is written and submitted by a journalist', async () => {
    const {page} = journalist
    await openNewArticle(page)
    await field(page, 'headline').locator('textarea').fill(HEADLINE)
    await field(page, 'dek').locator('textarea').fill(DEK)
    await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
    await choose(page, page.locator('#section'), 'Econ')
    await field(page, 'bylines').getByText('Ingrid Vassall').waitFor()
    const find = () =>
      query<string | null>(
        '*[headline == $headline && slug.current == $slug && dek == $dek && defined(section) && defined(bylines[0].author)][0]._id',
        {headline: HEADLINE, slug: SLUG, dek: DEK},
      )
    await expect.poll(find).not.toBeNull()
    id = ((await find()) ?? '').replace('drafts.', '')
    await performEditorialAction(page, 'Submit', (form) =>
      form.getByTestId('act-note').fill('The board meets on Friday.'),
    )
    await becomes(state, 'inReview')
  })

  it('is in the editors’ inbox and on their desk', {tags: ['full']}, async () => {
    const {page} = editor
    await page.getByTestId('inbox-bell').click()
    await page.getByTestId('inbox-item').filter({hasText: HEADLINE}).first().waitFor()
    await page.keyboard.press('Escape')
    await visit(page, `${newsroom.origin}/studio/desk`)
    // The desk is where editors begin: it was there before the piece was submitted, and follows.
    const row = page.getByTestId(`desk-row-${id}`)
    await expect.poll(() => row.innerText()).toContain('an editor')
  })

  it('is returned to its writer with a note, which is required', {tags: ['full']}, async () => {
    const {page} = editor
    await open(editor)
    await openAction(page, 'Request changes')
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({state: 'detached'})
    await page.keyboard.press('Control+Alt+r')
    const form = dialog(page)
    expect(await form.getByTestId('perform-requestChanges').isDisabled()).toBe(true)
    await expect.poll(() => isFocused(form.getByTestId('act-note'))).toBe(true)
    await page.keyboard.type('Lowest? The minutes say highest.')
    await form.getByTestId('perform-requestChanges').click()
    await becomes(state, 'changesRequested')
  })

  it(
    'shows its writer what to change; the writer corrects and submits it again',
    {tags: ['full']},
    async () => {
      const {page} = journalist
      await open(journalist)
      await page.getByText('Lowest? The minutes say highest.').first().waitFor()
      await field(page, 'dek').locator('textarea').fill(MENDED)
      await becomes(() => query('*[_id == "drafts." + $id][0].dek', {id}), MENDED)
      await performEditorialAction(page, 'Submit')
      await becomes(state, 'inReview')
    },
  )

  it(
    'cannot be approved by its writer, or published by an editor before the approval',
    {tags: ['full']},
    async () => {
      const {page} = journalist
      await page.getByTestId('pane-footer').last().getByTestId('action-menu-button').click()
      expect(await page.getByRole('menuitem', {name: 'Approve'}).count()).toBe(0)
      const publish = page.getByRole('menuitem', {name: 'Publish', exact: true})
      expect(await publish.isDisabled()).toBe(true)
      await page.keyboard.press('Escape')
    },
  )

  it('is approved by an editor while a second one is about to: typed text stays', async () => {
    await Promise.all([open(editor), open(publisher)])
    const form = await openAction(publisher.page, 'Approve')
    await form.getByTestId('act-note').fill('Well mended.')
    await performEditorialAction(editor.page, 'Approve')
    await becomes(state, 'approved')
    await form.getByTestId('reason-wrongState').waitFor()
    expect(await form.getByTestId('act-note').inputValue()).toBe('Well mended.')
    expect(await form.getByTestId('perform-approve').isDisabled()).toBe(true)
    await publisher.page.keyboard.press('Escape')
    await form.waitFor({state: 'detached'})
  })

  it('loses its approval by one character', {tags: ['full']}, async () => {
    const {page} = journalist
    await open(journalist)
    const dek = field(page, 'dek').locator('textarea')
    await dek.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('x')
    await becomes(state, 'inReview')
    expect(await query('*[_id == "review." + $id][0].lapsed', {id})).toBe(true)
  })

  it('cannot be published then, and the studio says why', {tags: ['full']}, async () => {
    const {page} = publisher
    await open(publisher)
    const menu = page.getByTestId('pane-footer').last().getByTestId('action-menu-button')
    await menu.click()
    const publish = page.getByRole('menuitem', {name: 'Publish', exact: true})
    await expect.poll(() => publish.isDisabled()).toBe(true)
    // Closed while the piece is still looked up, too: a person goes there again for the reason.
    const reason = page.getByText('changed after it was approved', {exact: false}).first()
    for (let looks = 1; ; looks++) {
      await publish.hover({force: true})
      const isSaid = await reason.waitFor({timeout: 4_000}).then(
        () => true,
        () => false,
      )
      if (isSaid) break
      if (looks === 5) throw new Error('The studio does not say why.')
      await page.mouse.move(0, 0)
    }
    await page.keyboard.press('Escape')
  })

  it(
    'cannot be published over the API either: the server gives the same reason',
    {tags: ['full']},
    async () => {
      const cookies = await publisher.context.cookies()
      const send = (path: string, body: unknown) =>
        fetch(`${newsroom.origin}/v2025-02-19/${path}/production`, {
          method: 'POST',
          headers: {
            cookie: cookies.map(({name, value}) => `${name}=${value}`).join('; '),
            'content-type': 'application/json',
          },
          body: JSON.stringify(body),
        })
      const publish = {
        actionType: 'sanity.action.document.publish',
        draftId: `drafts.${id}`,
        publishedId: id,
      }
      for (const answer of [
        await send('acts', {act: 'publish', articleId: id}),
        await send('data/actions', {actions: [publish]}),
      ]) {
        expect(answer.status).toBe(403)
        const {error} = (await answer.json()) as {error: {type: string; reasons: {code: string}[]}}
        expect(error.type).toBe('editorialRule')
        expect(error.reasons.map(({code}) => code)).toContain('approvalLapsed')
      }
      expect(await query('count(*[_id == $id])', {id})).toBe(0)
    },
  )

  it('is approved again when the character is removed', {tags: ['full']}, async () => {
    const {page} = journalist
    await field(page, 'dek').locator('textarea').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Backspace')
    await becomes(state, 'approved')
  })

  it('is published by another editor, and readers see it', async () => {
    const approved = await query<string>('*[_id == "drafts." + $id][0].dek', {id})
    await performEditorialAction(publisher.page, 'Publish')
    await becomes(state, 'published')
    const page = await newsroom.browser.newPage()
    await page.goto(`${newsroom.origin}/article/${SLUG}`)
    await page.getByRole('heading', {level: 1, name: HEADLINE}).waitFor()
    await page.getByText(approved).first().waitFor()
    await page.close()
  })

  it('is corrected by the same process, with a note to readers', async () => {
    const right = `${MENDED} The price was 4.1 million crowns.`
    await open(journalist)
    await field(journalist.page, 'dek').locator('textarea').fill(right)
    await becomes(() => query('*[_id == "drafts." + $id][0].dek', {id}), right)
    await performEditorialAction(journalist.page, 'Submit')
    await becomes(state, 'inReview')
    await open(editor)
    await performEditorialAction(editor.page, 'Approve')
    await becomes(state, 'approved')
    await open(publisher)
    const form = await openAction(publisher.page, 'Publish')
    expect(await form.getByTestId('perform-publish').isDisabled()).toBe(true)
    await form.getByTestId('kind-correction').check()
    await form.getByTestId('reader-note').fill('An earlier version left out the price.')
    await form.getByTestId('perform-publish').click()
    await becomes(() => query('*[_id == $id][0].dek', {id}), right)
    const page = await newsroom.browser.newPage()
    await page.goto(`${newsroom.origin}/article/${SLUG}`)
    await page.getByText('An earlier version left out the price.').first().waitFor()
    await page.goto(`${newsroom.origin}/corrections`)
    await page.getByText('An earlier version left out the price.').first().waitFor()
    await page.close()
  })

  it('shows every act in its history', {tags: ['full']}, async () => {
    const acts = await query<string[]>('*[_id == "review." + $id][0].history[].act', {id})
    expect(acts).toEqual([
      'submit',
      'requestChanges',
      'submit',
      'approve',
      'publish',
      'submit',
      'approve',
      'publish',
    ])
  })

  it(
    'is withdrawn with a notice, which readers find at its address',
    {tags: ['full']},
    async () => {
      await open(editor)
      await performEditorialAction(editor.page, 'Withdraw', (form) =>
        form.getByTestId('act-note').fill('The sale was not signed after all.'),
      )
      await becomes(state, 'withdrawn')
      const answer = await fetch(`${newsroom.origin}/article/${SLUG}`)
      expect(answer.status).toBe(410)
      expect(await answer.text()).toContain('The sale was not signed after all.')
    },
  )

  it('caused no error in anybody’s studio', () => {
    for (const {problems} of [journalist, editor, publisher]) expect(problems).toEqual([])
  })
})
