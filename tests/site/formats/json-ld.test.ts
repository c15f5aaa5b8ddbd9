// JSON-LD in the pages, held against schema.org's own list and against what search engines ask for.
import {expect, test} from 'vitest'
import {photoUse} from '../support/fixtures.ts'
import {attribute, elements, tags} from '../support/html.ts'
import {seedDocuments} from '../support/seed.ts'
import {visit} from '../support/visit.ts'
import {nodeOf, nodesOf} from './support/json-ld.ts'
import {formatsSite} from './support/ask-format.ts'
import {richNewsroom} from './support/rich-newsroom.ts'
import {knownTypes, vocabularyProblems} from './support/schema-org.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const site = formatsSite(richNewsroom())
const articlePage = async (more: Record<string, unknown> = {}) =>
  (await visit(formatsSite(richNewsroom(more)), '/article/piece')).html

test('schema.org’s list is read, and finds fault', () => {
  expect(knownTypes()).toBeGreaterThan(800)
  expect(
    vocabularyProblems({
      '@type': 'NewsArticle',
      headlin: 'x',
      author: {'@type': 'Place', name: 'x'},
      hasPart: [{'@type': 'Quotatoin'}],
    }).map((problem) => problem.split(': ').slice(0, 2).join(': ')),
  ).toEqual([
    '/NewsArticle: no property headlin',
    '/NewsArticle: author is no Organization or Person or IdReference',
    '/NewsArticle: hasPart is no CreativeWork or IdReference',
    '/NewsArticle.hasPart/Quotatoin: no such type',
  ])
})

test.each([
  '/',
  '/article/piece',
  '/author/ada-byrne',
  '/section/politics',
  '/topic/trade',
  '/photo/lead',
  '/sources',
  '/source/source-green',
])('%s says nothing that schema.org does not know', async (path) => {
  const nodes = nodesOf((await visit(site, path)).html)
  expect(nodes.length).toBeGreaterThan(0)
  expect(nodes.flatMap((node) => vocabularyProblems(node))).toEqual([])
})

test('nor does any page of the demonstration newsroom', async () => {
  const documents = seedDocuments()
  const seed = formatsSite(documents)
  const paths = documents.flatMap(({_id, _type, slug}) =>
    !_id.includes('.') && ['article', 'section', 'topic', 'series', 'author'].includes(_type)
      ? [`/${_type}/${(slug as {current: string}).current}`]
      : [],
  )
  expect(paths.length).toBeGreaterThan(15)
  for (const path of paths) {
    const nodes = nodesOf((await visit(seed, path)).html)
    expect(
      nodes.flatMap((node) => vocabularyProblems(node)),
      path,
    ).toEqual([])
  }
})

test.each([
  ['reportage', ['NewsArticle', 'ReportageNewsArticle']],
  ['analysis', ['NewsArticle', 'AnalysisNewsArticle']],
  ['background', ['NewsArticle', 'BackgroundNewsArticle']],
  ['explainer', ['NewsArticle', 'BackgroundNewsArticle']],
  ['interview', ['NewsArticle']],
  ['opinion', ['NewsArticle', 'OpinionNewsArticle']],
  ['review', ['NewsArticle', 'ReviewNewsArticle']],
  ['sponsored', ['Article', 'AdvertiserContentArticle']],
])('the kind %s is %o', async (articleType, types) => {
  const html = await articlePage({articleType})
  expect(nodeOf(html, types[0]!)['@type']).toEqual(types)
  expect(nodesOf(html).flatMap((node) => vocabularyProblems(node))).toEqual([])
})

test('an article says what search engines ask for', async () => {
  const node = nodeOf(await articlePage(), 'NewsArticle')
  expect(node).toMatchObject({
    headline: 'Headline of piece',
    description: 'Standfirst of piece',
    dateline: 'Beijing',
    url: `${ORIGIN}/article/piece`,
    mainEntityOfPage: `${ORIGIN}/article/piece`,
    datePublished: '2026-03-04T15:30:00.000Z',
    dateModified: '2026-04-02T15:30:00.000Z',
    inLanguage: 'en-GB',
    articleSection: 'Politics',
    keywords: ['Trade'],
    isPartOf: {'@id': `${ORIGIN}/#site`},
    publisher: {'@id': `${ORIGIN}/#newsroom`},
  })
  expect(node['author']).toEqual([
    expect.objectContaining({
      '@type': 'Person',
      name: 'Ada Byrne',
      jobTitle: 'Correspondent',
      url: `${ORIGIN}/author/ada-byrne`,
      sameAs: ['https://orcid.org/0000-0002-1825-0097', 'https://ada.example/'],
      worksFor: {'@id': `${ORIGIN}/#newsroom`},
    }),
  ])
})

