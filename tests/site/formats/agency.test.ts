// ninjs and NewsML-G2: what an agency's customer takes in.
import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {beforeAll, expect, test} from 'vitest'
import {notice} from '../support/fixtures.ts'
import {attribute, tags} from '../support/html.ts'
import {seedDocuments} from '../support/seed.ts'
import {visit} from '../support/visit.ts'
import {NINJS} from './rules/ninjs.ts'
import {ask, jsonAt, formatsSite, textAt} from './support/ask-format.ts'
import {richNewsroom} from './support/rich-newsroom.ts'
import {officialXmlProblems, xmlProblems} from './support/validate-xml.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const site = formatsSite(richNewsroom())

const ARTICLES = seedDocuments().flatMap(({_id, _type, slug}) =>
  _type === 'article' && !_id.includes('.') ? [(slug as {current: string}).current] : [],
)
const demonstration = formatsSite(seedDocuments())
/** Every article that is checked: the one that has everything, and those of the demonstration. */
const ALL = [{of: site, slug: 'piece'}, ...ARTICLES.map((slug) => ({of: demonstration, slug}))]
/** The NewsML-G2 of each, by its slug. */
const newsml: Record<string, string> = {}
beforeAll(async () => {
  for (const {of, slug} of ALL) newsml[slug] = await textAt(of, `/article/${slug}/newsml.xml`)
})

test('there is something to check', () => expect(ALL.length).toBeGreaterThan(8))

test.each(ALL)('$slug keeps to the structure of ninjs', async ({of, slug}) => {
  NINJS.parse(await jsonAt(of, `/article/${slug}/ninjs.json`))
})

test('each keeps to the structure of NewsML-G2', async () => {
  expect(await xmlProblems(newsml, 'newsml.xsd')).toEqual([])
})

