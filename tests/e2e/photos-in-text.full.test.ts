// A journalist brings pictures into an article: dropped, pasted, or named by a caption with its credit. The test compares the
// stored documents and not the form.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {drop, pictureFile} from '../support/dropped-files.ts'
import {startNewsroom, type Desk, type OwnNewsroom} from '../support/newsroom.ts'
import {bodyText, dialog, field, openDocument} from '../support/studio.ts'
import {placeCaret} from '../support/typing/caret.ts'
import {paragraph} from '../support/typing/program.ts'

const CAPTION = 'The barrier at night. (© Harbour Courier by Noor Haddow) Purchase Licensing Rights'
const ID = 'photos-in-text'

const picture = (name: string) =>
  pictureFile(new URL(`../fixtures/photos/${name}`, import.meta.url))

let newsroom: OwnNewsroom
let content: Content
let desk: Desk
let page: Page
beforeAll(async () => {
  // Its own: in the shared newsroom, another file may have uploaded the same pictures.
  newsroom = await startNewsroom()
  content = openContent(newsroom)
  desk = await newsroom.signIn('Ingrid Vassall')
  ;({page} = desk)
  await content.write({
    _id: `drafts.${ID}`,
    _type: 'article',
    language: 'en-GB',
    headline: 'Photos in the text',
    body: [
      paragraph('one', 'The first.'),
      paragraph('two', 'The second.'),
      paragraph('cap', CAPTION),
    ],
  })
  await openDocument(page, newsroom.origin, ID, 'article')
  await bodyText(page).getByText('The second.').waitFor()
})
afterAll(() => newsroom.close())

/** The text, one line a block. Of photos what readers would see below them, and whether there is a picture. */
const text = async (): Promise<string[]> => {
  const blocks = await content.asEditor<{words: string | null; photo: PhotoFacts | null}[]>(
    `*[_id == "drafts.${ID}"][0].body[]{"words": pt::text(@), ${PHOTO}}`,
  )
  return blocks.map(({words, photo}) => (photo ? asLine(photo) : (words ?? '')))
}
const PHOTO = `"photo": *[_id in [^.photo._ref, "drafts." + ^.photo._ref]] | order(_id desc)[0]{
  caption, creditLine, creator, copyrightHolder, "hasPicture": defined(image.asset)
}`
interface PhotoFacts {
  caption: string | null
  creditLine: string | null
  creator: string | null
  copyrightHolder: string | null
  hasPicture: boolean
}
const asLine = ({hasPicture, ...facts}: PhotoFacts): string =>
  [hasPicture ? 'picture' : 'waiting', ...Object.values(facts).map((fact) => fact ?? '–')].join(
    ' | ',
  )

const said = (words: string) => page.locator('[data-ui="Toast"]').getByText(words).first().waitFor()

it('takes dropped pictures where they are dropped, with one credit for all, and undo', async () => {
  const pdf = {name: 'minutes.pdf', type: 'application/pdf', data: ''}
  await drop(
    bodyText(page).getByText('The second.'),
    'top',
    picture('no-credit.jpg'),
    pdf,
    picture('exif-only.jpg'),
  )
  await said('“minutes.pdf” is not a picture.')
  const opened = dialog(page)
  await opened.getByTestId('credit-for-all').fill('© Harbour Courier by Noor Haddow')
  await opened.getByLabel('Caption of no-credit.jpg').fill('A quay')
  await page.keyboard.press('ControlOrMeta+Enter')
  await opened.waitFor({state: 'detached'})
  const credit = '© Harbour Courier by Noor Haddow | Noor Haddow | Harbour Courier'
  await expect
    .poll(text)
    .toEqual([
      'The first.',
      `picture | A quay | ${credit}`,
      `picture | Gate three of the tide barrier, raised. | ${credit}`,
      'The second.',
      CAPTION,
    ])
  await bodyText(page).getByText('The first.').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(text).toEqual(['The first.', 'The second.', CAPTION])
})

it('uses the photo that the newsroom has of the same picture', async () => {
  const before = await content.asEditor('count(*[_type == "photoWithCredit"])')
  await drop(bodyText(page).getByText('The first.'), 'bottom', picture('no-credit.jpg'))
  await said('This picture is in the library already: “A quay”.')
  await expect.poll(async () => (await text()).at(1)).toContain('picture | A quay')
  expect(await content.asEditor('count(*[_type == "photoWithCredit"])')).toBe(before)
})

