// The product's main job, by two people in two browsers: a journalist composes the piece, an editor
// publishes it, and the reading site and the API show it.
import {fileURLToPath} from 'node:url'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {
  bodyText,
  choose,
  closeDialog,
  dialog,
  field,
  lastPane,
  openDocument,
  openNewArticle,
  performEditorialAction,
  untilDone,
} from '../support/studio.ts'

const PICTURE = fileURLToPath(new URL('../fixtures/photos/everything.jpg', import.meta.url))
const HEADLINE = 'Night boat brings back the bakers'
const SLUG = 'night-boat-brings-back-the-bakers'
const QUOTE = 'We bake at three and the town eats at six'

let newsroom: Newsroom
let token: string
let journalist: Desk
let editor: Desk
/** The article's published id. */
let id: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  token = newsroom.tokens.editor
  const link = await newsroom.invite('Ruth Ansell', 'editor')
  ;[journalist, editor] = await Promise.all([
    newsroom.signIn('Ingrid Vassall', {path: '/studio'}),
    newsroom.signIn('Ruth Ansell', {link}),
  ])
})
afterAll(() => newsroom.close())

async function query<T>(
  groq: string,
  params: Record<string, string> = {},
  staff = true,
): Promise<T> {
  const url = new URL('/v2025-02-19/data/query/production', newsroom.origin)
  url.searchParams.set('query', groq)
  for (const [name, value] of Object.entries(params)) {
    url.searchParams.set(`$${name}`, JSON.stringify(value))
  }
  if (staff) url.searchParams.set('perspective', 'raw')
  const response = await fetch(url, {headers: staff ? {authorization: `Bearer ${token}`} : {}})
  expect(response.status).toBe(200)
  return ((await response.json()) as {result: T}).result
}

interface Block {
  _type: string
  style?: string
  children?: {text: string}[]
}
const draft = <T>(projection: string): Promise<T> =>
  query<T>(`*[_id == "drafts." + $id][0]${projection}`, {id})