test('a picture names its owner and where to license it', async () => {
  const {image} = nodeOf(await articlePage(), 'NewsArticle')
  expect(image).toHaveLength(2)
  expect(image[0]).toEqual({
    '@type': 'ImageObject',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3333\/images\/.*w=1200/),
    contentUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3333\/images\/.*w=1200/),
    width: 1200,
    height: 800,
    caption: 'The hall & its steps',
    creditText: '(© Sankei by Yasuto Tanaka)',
    creator: {'@type': 'Person', name: 'Yasuto Tanaka', jobTitle: 'Staff photographer'},
    copyrightHolder: {'@type': 'Organization', name: 'Sankei'},
    copyrightNotice: '© 2026 Sankei',
    license: 'https://example.org/licence?a=1&b=2',
    acquireLicensePage: 'https://example.org/buy',
    dateCreated: '2026-03',
    contentLocation: {'@type': 'Place', name: 'Beijing'},
    digitalSourceType: 'https://schema.org/DigitalCaptureDigitalSource',
  })
  // No photographer is invented for a ministry.
  expect(image[1]['creditText']).toBe('(©The Ministry of Defense Joint Staff Office)')
  expect(image[1]).not.toHaveProperty('creator')
})

test('a picture in the metadata is on the page, so that its credit can be found', async () => {
  const roles = ['inline', 'showcase', 'supporting'].map((role) => photoUse('inside', {role}))
  for (const [one, path] of [
    ...roles.map((use) => [richNewsroom({body: [use]}), '/article/piece'] as const),
    [richNewsroom(), '/photo/lead'] as const,
  ]) {
    const {html} = await visit(formatsSite(one), path)
    const shown = tags(html, 'img').flatMap((tag) => [
      attribute(tag, 'src'),
      ...(attribute(tag, 'srcset') ?? '').split(', ').map((part) => part.split(' ')[0]),
    ])
    const [node = {}] = nodesOf(html)
    for (const {contentUrl} of path === '/photo/lead' ? [node] : node['image'])
      expect(shown, path).toContain(contentUrl.slice(ORIGIN.length))
  }
})

test('a photo’s own page says the same', async () => {
  const {html} = await visit(site, '/photo/lead')
  expect(nodeOf(html, 'ImageObject')).toMatchObject({
    creditText: '(© Sankei by Yasuto Tanaka)',
    license: 'https://example.org/licence?a=1&b=2',
    acquireLicensePage: 'https://example.org/buy',
  })
  expect(nodeOf(html, 'ImageObject')['mainEntityOfPage']).toBe(`${ORIGIN}/photo/lead`)
  expect(html).toMatch(/<meta property="og:image" content="[^"]*w=1200/)
})

test('each way in which a picture is made has its name in schema.org', async () => {
  const values = [
    'digitalCapture',
    'computationalCapture',
    'negativeFilm',
    'positiveFilm',
    'print',
    'screenCapture',
    'virtualRecording',
    'humanEdits',
    'algorithmicallyEnhanced',
    'composite',
    'compositeCapture',
    'compositeSynthetic',
    'compositeWithTrainedAlgorithmicMedia',
    'digitalCreation',
    'dataDrivenMedia',
    'algorithmicMedia',
    'trainedAlgorithmicMedia',
  ]
  for (const digitalSourceType of values) {
    const documents = richNewsroom().map((one) =>
      one._id === 'lead' ? {...one, digitalSourceType} : one,
    )
    const {html} = await visit(formatsSite(documents), '/article/piece')
    const node = nodeOf(html, 'NewsArticle')
    expect(node['image'][0]).toHaveProperty('digitalSourceType')
    expect(vocabularyProblems(node)).toEqual([])
  }
})

test('quotations are verbatim, with the speaker’s title at that time; reported speech is left out', async () => {
  const {hasPart} = nodeOf(await articlePage(), 'NewsArticle')
  const speaker = {
    '@type': 'Person',
    name: 'Rory Green',
    jobTitle: 'Chief China Economist',
    affiliation: {'@type': 'Organization', name: 'GlobalData TS Lombard'},
  }
  expect(hasPart).toEqual([
    {
      '@type': 'Quotation',
      text: 'It will probably adopt a wait-and-see approach.',
      inLanguage: 'en',
      spokenByCharacter: [speaker],
      creator: [speaker],
      dateCreated: '2026-03-01',
      isBasedOn: 'https://example.org/interview',
      translationOfWork: {'@type': 'Quotation', text: '様子見だろう。', inLanguage: 'ja'},
      translator: {'@type': 'Person', name: 'Ada Byrne'},
    },
    {
      '@type': 'Quotation',
      text: 'Nobody wants it.',
      inLanguage: 'en',
      creditText: 'a person who knows the talks',
    },
  ])
})

