// Fronts that nobody would make on purpose, and people who may not make any: readers and the newsroom keep
// their pages.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openFrontDesk, type FrontDesk} from '../support/front-desk.ts'
import {START} from '../support/lake.ts'
import {
  edit,
  ok,
  publish,
  ref,
  refused,
  refusedWhole,
  submit,
  type Voice,
} from '../support/piece.ts'
import {container, front, slot} from '../workflow/fronts/fronts.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()
const nothing = {fill: {_type: 'frontFill', from: 'nothing'}}
const ASSET = ref(`image-${'a'.repeat(40)}-1600x900-jpg`)
const pictureOf = (photo: string, fields: object = {}) => ({
  picture: {_type: 'image', asset: ASSET, photo: ref(photo), ...fields},
})

let desk: FrontDesk
beforeAll(async () => {
  desk = await openFrontDesk(['one', 'two', 'three'])
})
afterAll(() => desk.lake.close())

const withdraw = (articleId: string) =>
  ok(desk.act(desk.editor, {act: 'withdraw', articleId, note: 'n', readerNote: 'It was wrong.'}))

describe('A front that nobody would make on purpose', () => {
  const s = slot('one')
  const c = container('Top', [slot('one')], nothing)
  it.each<[what: string, containers: unknown]>([
    ['no list of containers', 'text'],
    ['a container without a key', [{...c, _key: undefined}]],
    ['two containers with one key', [c, {...container('More', [slot('two')]), _key: c._key}]],
    ['a slot without a key', [container('Top', [{...s, _key: undefined}])]],
    ['two slots with one key', [container('Top', [s, {...slot('two'), _key: s._key}])]],
    ['a slot without a story', [container('Top', [{...s, piece: undefined}])]],
    ['slots that are no list', [container('Top', {a: 1} as never)]],
  ])('is not published with %s', async (_what, containers) => {
    const plain = JSON.parse(JSON.stringify(containers)) as unknown
    await refused(desk.publishFront(plain), 'placeBroken')
  })

  it.each<[what: string, containers: object[]]>([
    [
      'words that are none',
      [container('Top', [slot('one', {headline: 5, dek: {a: 1}, kicker: []})])],
    ],
    [
      'headings that are none',
      [
        {...c, title: {a: 1}},
        {...container('M', [slot('two')]), title: 7},
      ],
    ],
    [
      'an unknown layout',
      [
        {...c, layout: 'constructor'},
        {...container('M', []), layout: 5},
      ],
    ],
    ['a count that is none', [{...c, count: 'many'}, container('M', [slot('two')], {count: -2})]],
    [
      'an unknown fill',
      [
        {...c, fill: {from: 'constructor'}},
        {...container('M', []), fill: 'x'},
      ],
    ],
    ['a time that is none', [container('Top', [slot('one', {until: 'tomorrow'})])]],
    ['the end of time', [container('Top', [slot('one', {until: '+275760-09-13T00:00:00.000Z'})])]],
    ['a picture that is none', [container('Top', [slot('one', {picture: 'x'})])]],
    [
      'a crop that is none',
      [container('Top', [slot('one', pictureOf('two-photo', {crop: 'x', hotspot: [1]}))])],
    ],
    [
      'very long words',
      [
        container('Top', [
          slot('one', {dek: 'Long '.repeat(20_000), kicker: 'Long'.repeat(5_000)}),
        ]),
      ],
    ],
    [
      'containers without slots',
      [{...c, slots: undefined, fill: {_type: 'frontFill', from: 'newest'}}],
    ],
  ])('is a page for readers, with %s', async (_what, containers) => {
    await ok(desk.publishFront(JSON.parse(JSON.stringify(containers))))
    expect(await desk.page('/')).toMatch(/^200 [^]*The story (one|two|three)/)
    expect((await desk.shown()).flat().length).toBeGreaterThan(0)
    await desk.lake.lake.services.timer.check()
  })

  it.each(['a"b', 'a]b', "a'b", 'a\\b', '🙂', ' ', 'a.b', '-1', '0'])(
    'loses a withdrawn story whose keys are “%s”',
    async (key) => {
      const id = `odd-${Buffer.from(key).toString('hex')}`
      await publish(desk, id)
      await ok(
        desk.publishFront([
          {
            ...container(
              'Top',
              [{...slot(id, {headline: 'Words'}), _key: key}, slot('one')],
              nothing,
            ),
            _key: key,
          },
        ]),
      )
      await withdraw(id)
      expect(await desk.shown()).toEqual([['The story one']])
      expect(JSON.stringify(desk.get('front-home'))).not.toContain('Words')
    },
  )

  it('loses drafts, and whatever is not a piece', async () => {
    await ok(
      desk.publishFront([
        container(
          'Top',
          [
            slot('world', {headline: 'A section'}),
            slot('two-photo', {headline: 'A photo'}),
            slot('nothing-at-all', {headline: 'Nothing'}),
            slot('versions.r.one', {headline: 'A version'}),
            slot('one'),
          ],
          nothing,
        ),
      ]),
    )
    expect(await desk.shown()).toEqual([['The story one']])
    expect(JSON.stringify(desk.get('front-home'))).not.toMatch(
      /A section|A photo|Nothing|A version/,
    )
  })

  it('has hundreds of places, each story once', async () => {
    const many = Array.from({length: 400}, (_, n) => ({
      ...slot(n % 2 ? 'one' : 'two'),
      _key: `k${n}`,
    }))
    await ok(desk.publishFront([container('Top', many, nothing)]))
    expect((await desk.shown()).flat().toSorted()).toEqual(['The story one', 'The story two'])
  })
})

