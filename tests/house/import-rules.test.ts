// The import rules refuse what ARCHITECTURE.md forbids. Run on a small tree of its own with the
// repository's configuration.
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {temporaryFolder} from './support.ts'

const REFUSED: [file: string, imported: string][] = [
  ['model/x.ts', 'zod'],
  ['model/x.ts', '../workflow/x.ts'],
  ['model/x.ts', '../packages/lake/src/x.ts'],
  ['model/x.ts', '@copydesk/lake'],
  ['workflow/x.ts', '@copydesk/lake'],
  ['workflow/x.ts', '@copydesk/lake/access'],
  ['schemas/documents/x.ts', 'node:fs'],
  ['schemas/documents/x.ts', 'react'],
  ['schemas/documents/x.ts', '../../studio/x.ts'],
  ['schemas/documents/x.ts', '../../workflow/x.ts'],
  ['schemas/documents/x.ts', '../../queries/x.ts'],
  ['schemas/documents/x.ts', '../../packages/lake/src/x.ts'],
  ['workflow/x.ts', 'node:crypto'],
  ['workflow/x.ts', 'zod'],
  ['workflow/x.ts', '@noble/hashes/hmac.js'],
  ['workflow/x.ts', '@noble/ed25519'],
  ['workflow/x.ts', '../schemas/x.ts'],
  ['workflow/x.ts', '../packages/lake/src/x.ts'],
  ['queries/x.ts', 'sanity'],
  ['queries/x.ts', '@sanity/client'],
  ['queries/x.ts', 'react'],
  ['queries/x.ts', '../schemas/x.ts'],
  ['studio/plugins/x.ts', 'node:path'],
  ['studio/plugins/x.ts', '../../packages/lake/src/x.ts'],
  ['studio/plugins/x.ts', '../../site/x.ts'],
  ['studio/plugins/x.ts', '../../server/x.ts'],
  ['studio/plugins/x.ts', '../../scripts/x.ts'],
  ['studio/plugins/inbox/x.ts', 'node:path'],
  ['studio/plugins/inbox/x.ts', '../../../server/x.ts'],
  ['studio/plugins/inbox/x.ts', '../review/x.ts'],
  ['studio/plugins/inbox/x.ts', '../review/parts/x.ts'],
  ['studio/plugins/inbox/parts/x.ts', '../../review/x.ts'],
  ['studio/plugins/inbox/parts/x.ts', '../../review/parts/x.ts'],
  ['studio/data/x.ts', '../plugins/review/x.ts'],
  ['studio/data/piece/x.ts', '../../plugins/review/x.ts'],
  ['studio/ui/x.ts', '../plugins/review/x.ts'],
  ['studio/ui/x.ts', '../data/x.ts'],
  ['studio/ui/x.ts', '@copydesk/intake'],
  ['studio/data/x.ts', '../../packages/intake/src/index.ts'],
  ['studio/ui/diff/x.ts', '../../data/piece/x.ts'],
  ['site/pages/x.tsx', 'sanity'],
  ['site/pages/x.tsx', 'sanity/structure'],
  ['site/pages/x.tsx', '../../studio/x.ts'],
  ['site/pages/x.tsx', '../../schemas/x.ts'],
  ['site/pages/x.tsx', '../../server/x.ts'],
  ['site/pages/x.tsx', '../../packages/lake/src/x.ts'],
  ['server/mail/x.ts', '../../scripts/x.ts'],
  ['server/x.ts', '../packages/lake/src/index.ts'],
  ['server/x.ts', '@copydesk/lake/tests/query/fixture.ts'],
  ['scripts/bench/x.ts', '../../packages/groq/src/index.ts'],
  ['tests/server/x.ts', '../../packages/lake/src/index.ts'],
  ['tests/server/x.ts', '../../packages/lake/tests/query/fixture.ts'],
  ['studio/plugins/x.ts', '@copydesk/lake'],
  ['site/pages/x.tsx', '@copydesk/lake'],
  ['site/pages/x.tsx', '@copydesk/groq/plan'],
  ['packages/lake/src/index.ts', '../../groq/src/index.ts'],
  ['packages/lake/src/documents/x.ts', '../../../groq/src/documents/x.ts'],
  ['packages/lake/src/documents/x.ts', '@copydesk/groq/tests/fixture.ts'],
  ['packages/lake/tests/query/x.ts', '../../../groq/src/index.ts'],
  ['packages/lake/tests/query/x.ts', '../../../groq/tests/fixture.ts'],
  ['packages/groq/src/x.ts', '@copydesk/lake'],
  ['packages/groq/src/x.ts', '@copydesk/lake/types'],
  ['packages/groq/tests/x.ts', '../../lake/tests/query/fixture.ts'],
  ['packages/groq/tests/x.ts', '@copydesk/lake'],
  ['packages/intake/src/x.ts', 'node:fs'],
  ['packages/intake/src/read/x.ts', '@copydesk/lake'],
  ['packages/intake/src/x.ts', '../../../workflow/x.ts'],
  ['packages/lake/src/index.ts', 'sanity'],
  ['packages/lake/src/index.ts', 'react'],
  ['packages/lake/src/index.ts', '../../../model/x.ts'],
  ['packages/lake/src/index.ts', '../../../workflow/x.ts'],
  ['packages/lake/src/index.ts', '../../../server/x.ts'],
  ['packages/lake/src/http/routes/x.ts', '../../../../../schemas/x.ts'],
  ['packages/lake/src/http/routes/x.ts', '../../../../../queries/x.ts'],
  ['packages/lake/src/documents/x.ts', '../query/x.ts'],
  ['packages/lake/src/documents/x.ts', '../http/x.ts'],
  ['packages/lake/src/documents/x.ts', '../../../../queries/x.ts'],
  ['packages/lake/src/documents/x.ts', '../index.ts'],
  ['packages/lake/src/documents/x.ts', '../parts/x.ts'],
  ['packages/lake/src/actions/x.ts', '../documents/x.ts'],
  ['packages/lake/src/query/x.ts', '../listen/x.ts'],
  ['packages/lake/src/listen/x.ts', '../assets/x.ts'],
  ['packages/lake/src/assets/x.ts', '../access/x.ts'],
  ['packages/lake/src/access/x.ts', '../documents/x.ts'],
  ['packages/lake/src/access/x.ts', '../../../../workflow/x.ts'],
  ['packages/lake/src/store/x.ts', '../documents/x.ts'],
  ['packages/lake/src/browser/x.ts', 'node:path'],
  ['packages/lake/src/browser/x.ts', 'hono'],
  ['packages/lake/src/browser/x.ts', '../http/x.ts'],
  ['packages/groq/src/x.ts', '../../lake/src/x.ts'],
  ['packages/groq/src/x.ts', 'node:sqlite'],
  ['packages/groq/src/plan/x.ts', '../../../../queries/x.ts'],
]

