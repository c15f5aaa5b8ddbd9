// explain <query>
import type {Command} from 'commander'
import {join} from 'node:path'
import {LakeError, OperatorError} from '@copydesk/lake/errors'
import {ANONYMOUS_ACTOR} from '@copydesk/lake/access'
import type {Explanation} from '@copydesk/groq/plan'
import type {Actor, Json} from '@copydesk/lake/types'
import {PRODUCT} from '../product.ts'
import {logUpdate} from '../log-progress.ts'
import {writable} from '../writable.ts'
import {assertNewsroom, ROLE_NAMES} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

interface ExplainFlags extends DataOption {
  params: string
  perspective: string
  as: string
  json?: boolean
}

/** How a query is answered: by which indexes, through how many documents, in what time. */
export function explainCommand(): Command {
  return subcommand(
    'explain <query>',
    'Shows how a GROQ query is answered: by which indexes, through how many documents, in what time.',
    `explain '*[_type == "article" && slug.current == $slug][0]' --params '{"slug": "harbour"}'`,
  )
    .option('--params <json>', 'values of its parameters, as a JSON object', '{}')
    .option('--perspective <name>', 'published, drafts, raw or releases', 'published')
    .option('--as <role>', `who asks: anonymous, ${ROLE_NAMES.join(', ')}`, 'administrator')
    .option('--json', 'for programs')
    .action(async (query: string, flags: ExplainFlags) => {
      const dataFolder = dataFolderOf(flags)
      assertNewsroom(dataFolder)
      const asked = {
        query,
        params: paramsOf(flags.params),
        perspective: flags.perspective,
        actor: actorOf(flags.as),
        explain: true,
      }
      const {DATASET, PROJECT_ID} = await import('../newsroom-lake.ts')
      const {ROLES} = await import('../../model/roles.ts')
      const {openDatabase} = await import('@copydesk/lake/store')
      const {createQueryEngine} = await import('@copydesk/lake/query')
      const {explainText} = await import('@copydesk/groq/plan')
      const databaseFile = join(writable(dataFolder), 'lake.sqlite')
      // Brings a folder of an older Copydesk up to date.
      const productName = PRODUCT.name
      openDatabase(databaseFile, {productName, onUpdate: logUpdate(), asNode: true}).close()
      const engine = createQueryEngine({
        databaseFile,
        roles: ROLES,
        clock: Date.now,
        projectId: PROJECT_ID,
        memoryHint: PRODUCT.hints.queryMemory,
        threads: {least: 1, most: 1},
      })
      try {
        const ask = () => engine.queryJson({...asked, dataset: DATASET})
        const first = await ask()
        // As a server that has run for a while answers it: with its indexes built, and the plan kept.
        const {explanation} = await ask()
        if (!first.explanation || !explanation) throw new Error('The query was not explained.')
        const {plan, evaluate} = first.explanation.ms
        const firstMs = plan + evaluate
        if (flags.json) console.log(JSON.stringify({...explanation, firstMs}, null, 2))
        else {
          console.log(
            `${explainText(explanation)}The first time, with indexes to build, it took ${firstMs.toFixed(0)} ms.`,
          )
        }
      } catch (error) {
        const given = error instanceof LakeError ? error.details['explanation'] : undefined
        if (given) console.log(explainText(given as Explanation))
        throw withQueryPosition(error)
      } finally {
        await engine.close()
      }
    })
}

function paramsOf(text: string): Record<string, Json> {
  let params: unknown
  try {
    params = JSON.parse(text)
  } catch {
    // Said below, as for what is JSON and no object.
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new OperatorError(
      `--params must be a JSON object, by the parameters' names without "$": '{"slug": "harbour"}'.`,
    )
  }
  return params as Record<string, Json>
}

function actorOf(role: string): Actor {
  if (role === 'anonymous') return ANONYMOUS_ACTOR
  if (!ROLE_NAMES.includes(role)) {
    throw new OperatorError(
      `There is no role "${role}". Roles: anonymous, ${ROLE_NAMES.join(', ')}.`,
    )
  }
  return {id: 'explain', kind: 'user', roles: [role], name: 'explain'}
}

/** Errors without a position stay as they are. */
function withQueryPosition(error: unknown): unknown {
  if (!(error instanceof LakeError)) return error
  const {query, start, end} = error.details
  if (typeof query !== 'string' || typeof start !== 'number' || typeof end !== 'number') {
    return new OperatorError(error.message)
  }
  const before = query.slice(0, start).split('\n')
  const column = before.at(-1)?.length ?? 0
  const line = query.split('\n')[before.length - 1] ?? ''
  const carets = '^'.repeat(Math.max(Math.min(end - start, line.length - column), 1))
  // A tab is as wide as the terminal has it: the line below has the same.
  const indent = line.slice(0, column).replaceAll(/[^\t]/g, ' ')
  return new OperatorError(
    `${error.message} (line ${before.length}, column ${column + 1})\n\n  ${line}\n  ${indent}${carets}`,
  )
}