describe('Fronts and “Not on fronts”', () => {
  const off = {_id: 'off-x', _type: 'offFronts', piece: {...ref('three'), _weak: true}}
  const documents = [
    {...front(container('Top', [slot('one')])), _id: 'drafts.front-home'},
    {...front(container('Top', [slot('one')])), _id: 'front-home'},
    {...front(container('Top', [slot('one')])), _id: 'versions.r1.front-home'},
    {...front(container('Top', [slot('one')])), _id: 'front-section-world'},
    off,
    {...off, _id: 'drafts.off-x'},
  ]
  const people: Record<string, () => Voice | null> = {
    'a journalist': () => desk.journalist,
    'a photo editor': () => desk.photoEditor,
    'a program with a journalist’s token': () => desk.token('journalist'),
    'a reader': () => null,
  }
  it.each(Object.keys(people))('are not written by %s', async (who) => {
    await ok(desk.publishFront([container('Top', [slot('one')], nothing)]))
    await ok(desk.mutate(desk.editor, [{createIfNotExists: off}]))
    const before = desk.everything()
    const voice = people[who]?.() ?? {id: 'nobody', headers: {}}
    const id = 'front-home'
    const answers = [
      ...documents.flatMap((document) => [
        desk.mutate(voice, [{createOrReplace: document}]),
        desk.mutate(voice, [{create: document}]),
      ]),
      desk.mutate(voice, [{patch: {id, set: {title: 'Mine'}}}]),
      desk.mutate(voice, [{patch: {query: '*[_type == "front"]', set: {title: 'Mine'}}}]),
      desk.mutate(voice, [{delete: {id}}]),
      desk.mutate(voice, [{delete: {id: 'off-x'}}]),
      desk.actions(voice, [
        {
          actionType: 'sanity.action.document.edit',
          publishedId: id,
          draftId: `drafts.${id}`,
          patch: {set: {title: 'Mine'}},
        },
      ]),
      desk.actions(voice, [
        {actionType: 'sanity.action.document.unpublish', publishedId: id, draftId: `drafts.${id}`},
      ]),
      desk.act(voice, {act: 'endSlots' as never, articleId: id, frontId: id}),
    ]
    for (const answer of answers) expect((await answer).status).toBeGreaterThanOrEqual(400)
    expect(desk.everything()).toBe(before)
    await ok(desk.mutate(desk.editor, [{delete: {id: 'off-x'}}]))
  })
})

it('A front that no page would show is refused on every way, and an imported one is not', async () => {
  const {_id, ...content} = front(container('Top', [slot('one')]))
  const stray = {...content, _id: 'front-2'}
  const draft = {...stray, _id: 'drafts.front-2'}
  for (const attempt of [
    () => desk.mutate(desk.editor, [{create: stray}]),
    () => desk.mutate(desk.editor, [{createOrReplace: draft}]),
    () => desk.mutate(desk.token('editor'), [{createIfNotExists: stray}]),
    () =>
      desk.actions(desk.editor, [
        {
          actionType: 'sanity.action.document.version.create',
          publishedId: 'front-2',
          document: draft,
        },
      ]),
  ]) {
    await refusedWhole(desk, attempt, 'frontMisplaced')
  }
  await ok(desk.mutate(desk.importer, [{create: stray}]))
  await ok(desk.mutate(desk.editor, [{patch: {id: 'front-2', set: {title: 'Of old'}}}]))
  await ok(desk.mutate(desk.editor, [{delete: {id: 'front-2'}}]))
})

