// The workspace is made of plugins, each of which may be left out.
import type {WorkspaceOptions} from 'sanity'
import {beforeAll, describe, expect, test} from 'vitest'
import {recordedTypes, typesOfKind} from '../../model/registry.ts'
import {newsroomWorkspace} from '../../studio/workspace.tsx'
import {offered, resolve} from './support/resolved.tsx'

const PIECES = typesOfKind('piece').join('|')

/** By plugin: the lines of `offered` that go with it, and those that Sanity adds in their place. */
const WITHOUT: Record<string, {goes: RegExp; comes?: RegExp}> = {
  session: {goes: /^copydesk\/session: (layout|input|text editor)$/},
  start: {goes: /^(tool: start|copydesk\/start: (activeToolLayout|toolMenu))$/},
  structure: {
    goes: new RegExp(
      `^(tool: structure|template: (${PIECES})-in-section|action of .*|inspector of \\w+: sanity/structure/.*|badge of \\w+: LiveEdit|sanity/structure: .*)$`,
    ),
    // Without its filter every type is offered.
    comes: /^new document/,
  },
  'review-desk': {goes: /^tool: desk$/},
  page: {goes: /^(tool: page|copydesk\/page: .*|undefined: (input|words of presentation))$/},
  fronts: {
    goes: /^(tool: fronts|action of .*: PutOnFront|copydesk\/fronts: layout|action of the desk: put-on-front)$/,
  },
  queries: {goes: /^(tool: vision|@sanity\/vision: .*)$/},
  people: {goes: /^tool: people$/},
  inbox: {goes: /^copydesk\/inbox: (navbar|input)$/},
  'document-actions': {
    goes: /^action of .*: (RestoreWhereOpen|OnlyOwn|KeptWhileLive)/,
    comes: /^action of .*: \w+Action$/,
  },
  'editorial-actions': {
    goes: /^action of .*: (NextEditorialAction|EditorialAction\(\w+\)|PublishOrAmend\(PublishAction\))$/,
    comes: /^action of .*: /,
  },
  badges: {goes: /^badge of /, comes: /^badge of \w+: \w*LiveEdit/},
  'article-form': {goes: /^copydesk\/article-form: (input|field|item|block|annotation)$/},
  intake: {
    goes: /^(template: article-from-text|new document: article-from-text|inspector of article: intake|copydesk\/intake: (input|layout))$/,
  },
  review: {goes: new RegExp(`^(inspector of (${PIECES}): review|copydesk/review: input)$`)},
  'shared-previews': {goes: /^(copydesk\/shared-previews: layout|tab of Review: shared)$/},
  rights: {goes: /^(copydesk\/rights: layout|view of the desk: rights)$/},
  'where-used': {goes: /^inspector of (photoWithCredit|expertQuote|source): where-used$/},
  ledger: {goes: new RegExp(`^inspector of (${recordedTypes().join('|')}): ledger$`)},
  'photo-metadata': {goes: /^copydesk\/photo-metadata: (input|field)$/},
  'photos-in-text': {goes: /^copydesk\/photos-in-text: (input|block|text editor)$/},
  confidential: {goes: /^copydesk\/confidential: input$/},
  verification: {goes: /^copydesk\/verification: input$/},
  'text-length': {goes: /^copydesk\/text-length: input$/},
  writing: {goes: /^copydesk\/writing: (input|field)$/},
  quoting: {goes: /^copydesk\/quoting: (input|text editor)$/},
  body: {goes: /^copydesk\/body: (input|block|text editor)$/},
  'newsroom-time': {goes: /^copydesk\/newsroom-time: input$/},
}

const without = (config: WorkspaceOptions, name: string): WorkspaceOptions => ({
  ...config,
  plugins: config.plugins?.filter((plugin) => plugin.name !== `copydesk/${name}`) ?? [],
})