test('corrections are comments; an update only moves the date', async () => {
  expect(nodeOf(await articlePage(), 'NewsArticle')['correction']).toEqual([
    {
      '@type': 'CorrectionComment',
      text: 'Note 1 on piece.\nIt said: Monday\nIt now says: Tuesday',
      datePublished: '2026-04-01T15:30:00.000Z',
    },
  ])
})

test('the newsroom links its policies', async () => {
  expect(nodeOf(await articlePage(), 'NewsMediaOrganization')).toMatchObject({
    '@id': `${ORIGIN}/#newsroom`,
    name: 'The Test Post',
    logo: {'@type': 'ImageObject', url: `${ORIGIN}/icon-512.png`, width: 512},
    ethicsPolicy: `${ORIGIN}/policies#ethics`,
    correctionsPolicy: `${ORIGIN}/policies#corrections`,
    ownershipFundingInfo: `${ORIGIN}/policies#ownership`,
    sameAs: ['https://x.com/testpost'],
  })
})

test('the way to an article, an author’s profile, the site itself', async () => {
  const crumbs = nodeOf(await articlePage(), 'BreadcrumbList')['itemListElement']
  expect(crumbs).toEqual([
    {'@type': 'ListItem', position: 1, name: 'The Test Post', item: {'@id': `${ORIGIN}/`}},
    {
      '@type': 'ListItem',
      position: 2,
      name: 'Politics',
      item: {'@id': `${ORIGIN}/section/politics`},
    },
    {
      '@type': 'ListItem',
      position: 3,
      name: 'Headline of piece',
      item: {'@id': `${ORIGIN}/article/piece`},
    },
  ])
  const profile = nodeOf((await visit(site, '/author/ada-byrne')).html, 'ProfilePage')
  expect(profile['mainEntity']).toMatchObject({
    '@type': 'Person',
    name: 'Ada Byrne',
    knowsAbout: ['Treaties'],
  })
  const home = nodeOf((await visit(site, '/')).html, 'WebSite')
  expect(home).toMatchObject({url: `${ORIGIN}/`, inLanguage: 'en-GB'})
})

test('the front page says how the site is searched, and that is how it is', async () => {
  const {potentialAction} = nodeOf((await visit(site, '/')).html, 'WebSite')
  expect(potentialAction).toMatchObject({
    '@type': 'SearchAction',
    'query-input': 'required name=search_term_string',
  })
  const address = potentialAction.target.urlTemplate.replace('{search_term_string}', 'headline')
  const {html} = await visit(site, address)
  expect(elements(html, 'main').join()).toContain('Headline of piece')
})

test('lists are collections; whom we quote is somebody', async () => {
  for (const path of ['/section/politics', '/topic/trade', '/sources'])
    expect(nodeOf((await visit(site, path)).html, 'CollectionPage'), path).toMatchObject({
      url: `${ORIGIN}${path}`,
      isPartOf: {'@id': `${ORIGIN}/#site`},
    })
  const documents = richNewsroom().map((one) =>
    one._id === 'source-green'
      ? {
          ...one,
          honorific: 'Dr',
          expertise: ['China'],
          affiliations: [
            {_key: 'a', title: 'Analyst', organization: 'Elsewhere', to: '2020'},
            {_key: 'b', title: 'Chief economist', organization: 'Lombard', from: '2020'},
          ],
        }
      : one,
  )
  const {html} = await visit(formatsSite(documents), '/source/source-green')
  expect(nodesOf(html).flatMap((node) => vocabularyProblems(node))).toEqual([])
  expect(nodeOf(html, 'CollectionPage')['about']).toEqual({
    '@type': 'Person',
    name: 'Rory Green',
    honorificPrefix: 'Dr',
    knowsAbout: ['China'],
    jobTitle: 'Chief economist',
    affiliation: {'@type': 'Organization', name: 'Lombard'},
  })
  expect(nodeOf(html, 'BreadcrumbList')['itemListElement']).toHaveLength(3)
})

test('a desk or an agency in the byline is an organisation; only writers are authors', async () => {
  const documents = richNewsroom(
    {
      bylines: [
        {_key: 'a', role: 'writer', author: {_ref: 'agency'}},
        {_key: 'b', role: 'photographer', author: {_ref: 'author-ada'}},
      ],
    },
    {_id: 'agency', _type: 'author', name: 'An Agency', status: 'organisation'},
  )
  const node = nodeOf((await visit(formatsSite(documents), '/article/piece')).html, 'NewsArticle')
  expect(node['author']).toEqual([{'@type': 'Organization', name: 'An Agency'}])
  expect(node['contributor']).toMatchObject([{'@type': 'Person', name: 'Ada Byrne'}])
})

test('a preview tells machines nothing', async () => {
  const {html} = await visit(site, '/preview/article/piece', {cookie: 'copydesk_session=abc'})
  expect(html).not.toContain('ld+json')
  expect(html).not.toContain('rel="alternate"')
})