describe('A picture of a front', () => {
  const published = () => JSON.stringify(desk.get('front-home'))
  const page = (photo: string, fields: object = {}) =>
    desk.publishFront([container('Top', [slot('one', pictureOf(photo, fields))], nothing)])

  it.each<[what: string, fields: object, code: string]>([
    ['without a credit', {creditLine: ' '}, 'creditMissing'],
    ['that nobody describes', {alt: undefined}, 'altMissing'],
    ['that is denied', {rights: {clearance: 'denied'}}, 'rightsDenied'],
    ['whose rights have ended', {rights: {validUntil: at(-1)}}, 'rightsExpired'],
    ['whose rights have not begun', {rights: {validFrom: at(1)}}, 'rightsNotYetValid'],
  ])('is refused %s', async (what, fields, code) => {
    const id = `photo-${code}`
    const photo = {
      _id: id,
      _type: 'photoWithCredit',
      image: {_type: 'image', asset: ASSET},
      alt: 'A pier',
      creditLine: 'X',
      ...fields,
    }
    await ok(desk.mutate(desk.importer, [{createOrReplace: photo}]))
    await refused(page(id), code)
  })

  it('that is not published is refused', async () => {
    await ok(
      desk.mutate(desk.photoEditor, [
        {
          create: {
            _id: 'drafts.only',
            _type: 'photoWithCredit',
            image: {_type: 'image', asset: ASSET},
            alt: 'a',
            creditLine: 'c',
          },
        },
      ]),
    )
    const weak = {...pictureOf('only').picture, photo: {...ref('only'), _weak: true}}
    await refused(
      desk.publishFront([container('Top', [slot('one', {picture: weak})], nothing)]),
      'photoUnpublished',
    )
  })

  it('goes when its rights begin later than was thought', async () => {
    await publish(desk, 'later')
    await ok(page('later-photo'))
    expect(published()).toContain('later-photo')
    await ok(
      desk.mutate(desk.importer, [{patch: {id: 'later-photo', set: {rights: {validFrom: at(5)}}}}]),
    )
    expect(published()).not.toContain('later-photo')
  })

  it('ends with its rights, whatever the front says of them', async () => {
    await publish(desk, 'ends')
    await ok(
      desk.mutate(desk.importer, [{patch: {id: 'ends-photo', set: {rights: {validUntil: at(3)}}}}]),
    )
    await ok(page('ends-photo', {until: at(99)}))
    expect(published()).toContain(at(3))
    const path = 'containers[_key=="c-Top"].slots[_key=="s-one"].picture.until'
    await ok(desk.mutate(desk.editor, [{patch: {id: 'front-home', set: {[path]: at(99)}}}]))
    expect(published()).toContain(at(3))
    desk.lake.setTime(START + 3 * HOUR)
    await desk.lake.lake.services.timer.check()
    desk.lake.setTime(START)
    expect(published()).not.toContain('ends-photo')
  })

  it('keeps its own crop only for the picture that it was set for', async () => {
    await publish(desk, 'cropped')
    const crop = {_type: 'sanity.imageCrop', top: 0.1, bottom: 0.1, left: 0.25, right: 0.25}
    await ok(page('cropped-photo', {crop}))
    const found = async () => (await desk.cards())[0]?.leadPhoto?.photo?.image?.crop
    expect(await found()).toMatchObject({left: 0.25})
    const asset = ref(`image-${'b'.repeat(40)}-1200x900-jpg`)
    await ok(
      desk.mutate(desk.importer, [
        {createIfNotExists: {_id: asset._ref, _type: 'sanity.imageAsset', url: 'http://x/b.jpg'}},
        {patch: {id: 'cropped-photo', set: {'image.asset': asset}}},
      ]),
    )
    expect(await found()).toBeNull()
  })
})