/** The lines that are not among the others. A line that occurs twice counts twice. */
function lacking(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

describe('the newsroom’s workspace', () => {
  let all: string[]
  beforeAll(async () => {
    all = await offered(newsroomWorkspace())
  }, 60_000)

  const of = (start: string): string[] =>
    all.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))

  test('has its tools in their order', () => {
    expect(of('tool: ')).toEqual([
      'start',
      'structure',
      'desk',
      'page',
      'fronts',
      'vision',
      'releases',
      'people',
    ])
  })

  test('gives each role its tools', async () => {
    const toolsOf = async (role: string) =>
      (await resolve(newsroomWorkspace(), role)).tools.map(({name}) => name)
    expect(await toolsOf('journalist')).toEqual([
      'start',
      'structure',
      'desk',
      'page',
      'fronts',
      'releases',
    ])
    expect(await toolsOf('editor')).toEqual([
      'start',
      'structure',
      'desk',
      'page',
      'fronts',
      'releases',
    ])
    expect(await toolsOf('developer')).toEqual(['start', 'structure', 'page', 'vision', 'releases'])
  })

  test('offers editorial actions before the studio’s own', () => {
    expect(of('action of a draft article: ')).toEqual([
      'NextEditorialAction',
      ...['submit', 'approve', 'publish', 'schedule', 'unschedule', 'requestChanges'].map(act),
      ...['handBack', 'requireLegal', 'clearLegal', 'explainEmbargo', 'discardChanges'].map(act),
      ...['withdraw', 'kill', 'spike', 'unspike'].map(act),
      'RestoreWhereOpen(HistoryRestoreAction)',
      'PutOnFront',
      'TaskCreateAction',
    ])
    expect(of('action of a version article: ')).toEqual(['DiscardVersionAction'])
    expect(of('action of a draft photoWithCredit: ')).toEqual([
      'PublishOrAmend(PublishAction)',
      'KeptWhileLive(UnpublishAction)',
      'DuplicateAction',
      'RestoreWhereOpen(HistoryRestoreAction)',
      'OnlyOwn(DiscardChangesAction)',
      'KeptWhileLive(OnlyOwn(DeleteAction))',
      'TaskCreateAction',
    ])
    expect(of('action of a draft review: ')).toEqual([])
  })
  const act = (name: string): string => `EditorialAction(${name})`

  test('has Review before Sanity’s inspectors and Used in behind them', () => {
    expect(of('inspector of article: ').at(0)).toBe('review')
    expect(of('inspector of photoWithCredit: ').slice(-2)).toEqual([
      'sanity/comments',
      'where-used',
    ])
  })

  test('has a row below for each plugin', () => {
    const names = newsroomWorkspace().plugins?.map(({name}) => name)
    expect(names).toEqual(Object.keys(WITHOUT).map((name) => `copydesk/${name}`))
  })

  test.each(Object.entries(WITHOUT))(
    'without %s, nothing of it remains and nothing else changes',
    async (name, {goes, comes}) => {
      const left = await offered(without(newsroomWorkspace(), name))
      const gone = lacking(all, left)
      const come = lacking(left, all)
      expect(gone.filter((line) => !goes.test(line))).toEqual([])
      expect(gone.length).toBeGreaterThan(0)
      expect(left.filter((line) => line.startsWith(`copydesk/${name}:`))).toEqual([])
      expect(come.filter((line) => !comes?.test(line))).toEqual([])
      if (comes) expect(come.length).toBeGreaterThan(0)
      // The other lines keep their order.
      expect(lacking(left, come)).toEqual(lacking(all, gone))
    },
  )

  test('without the frame, Sanity’s own order and actions apply', async () => {
    const {tools: _, document: _1, studio: _2, i18n: _3, ...config} = newsroomWorkspace()
    const left = await offered(config)
    expect(left.filter((line) => /^default: (layout|navbar|pane|words)/.test(line))).toEqual([])
    expect(left).toContain('comments on review')
    expect(lacking(all, left).filter((line) => !line.startsWith('default: '))).toEqual([])
  })
})