it('says which file could not be uploaded', async () => {
  const broken = {name: 'broken.jpg', type: 'image/jpeg', data: 'YSBwaG90bw=='}
  await drop(bodyText(page).getByText('The first.'), 'bottom', broken)
  const failed = page.getByTestId('photo-failed')
  await failed.getByText('“broken.jpg” was not uploaded.').waitFor()
  await failed.getByRole('button', {name: 'Try again'}).waitFor()
  await bodyText(page).getByText('The first.').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await text()).length).toBe(4)
})

it('makes a photo of a caption with its credit, which takes its file', async () => {
  const words = bodyText(page).getByText('The barrier at night.')
  const made =
    'waiting | The barrier at night. | © Harbour Courier by Noor Haddow | Noor Haddow | Harbour Courier'
  await words.click()
  await page.getByTestId('make-photo').waitFor()
  await page.keyboard.press('ControlOrMeta+Alt+f')
  await expect
    .poll(async () => (await text()).slice(-2))
    .toEqual([made, 'Purchase Licensing Rights'])
  await bodyText(page).getByText('The first.').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await text()).at(-1)).toBe(CAPTION)
  await words.click()
  await page.getByTestId('make-photo').click()
  await expect.poll(async () => (await text()).at(-2)).toBe(made)
  await drop(page.getByTestId('photo-waits'), 'top', picture('holder-and-creator.jpg'))
  await expect.poll(async () => (await text()).at(-2)).toBe(made.replace('waiting', 'picture'))
})

it('takes several on the lead photo: the others begin the text', async () => {
  const lead = () =>
    content.asEditor<PhotoFacts>(`*[_id == "drafts.${ID}"][0].leadPhoto{${PHOTO}}.photo`)
  await drop(
    page.getByTestId('lead-photo'),
    'top',
    picture('everything.jpg'),
    picture('iim-only.jpg'),
  )
  await dialog(page).getByRole('button', {name: 'Not now'}).click()
  await expect
    .poll(async () => asLine(await lead()))
    .toContain('Tomas Ardley / The Harbour Courier | Tomas Ardley | The Harbour Courier')
  await expect
    .poll(async () => (await text())[0])
    .toMatch(/^picture .*Jürgen Weiß \/ Küstenbild \| Jürgen Weiß/)
})

it('makes photos of the pictures of pasted HTML', async () => {
  const {data} = picture('narrow.jpg')
  const html = `<p>Pasted before.</p><figure><img src="data:image/jpeg;base64,${data}"><figcaption>A gate (© Tide Office)</figcaption></figure><p>Pasted <img src="https://example.com/a.jpg" alt="A map of the harbour"> after.</p>`
  // Not by the End key: the editor looks for a moved caret ten times a second, and would paste at the old place.
  await placeCaret(page, (shown) => {
    const {key = '', text = ''} = shown.find((block) => block.text === 'The second.') ?? {}
    return {key, offset: text.length}
  })
  await bodyText(page).evaluate((editor, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    clipboardData.setData('text/plain', 'Pasted before. A gate (© Tide Office) Pasted after.')
    const target = document.activeElement ?? editor
    target.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}),
    )
  }, html)
  await expect
    .poll(async () => (await text()).slice(-6, -2))
    .toEqual([
      'The second.Pasted before.',
      'picture | A gate | © Tide Office | – | Tide Office',
      'Pasted after.',
      'waiting | – | – | – | –',
    ])
  await said('A photo waits for the file.')
})

it('moves the credit out of a caption, with undo', async () => {
  const id = 'caption-with-credit'
  const caption = 'A ferry at dawn. (© Sankei by Yasuto Tanaka)'
  await content.write({_id: `drafts.${id}`, _type: 'photoWithCredit', caption})
  const photo = () =>
    content.asEditor(`*[_id == "drafts.${id}"][0]{caption, creditLine, creator, copyrightHolder}`)
  const whole = {caption, creditLine: null, creator: null, copyrightHolder: null}
  await openDocument(page, newsroom.origin, id, 'photoWithCredit')
  const offer = field(page, 'caption').getByTestId('split-caption')
  await offer.waitFor()
  await offer.getByRole('button', {name: 'Move it to Credit'}).click()
  await expect.poll(photo).toEqual({
    caption: 'A ferry at dawn.',
    creditLine: '© Sankei by Yasuto Tanaka',
    creator: 'Yasuto Tanaka',
    copyrightHolder: 'Sankei',
  })
  await offer.getByRole('button', {name: 'Undo'}).click()
  await expect.poll(photo).toEqual(whole)
  expect(desk.problems).toEqual([])
})