describe('A picture of a front, as readers get it', () => {
  const hash = 'c'.repeat(40)
  const picture = ref(`image-${hash}-1600x900-jpg`)
  const crop = {_type: 'sanity.imageCrop', top: 0.1, bottom: 0.2, left: 0.25, right: 0.125}
  const hotspot = {_type: 'sanity.imageHotspot', x: 0.4, y: 0.5, width: 0.1, height: 0.2}
  const places = ['front-home', 'drafts.front-home']
  const asImporter = (...mutations: object[]) => ok(desk.mutate(desk.importer, mutations))

  beforeAll(async () => {
    const metadata = {dimensions: {width: 1600, height: 900, aspectRatio: 16 / 9}}
    await asImporter({
      create: {_id: picture._ref, _type: 'sanity.imageAsset', url: 'http://x/c.jpg', metadata},
    })
  })

  /** A front with a photo of its own, live and in a draft that goes on. */
  async function show(photo: string, fields: object = {}): Promise<void> {
    await asImporter({
      create: {
        _id: photo,
        _type: 'photoWithCredit',
        image: {_type: 'image', asset: picture},
        alt: `What ${photo} shows`,
        creditLine: `© ${photo}`,
        rights: {clearance: 'cleared'},
      },
    })
    const own = {picture: {_type: 'image', asset: picture, photo: ref(photo), ...fields}}
    const page = [container('Top', [slot('one', own)], {...nothing, layout: 'lead'})]
    await ok(desk.publishFront(page))
    await ok(
      desk.mutate(desk.editor, [{createOrReplace: {...front(...page), _id: 'drafts.front-home'}}]),
    )
  }

  /** Where the photo, its picture or words of it are found. */
  async function where(photo: string): Promise<string[]> {
    const found = {
      query: JSON.stringify(await desk.cards()),
      html: await desk.page('/'),
      ...Object.fromEntries(places.map((id) => [id, JSON.stringify(desk.get(id))])),
    }
    return Object.entries(found).flatMap(([name, text]) =>
      text.includes(photo) || text.includes(hash) ? [name] : [],
    )
  }

  it.each<[who: string, id: string, limit: (id: string) => Promise<unknown>]>([
    [
      'the photo editor says',
      'photo-ended',
      (id) => edit(desk, desk.photoEditor, id, {'rights.validUntil': at(2)}),
    ],
    [
      'an import says',
      'photo-imported',
      (id) => asImporter({patch: {id, set: {'rights.validUntil': at(2)}}}),
    ],
  ])('disappears at the time at which %s that its rights end', async (_who, id, limit) => {
    await show(id)
    await limit(id)
    expect(await where(id)).toEqual(['query', 'html', ...places])
    desk.lake.setTime(START + 2 * HOUR)
    try {
      await desk.lake.lake.services.timer.check()
      // The draft goes on, and an editor who publishes it is told.
      expect(await where(id)).toEqual(['drafts.front-home'])
      const publication = {
        actionType: 'sanity.action.document.publish',
        publishedId: 'front-home',
        draftId: 'drafts.front-home',
      }
      await refused(desk.actions(desk.editor, [publication]), 'rightsExpired')
      expect(desk.entries().flatMap(({changes}) => changes)).toContain(
        'The picture at “The story one” came off: its rights do not allow it.',
      )
    } finally {
      desk.lake.setTime(START)
    }
    expect(await desk.shown()).toEqual([['The story one']])
  })

  it.each<[how: string, id: string, ends: (id: string) => Promise<unknown>]>([
    [
      'its rights are denied',
      'photo-denied',
      (id) => edit(desk, desk.photoEditor, id, {'rights.clearance': 'denied'}),
    ],
    ['it is deleted', 'photo-deleted', (id) => asImporter({delete: {id}})],
    [
      'its rights are said to have ended long ago',
      'photo-old',
      (id) => edit(desk, desk.photoEditor, id, {'rights.validUntil': at(-9)}),
    ],
  ])('disappears once %s, and the story keeps its place', async (_how, id, ends) => {
    await show(id)
    expect(await where(id)).toEqual(['query', 'html', ...places])
    expect(await desk.page('/')).toContain(`alt="What ${id} shows"`)
    expect(await desk.page('/')).toContain(`© ${id}`)
    await ends(id)
    expect(await where(id)).toEqual([])
    expect(await desk.shown()).toEqual([['The story one']])
  })

  it('is in the crop of its place, around the hotspot of its place', async () => {
    await show('photo-cropped', {crop, hotspot})
    const html = await desk.page('/')
    const rects = [...html.matchAll(new RegExp(`${hash}[^" ]*?[?&;]rect=([\\d,]+)`, 'g'))]
    const parts = rects.map(([, rect = '']) => rect.split(',').map(Number))
    expect(parts.length).toBeGreaterThan(0)
    for (const [left = 0, top = 0, width = 0, height = 0] of parts) {
      expect(left).toBeGreaterThanOrEqual(400)
      expect(top).toBeGreaterThanOrEqual(90)
      expect(left + width).toBeLessThanOrEqual(1400)
      expect(top + height).toBeLessThanOrEqual(720)
    }
    await asImporter({delete: {id: 'drafts.front-home'}})
    const centre = (left = 0, _top = 0, width = 0) => left + width / 2
    const before = centre(...(parts[0] ?? []))
    await ok(
      desk.mutate(desk.editor, [
        {
          patch: {
            id: 'front-home',
            set: {
              'containers[_key=="c-Top"].slots[_key=="s-one"].picture.hotspot.x': 0.8,
            },
          },
        },
      ]),
    )
    const moved = new RegExp(`${hash}[^" ]*?[?&;]rect=([\\d,]+)`).exec(await desk.page('/'))
    const after = centre(...(moved?.[1]?.split(',').map(Number) ?? []))
    expect([before, after]).toEqual([expect.any(Number), expect.any(Number)])
    expect(after).toBeGreaterThan(before)
  })
})