const becomes = (ask: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(ask).toEqual(expected)

const insert = async (page: Page, kind: string): Promise<void> => {
  const body = field(page, 'body')
  await body.scrollIntoViewIfNeeded()
  const button = body.locator(`[data-testid="${kind}-insert-menu-button"][aria-hidden="false"]`)
  if (await button.count()) {
    await button.first().click()
  } else {
    await body.getByTestId('insert-menu-button').click()
    await page.getByRole('menuitem', {name: /Call to action/}).click()
  }
  await dialog(page).waitFor()
}

const quoteId = async (): Promise<string> =>
  (await query<string>('*[_type == "expertQuote" && text == $text][0]._id', {text: QUOTE})).replace(
    'drafts.',
    '',
  )
/** Opens the quote at its verification, and answers the first status that says it is verified. */
async function openVerification(page: Page): Promise<Locator> {
  await openDocument(page, newsroom.origin, await quoteId(), 'expertQuote')
  await page.getByRole('tab', {name: 'Terms and verification'}).click()
  return lastPane(page).getByTestId('field-verification').getByRole('radio').nth(1)
}

describe('a journalist composes the piece', () => {
  it('is offered only what a journalist can create', {tags: ['full']}, async () => {
    const {page} = journalist
    await page.getByRole('button', {name: 'Create new document'}).click()
    const offers = page.locator('[data-testid^="create-new-"]:not([data-testid*="select"])')
    await offers.first().waitFor()
    const offered = (await offers.allInnerTexts()).map((text) => text.trim()).toSorted()
    // Else the open menu is in the way of all that follows.
    await page.keyboard.press('Escape')
    expect(offered).toEqual([
      'Article',
      'Article from a text…',
      'Author',
      'Photo',
      'Quote',
      'Source',
    ])
  })

  it('writes headline, standfirst, address, section and bylines', async () => {
    const {page} = journalist
    await openNewArticle(page)
    await field(page, 'headline').locator('textarea').focus()
    await page.keyboard.insertText(HEADLINE)
    await field(page, 'dek').locator('textarea').fill('The half past one crossing is back.')
    await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
    await choose(page, page.locator('#section'), 'Econ')
    // One's own name stands there already; a colleague joins it.
    await field(page, 'bylines').getByText('Ingrid Vassall').waitFor()
    await field(page, 'bylines').getByTestId('add-single-object-button').click()
    await choose(page, dialog(page).locator('input[id$=".author"]'), 'Elspeth')
    await closeDialog(page)
    const find = () =>
      query<{id: string} | null>(
        '*[headline == $headline && slug.current == $slug && defined(section) && bylines[0].author->name == "Ingrid Vassall" && bylines[1].author->name == "Elspeth Quarrie"][0]{"id": _id}',
        {headline: HEADLINE, slug: SLUG},
      )
    await expect.poll(find).not.toBeNull()
    id = ((await find())?.id ?? '').replace('drafts.', '')
    expect(await draft<string>('.dek')).toBe('The half past one crossing is back.')
  })

  it('sees errors at the field, in words', {tags: ['full']}, async () => {
    const {page} = journalist
    await field(page, 'headline').scrollIntoViewIfNeeded()
    await field(page, 'dek').locator('textarea').fill('')
    await field(page, 'dek').locator('textarea').blur()
    const mark = field(page, 'dek').locator('[data-testid^="input-validation-icon-"]')
    await mark.first().hover()
    const hint = page
      .locator('[data-ui="Tooltip__card"], [data-ui="Popover"]')
      .filter({visible: true})
    await hint.first().waitFor()
    expect((await hint.allInnerTexts()).join(' ')).toMatch(/standfirst|sentence|needs/i)
    await field(page, 'dek').locator('textarea').fill('The half past one crossing is back.')
    await becomes(() => draft('.dek'), 'The half past one crossing is back.')
  })

  it('writes paragraphs and a subhead', async () => {
    const {page} = journalist
    await field(page, 'body').scrollIntoViewIfNeeded()
    await bodyText(page).click()
    await page.keyboard.insertText(
      'The boat left Ostrey at half past one with eleven people on board.',
    )
    await page.keyboard.press('Enter')
    await page.keyboard.type('## Who travels at night')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('Two bakers, a nurse and a man with a clarinet.')
    await becomes(
      async () =>
        (await draft<Block[]>('.body')).map(({style, children}) => [style, children?.[0]?.text]),
      [
        ['normal', 'The boat left Ostrey at half past one with eleven people on board.'],
        ['h2', 'Who travels at night'],
        ['normal', 'Two bakers, a nurse and a man with a clarinet.'],
      ],
    )
  })

  it('inserts a photo whose file fills caption, credit, creator, copyright and alt', async () => {
    const {page} = journalist
    await page.keyboard.press('Enter')
    await insert(page, 'photoUse')
    await dialog(page).getByRole('button', {name: 'Create'}).click()
    // The form takes a file once it takes words: before, the new document is still being opened.
    await lastPane(page).locator('[data-testid="field-creditLine"] input:not([readonly])').waitFor()
    await lastPane(page).locator('input[type="file"]').setInputFiles(PICTURE)
    await page.getByRole('button', {name: 'Confirm all'}).waitFor()
    const photo = () =>
      query<Record<string, string> | null>(
        '*[_type == "photoWithCredit" && creditLine == "Tomas Ardley / The Harbour Courier"][0]{_id, caption, creator, "copyright": defined(copyrightNotice), "alt": defined(alt), "asset": defined(image.asset)}',
      )
    await expect.poll(photo).toMatchObject({
      caption: 'The ferry Kittiwake leaves Ostrey at one in the morning.',
      creator: 'Tomas Ardley',
      copyright: true,
      alt: true,
      asset: true,
    })
    const marks = () =>
      query<string[] | null>('*[_id == "private.photo." + $photo][0].filledFromFile', {
        photo: photoId,
      })
    const photoId = ((await photo())?.['_id'] ?? '').replace('drafts.', '')
    await expect.poll(marks).toContain('creditLine')
    // The form moves while picture and fields come in: a press beside the button does nothing, and a person presses again.
    const confirm = page.getByRole('button', {name: 'Confirm all'})
    const left = async () => {
      // It goes once everything is confirmed.
      await confirm.click({timeout: 2_000}).catch(() => {})
      return (await marks()) ?? []
    }
    await expect.poll(left, {interval: 1_000}).toEqual([])
    await openDocument(page, newsroom.origin, id, 'article')
    await field(page, 'body').getByText('Tomas Ardley / The Harbour Courier').waitFor()
  })

  it('inserts an expert quote, creating quote and speaker in place', async () => {
    const {page} = journalist
    await field(page, 'body').scrollIntoViewIfNeeded()
    await bodyText(page).getByText('Two bakers').click()
    await page.keyboard.press('End', {delay: 150})
    await insert(page, 'quoteUse')
    await dialog(page).getByRole('button', {name: 'Create'}).first().click()
    const quotePane = lastPane(page)
    await quotePane.locator('[data-testid="field-text"] textarea').fill(QUOTE)
    await quotePane
      .locator('[data-testid="field-speakers"]')
      .getByTestId('add-single-object-button')
      .click()
    await dialog(page).getByRole('button', {name: 'Create'}).first().click()
    const name = page.locator('[data-testid="field-name"] input')
    await name.fill('Marta Quill')
    await page.locator('[data-testid$=".titleAtTime"] input').fill('Head baker')
    await page.locator('[data-testid$=".affiliationAtTime"] input').fill('Quill and Daughters')
    await expect
      .poll(() =>
        query(
          '*[_type == "expertQuote" && text == $text][0]{"speaker": speakers[0]{titleAtTime, affiliationAtTime, "ref": defined(source._ref)}, "used": count(*[_id == "drafts." + $id && references(string::split(^._id, "drafts.")[1])])}',
          {text: QUOTE, id},
        ),
      )
      .toEqual({
        speaker: {titleAtTime: 'Head baker', affiliationAtTime: 'Quill and Daughters', ref: true},
        used: 1,
      })
    await expect
      .poll(() => query('*[_type == "source" && name == "Marta Quill"]._id'))
      .toHaveLength(1)
  })

  it('learns that somebody else verifies the quote', {tags: ['full']}, async () => {
    const {page} = journalist
    const choice = await openVerification(page)
    await page.getByTestId('verification-own').waitFor()
    expect(await choice.isDisabled()).toBe(true)
  })

  it('inserts a call to action', async () => {
    const {page} = journalist
    await openDocument(page, newsroom.origin, id, 'article')
    await field(page, 'body').getByText(QUOTE).waitFor()
    await bodyText(page).getByText('Two bakers').click()
    await page.keyboard.press('End', {delay: 150})
    await insert(page, 'callToAction')
    const of = (name: string) =>
      dialog(page).locator(`[data-testid$=".${name}"]`).locator('input, textarea').first()
    await of('text').fill('Every Friday, the harbour in your inbox.')
    await of('label').fill('Sign up')
    await of('url').fill('https://courier.example/letter')
    await closeDialog(page)
    await becomes(() => draft('.body[_type == "callToAction"][0]{text, label, url}'), {
      text: 'Every Friday, the harbour in your inbox.',
      label: 'Sign up',
      url: 'https://courier.example/letter',
    })
    expect((await draft<Block[]>('.body')).map(({_type}) => _type).toSorted()).toEqual([
      'block',
      'block',
      'block',
      'callToAction',
      'photoUse',
      'quoteUse',
    ])
  })

  it('cannot publish, and sees why; submits it instead', async () => {
    const {page, problems} = journalist
    await page.getByTestId('pane-footer').last().getByTestId('action-menu-button').click()
    const publish = page.getByRole('menuitem', {name: 'Publish', exact: true})
    expect(await publish.isDisabled()).toBe(true)
    const reason = page.getByText('that is for an editor', {exact: false}).first()
    // A menu that is drawn again under a resting pointer shows no reason: a person moves the pointer.
    await untilDone(
      async () => {
        await page.mouse.move(0, 0)
        await publish.hover({force: true})
      },
      () => reason.isVisible(),
    )
    await page.keyboard.press('Escape')
    await performEditorialAction(page, 'Submit')
    await becomes(() => query('*[_id == "review." + $id][0].state', {id}), 'inReview')
    expect(problems).toEqual([])
  })

  it('cannot publish over the API either', {tags: ['full']}, async () => {
    const cookie = (await journalist.context.cookies())
      .map(({name, value}) => `${name}=${value}`)
      .join('; ')
    const send = (path: string, body: unknown) =>
      fetch(`${newsroom.origin}/v2025-02-19/data/${path}/production`, {
        method: 'POST',
        headers: {cookie, 'content-type': 'application/json'},
        body: JSON.stringify(body),
      })
    const before = await query<string[]>('*[]._rev')
    const document = {_id: id, _type: 'article', headline: 'Forced'}
    const attempts = [
      send('actions', {
        actions: [
          {
            actionType: 'sanity.action.document.publish',
            draftId: `drafts.${id}`,
            publishedId: id,
          },
        ],
      }),
      send('mutate', {mutations: [{create: document}]}),
      send('mutate', {mutations: [{createOrReplace: document}]}),
      send('mutate', {mutations: [{createIfNotExists: document}]}),
      send('mutate', {
        mutations: [{patch: {id: 'article-two-sessions', set: {headline: 'Forced'}}}],
      }),
      send('mutate', {mutations: [{delete: {id: 'article-two-sessions'}}]}),
    ]
    for (const attempt of attempts) expect((await attempt).status).toBe(403)
    expect(await query<string[]>('*[]._rev')).toEqual(before)
  })
})

describe('an editor publishes the piece', () => {
  it('finds the draft in the list of colleagues’ drafts', async () => {
    const {page} = editor
    // An editor begins at the review desk.
    await page.getByRole('link', {name: 'Newsroom'}).click()
    await page.getByText('Colleagues’ drafts').first().click()
    // The inbox announces the headline, too.
    await page.getByRole('link').filter({hasText: HEADLINE}).first().click()
    await field(page, 'headline').locator('textarea:not([readonly])').waitFor()
    expect(await field(page, 'headline').locator('textarea').inputValue()).toBe(HEADLINE)
  })

  it('sees the page beside the form', async () => {
    const {page} = editor
    await page
      .getByRole('tab', {name: 'Page'})
      .or(page.getByText('Page', {exact: true}))
      .first()
      .click()
    const frame = page.frameLocator('iframe').first()
    await frame.getByRole('heading', {level: 1, name: HEADLINE}).waitFor()
    await frame.getByText(QUOTE).first().waitFor()
    await page.getByText('Write', {exact: true}).first().click()
  })

  it('can verify the quote, of which they wrote no word', {tags: ['full']}, async () => {
    const page = await editor.context.newPage()
    const choice = await openVerification(page)
    await expect.poll(() => choice.isEnabled()).toBe(true)
    expect(await page.getByTestId('verification-own').count()).toBe(0)
    await page.close()
  })

  it('approves it, and gives a reason for the unverified quote', async () => {
    const {page} = editor
    await performEditorialAction(page, 'Approve', async (form) => {
      await form.getByText('new photo').waitFor()
      await form
        .getByTestId('override-quoteUnverified')
        .locator('input')
        .fill('I was there when she said it.')
    })
    await becomes(() => query('*[_id == "review." + $id][0].state', {id}), 'approved')
    expect(
      await query('*[_type == "override" && article._ref == $id]{code, reason}', {id}),
    ).toEqual([{code: 'quoteUnverified', reason: 'I was there when she said it.'}])
  })

  it('publishes article, photo, quote and source by one act, in one transaction', async () => {
    const {page} = editor
    const requests: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !/\/(acts|actions|mutate)\//.test(request.url())) return
      requests.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`)
    })
    await performEditorialAction(page, 'Publish')
    await becomes(() => query('count(*[_id == $id])', {id}, false), 1)
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatch(/^\/v[^/]+\/acts\/production .*"act":"publish"/)
    const revisions = await query<string[]>(
      '*[_id == $id || text == $text || name == "Marta Quill" || creditLine == "Tomas Ardley / The Harbour Courier"]._rev',
      {id, text: QUOTE},
    )
    expect(revisions).toHaveLength(4)
    expect(new Set(revisions).size).toBe(1)
  })

  it('has published a page with every credit and every speaker', async () => {
    const page = await newsroom.browser.newPage()
    await page.goto(`${newsroom.origin}/article/${SLUG}`)
    await page.getByRole('heading', {level: 1, name: HEADLINE}).waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Tomas Ardley / The Harbour Courier')
    expect(text).toContain(QUOTE)
    expect(text).toMatch(/Marta Quill/)
    expect(text).toMatch(/Head baker/)
    expect(text).toMatch(/Quill and Daughters/)
    expect(text).toContain('Sign up')
    await page.close()
  })

  it('edits it again, sees the pending change, and discards it', {tags: ['full']}, async () => {
    const {page, problems} = editor
    await field(page, 'dek').locator('textarea').fill('A change that will not stay.')
    await page.getByText('Being corrected').first().waitFor()
    await becomes(() => draft('.dek'), 'A change that will not stay.')
    expect(await query('*[_id == $id][0].dek', {id}, false)).toBe(
      'The half past one crossing is back.',
    )
    await performEditorialAction(page, 'Discard changes')
    await becomes(() => query('count(*[_id == "drafts." + $id])', {id}), 0)
    await expect
      .poll(() => field(page, 'dek').locator('textarea').inputValue())
      .toBe('The half past one crossing is back.')
    expect(problems).toEqual([])
  })
})

describe('colleagues', () => {
  it(
    'see each other’s text in one article, each in their own paragraph',
    {tags: ['full']},
    async () => {
      const {page: one} = journalist
      const {page: two} = editor
      await openDocument(one, newsroom.origin, id, 'article')
      await openDocument(two, newsroom.origin, id, 'article')
      await field(one, 'body').getByText('Two bakers').waitFor()
      await field(two, 'body').getByText('Two bakers').waitFor()
      const words = (who: string): string =>
        [...Array(25).keys()].map((n) => ` ${who}${n}`).join('')
      const write = async (page: Page, paragraph: string, who: string): Promise<void> => {
        await field(page, 'body').scrollIntoViewIfNeeded()
        // As long as a finger takes: the editor looks for a moved caret ten times a second.
        await bodyText(page).getByText(paragraph).click({delay: 150})
        await page.keyboard.type(words(who), {delay: 20})
      }
      await Promise.all([write(one, 'The boat left', 'a'), write(two, 'Two bakers', 'b')])
      const paragraphs = async (): Promise<string[]> =>
        (await draft<Block[] | null>('.body'))?.flatMap(({children}) =>
          children ? [children.map(({text}) => text).join('')] : [],
        ) ?? []
      // Where in the line one begins is where the pointer was. What was typed stands there in one piece.
      const apart = async (): Promise<[string, string][]> =>
        (await paragraphs()).map((text) => {
          const typed = [words('a'), words('b')].filter((line) => text.includes(line)).join()
          return [text.replace(typed, ''), typed]
        })
      await becomes(apart, [
        ['The boat left Ostrey at half past one with eleven people on board.', words('a')],
        ['Who travels at night', ''],
        ['Two bakers, a nurse and a man with a clarinet.', words('b')],
      ])
      await field(one, 'body').getByText('b24').waitFor()
      await field(two, 'body').getByText('a24').waitFor()
    },
  )

  it('asked the lake for nothing that it lacks, and other hosts for nothing', () => {
    for (const {missing, problems} of [journalist, editor]) {
      expect([...missing]).toEqual([])
      expect(problems).toEqual([])
    }
  })
})