test('ninjs', async () => {
  const item = NINJS.parse(await jsonAt(site, '/article/piece/ninjs.json'))
  expect(item).toMatchObject({
    uri: 'tag:127.0.0.1,2026-03-04:article/piece',
    language: 'en-GB',
    firstCreated: '2026-03-04T15:30:00.000Z',
    // The newest change is the second correction.
    versionCreated: '2026-04-02T15:30:00.000Z',
    version: String(Date.parse('2026-04-02T15:30:00Z') / 1000),
    by: 'Ada Byrne',
    located: 'Beijing',
    headlines: [{value: 'Headline of piece'}],
    subjects: [
      {name: 'Politics', rel: 'section'},
      {name: 'Trade', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000210'},
    ],
    genres: [{uri: 'http://cv.iptc.org/newscodes/genre/Background'}],
    altIds: [{role: 'web', value: `${ORIGIN}/article/piece`}],
  })
  const [html, words] = item.bodies
  expect(html?.value).toContain('<p>The first paragraph.</p>')
  expect(words?.value).toContain('The first paragraph.\n')
  expect(words?.value).not.toMatch(/<\w/)
  expect(item.people).toEqual([
    {name: 'Ada Byrne', rel: 'author', uri: `${ORIGIN}/author/ada-byrne`},
    {name: 'Rory Green', rel: 'quoted'},
  ])
  expect(item.associations[0]).toMatchObject({
    type: 'picture',
    by: 'Yasuto Tanaka',
    copyrightHolder: 'Sankei',
    copyrightNotice: '© 2026 Sankei',
    usageTerms: 'Ask first.',
    rightsInfo: {linkedRights: 'https://example.org/licence?a=1&b=2'},
    digitalSourceType: {uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture'},
  })
  expect(item.associations.map(({descriptions}) => descriptions[0])).toEqual([
    {role: 'creditline', contentType: 'text/plain', value: '(© Sankei by Yasuto Tanaka)'},
    {
      role: 'creditline',
      contentType: 'text/plain',
      value: '(©The Ministry of Defense Joint Staff Office)',
    },
  ])
})

test('NewsML-G2', async () => {
  const xml = await textAt(site, '/article/piece/newsml.xml')
  const values = (name: string) =>
    [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, v]) => v)
  expect(values('creditline')).toEqual([
    '(© Sankei by Yasuto Tanaka)',
    '(©The Ministry of Defense Joint Staff Office)',
  ])
  expect(values('headline')).toEqual(['Headline of piece'])
  expect(values('copyrightNotice')).toEqual(['© 2026 Sankei'])
  expect(xml).toContain('<subject qcode="medtop:20000210"><name>Trade</name></subject>')
  expect(xml).toContain('<usageTerms href="https://example.org/licence?a=1&amp;b=2">')
  expect(xml.match(/<newsItem /g)).toHaveLength(3)
  // The text is XHTML: every name in it is small.
  const [text = ''] = /<html [^]*<\/html>/.exec(xml) ?? []
  expect(text).toContain('srcset="')
  expect([...text.matchAll(/<[^>"]*\s([a-z:]*[A-Z]\w*)="/g)].map(([, name]) => name)).toEqual([])
})

test('a version grows with any change, also one that readers do not see', async () => {
  const changed = formatsSite(richNewsroom({_updatedAt: '2026-06-01T00:00:00Z'}))
  const version = async (of: typeof site) =>
    Number((await jsonAt(of, '/article/piece/ninjs.json')).version)
  expect(await version(changed)).toBeGreaterThan(await version(site))
  const {items} = await jsonAt(changed, '/feed.json')
  expect(items[0].date_modified).toBe('2026-04-02T15:30:00.000Z')
})

test('both are named by the article’s page, and move and go as it does', async () => {
  const {html} = await visit(site, '/article/piece')
  const named = tags(html, 'link').filter((tag) =>
    /ninjs|newsml/.test(attribute(tag, 'href') ?? ''),
  )
  expect(named).toHaveLength(2)
  for (const tag of named) {
    const response = await ask(site, attribute(tag, 'href') ?? '')
    expect(response.headers.get('content-type')).toContain(attribute(tag, 'type'))
  }
  const later = formatsSite(richNewsroom({previousSlugs: ['former']}, notice('gone', 1)))
  const moved = await ask(later, '/article/former/ninjs.json')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/article/piece/ninjs.json'])
  for (const file of ['ninjs.json', 'newsml.xml']) {
    expect((await ask(later, `/article/gone/${file}`)).status).toBe(410)
    expect((await ask(later, `/article/none/${file}`)).status).toBe(404)
  }
})

const SCHEMAS = new URL('../../fixtures/iptc/', import.meta.url)
const NEWSML = new URL('NewsML-G2_2.35-spec-All-Power.xsd', SCHEMAS)
const validate = ninjsValidator()

test.each(ALL)('$slug is valid by IPTC’s own schema of ninjs', async ({of, slug}) => {
  validate(await jsonAt(of, `/article/${slug}/ninjs.json`))
  expect(validate.errors ?? []).toEqual([])
})

test('each is valid by IPTC’s own schema of NewsML-G2', async () => {
  expect(await officialXmlProblems(newsml, NEWSML)).toEqual([])
})

test('IPTC’s schemas notice what is wrong', async () => {
  validate({...(await jsonAt(site, '/article/piece/ninjs.json')), version: 1})
  expect(validate.errors).toMatchObject([{instancePath: '/version', keyword: 'type'}])
  const wrong = newsml['piece']?.replaceAll('headline>', 'headlines>') ?? ''
  const problems = await officialXmlProblems({...newsml, wrong}, NEWSML)
  expect(problems.join()).toContain('headlines')
  expect(problems.filter((line) => !line.startsWith('wrong.xml'))).toEqual([])
})

function ninjsValidator() {
  const ajv = new Ajv2020({strict: false, allErrors: true})
  formats.default(ajv)
  // Places have no position here: the schema of positions, which is elsewhere, is not needed.
  ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json')
  const schema = readFileSync(new URL('ninjs-schema_3.1.json', SCHEMAS), 'utf8')
  return ajv.compile(JSON.parse(schema) as object)
}