describe('A correction of a story', () => {
  const told = (id: string) =>
    desk.lake.lake.services.documents
      .ofType('production', 'notification')
      .filter(({kind, note}) => kind === 'frontCorrected' && String(note).includes(id))
  async function correct(id: string, fields: object, type: string, who = desk.otherEditor) {
    await edit(desk, desk.journalist, id, {...fields})
    await submit(desk, id)
    await ok(desk.act(who, {act: 'approve', articleId: id, ifContentHash: desk.hash(id)}))
    await ok(
      desk.act(who, {
        act: 'publish',
        articleId: id,
        correction: {
          type: type as 'minor',
          readerNote: 'It was wrong.',
          wrongText: 'a',
          rightText: 'b',
        },
      }),
    )
  }
  const own = {headline: 'Our headline', dek: 'Our standfirst', kicker: 'Our kicker'}
  const words = (id: string) =>
    (['headline', 'dek', 'kicker'] as const).filter((part) =>
      JSON.stringify(desk.get(id)).includes(own[part]),
    )

  it.each<[type: string, fields: object, left: string[]]>([
    ['correction', {headline: 'New kind-0'}, ['dek', 'kicker']],
    ['clarification', {dek: 'A new dek.'}, ['headline', 'kicker']],
    ['update', {headline: 'New kind-2', dek: 'New.'}, ['kicker']],
    ['editorsNote', {headline: 'New kind-3'}, ['dek', 'kicker']],
    ['minor', {headline: 'New kind-4'}, ['dek', 'kicker']],
    [
      'correction',
      {body: [{_key: 't', _type: 'block', children: [{_key: 'c', _type: 'span', text: 'Other.'}]}]},
      ['headline', 'dek', 'kicker'],
    ],
  ])('(%s) of %j leaves %j of the front’s words, in its draft too', async (type, fields, left) => {
    const id = `kind-${Object.keys(fields).join('')}-${type}`
    await publish(desk, id)
    const page = [container('Top', [slot(id, own)], nothing)]
    await ok(desk.publishFront(page))
    await ok(
      desk.mutate(desk.editor, [{createOrReplace: {...front(...page), _id: 'drafts.front-home'}}]),
    )
    await correct(id, fields, type)
    expect(words('front-home')).toEqual(left)
    expect(words('drafts.front-home')).toEqual(left)
  })

  it('tells who began a draft whose words come off, once', async () => {
    await publish(desk, 'drafted')
    await ok(
      desk.mutate(desk.editor, [{delete: {id: 'drafts.front-home'}}, {delete: {id: 'front-home'}}]),
    )
    const own = container('Top', [slot('drafted', {headline: 'Drafted words', dek: 'And more.'})])
    const draft = {...front(own), _id: 'drafts.front-home'}
    await ok(desk.mutate(desk.administrator, [{create: draft}]))
    await correct('drafted', {headline: 'The drafted one'}, 'correction')
    expect(JSON.stringify(desk.get('drafts.front-home'))).not.toContain('Drafted words')
    expect(told('drafted').map(({recipient}) => recipient)).toContain(desk.administrator.id)
  })
})