const ALLOWED: [file: string, imported: string][] = [
  ['model/x.ts', './y.ts'],
  ['model/x.ts', '@sanity/id-utils'],
  ['model/x.ts', '@copydesk/lake/types'],
  ['workflow/x.ts', '@copydesk/lake/types'],
  ['workflow/intake/x.ts', '@copydesk/intake/types'],
  ['packages/intake/src/read/x.ts', 'htmlparser2'],
  ['schemas/documents/x.ts', 'sanity'],
  ['schemas/documents/x.ts', '@sanity/icons/DocumentText'],
  ['schemas/documents/x.ts', '../../model/x.ts'],
  ['workflow/x.ts', './y.ts'],
  ['workflow/x.ts', '../model/x.ts'],
  ['workflow/x.ts', '@noble/hashes/sha2.js'],
  ['workflow/x.ts', '@noble/hashes/utils.js'],
  ['queries/x.ts', 'groq'],
  ['studio/plugins/x.ts', 'sanity'],
  ['studio/plugins/x.ts', '../../workflow/x.ts'],
  ['studio/plugins/x.ts', '../../queries/x.ts'],
  ['studio/workspace.tsx', './plugins/inbox/index.ts'],
  ['studio/plugins/intake/x.ts', '@copydesk/intake'],
  ['studio/plugins/inbox/x.ts', './y.ts'],
  ['studio/plugins/inbox/x.ts', './parts/y.ts'],
  ['studio/plugins/inbox/x.ts', '../../ui/time/x.ts'],
  ['studio/plugins/inbox/x.ts', '../../data/x.ts'],
  ['studio/plugins/inbox/x.ts', '../../../workflow/checks/x.ts'],
  ['studio/plugins/inbox/parts/x.ts', '../y.ts'],
  ['studio/plugins/inbox/parts/x.ts', '../../../ui/x.ts'],
  ['studio/data/piece/x.ts', '../../ui/x.ts'],
  ['studio/ui/diff/x.ts', '../theme/x.ts'],
  ['site/pages/x.tsx', '../../model/x.ts'],
  ['site/pages/x.tsx', '../../queries/x.ts'],
  ['site/pages/x.tsx', '@portabletext/react'],
  ['site/server.tsx', 'hono'],
  ['packages/lake/src/index.ts', './documents/x.ts'],
  ['packages/lake/src/index.ts', '@copydesk/groq'],
  ['packages/lake/src/http/routes/x.ts', '../../query/x.ts'],
  ['packages/lake/src/documents/x.ts', '../store/x.ts'],
  ['packages/lake/src/documents/x.ts', '@copydesk/groq/documents'],
  ['packages/lake/src/documents/x.ts', 'node:crypto'],
  ['packages/lake/src/browser/x.ts', './y.ts'],
  ['packages/lake/src/http/x.ts', '../browser/x.ts'],
  ['packages/groq/src/plan/x.ts', '../documents/x.ts'],
  ['packages/lake/tests/query/x.ts', '../../src/query/x.ts'],
  ['packages/lake/tests/query/x.ts', '@copydesk/groq/tests/fixture.ts'],
  ['packages/groq/tests/x.ts', '../src/plan/x.ts'],
  ['server/x.ts', '@copydesk/lake'],
  ['server/x.ts', '@copydesk/lake/store'],
  ['tests/server/x.ts', '@copydesk/lake/tests/query/fixture.ts'],
  ['scripts/x.ts', '../server/x.ts'],
]

interface Diagnostic {
  code: string
  filename: string
  labels: {span: {line: number}}[]
}

/** One file for each room, one import a line. Returns `file imported` for every refused line. */
function refusals(imports: [file: string, imported: string][]): Set<string> {
  const folder = temporaryFolder()
  cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const files = Map.groupBy(imports, ([file]) => file)
  for (const [file, lines] of files) {
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    writeFileSync(
      join(folder, file),
      lines.map(([, imported], at) => `export * as name${at} from '${imported}'\n`).join(''),
    )
  }
  const output = lint(folder)
  const {diagnostics} = JSON.parse(output) as {diagnostics: Diagnostic[]}
  return new Set(
    diagnostics
      .filter(({code}) => code === 'eslint(no-restricted-imports)')
      .map(({filename, labels}) => {
        const line = labels[0]?.span.line ?? 0
        return [filename, files.get(filename)?.[line - 1]?.[1]].join(' ')
      }),
  )
}

/** oxlint exits with 1 if it finds something. Its report is on stdout all the same. */
function lint(cwd: string): string {
  try {
    return execFileSync(join(ROOT, 'node_modules/.bin/oxlint'), ['--format', 'json', '.'], {
      cwd,
      encoding: 'utf8',
    })
  } catch (error) {
    return (error as {stdout: string}).stdout
  }
}

describe('the import rules', () => {
  let found = new Set<string>()
  beforeAll(() => {
    found = refusals([...REFUSED, ...ALLOWED])
  })

  test.each(REFUSED)('%s may not import %s', (file, imported) => {
    expect(found).toContain(`${file} ${imported}`)
  })

  test.each(ALLOWED)('%s may import %s', (file, imported) => {
    expect(found).not.toContain(`${file} ${imported}`)
  })
})
