// intake <file…>, intake wordpress <file>
import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {randomUUID} from 'node:crypto'
import type {Command} from 'commander'
import {intake, IntakeError, type IntakeResult} from '@copydesk/intake'
import {OperatorError} from '@copydesk/lake/errors'
import {sha256} from '../../workflow/sha256.ts'
import {draftsOf} from '../../workflow/intake/documents.ts'
import {wordpressCommand} from './intake-wordpress.ts'
import {withProgress} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'

interface IntakeFlags extends DataOption {
  dryRun?: boolean
  again?: boolean
}

/**
 * Articles as they come, made into drafts. Nothing is published.
 *
 * The rules of a language are long regular expressions. V8 would make bytecode of each before machine code, which takes
 * longer than reading the article: package.json starts the commands with `--no-regexp-tier-up`. Set in a process that
 * runs already, the flag makes V8 crash.
 */
export function intakeCommand(): Command {
  return subcommand(
    'intake <files...>',
    'Makes drafts of articles as they come: text, HTML, Word or mail. Quotes, speakers and credits are suggestions until somebody confirms them.',
    'intake article.docx --dry-run',
  )
    .enablePositionalOptions()
    .addCommand(wordpressCommand())
    .option('--dry-run', 'only print what would be made, as JSON')
    .option('--again', 'also files that became an article before')
    .action(async (files: string[], flags: IntakeFlags) => {
      if (flags.dryRun) {
        for (const file of files) console.log(JSON.stringify(asJson((await readFrom(file)).result)))
        return
      }
      const {takeInFiles} = await import('../operations/intake/take-in-files.ts')
      const read: ReadFile[] = []
      for (const file of files) read.push(await readFrom(file))
      await withProgress(async (progress) => {
        const made = await takeInFiles(dataFolderOf(flags), read, {
          again: flags.again === true,
          onStep: progress.step,
        })
        progress.done(made.map(({name, sentence}) => `${name}: ${sentence}`).join('\n'))
        for (const {articleId} of made) console.log(articleId)
      })
    })
}

export interface ReadFile {
  name: string
  hash: string
  result: IntakeResult
}

async function readFrom(file: string): Promise<ReadFile> {
  const path = typedPath(file)
  const name = basename(path)
  const bytes = new Uint8Array(
    await readFile(path).catch(() => refuse(`There is no file ${path}.`)),
  )
  try {
    return {name, hash: sha256(bytes), result: await intake(bytes, {fileName: name})}
  } catch (error) {
    if (error instanceof IntakeError) throw new OperatorError(`${name}: ${error.message}`)
    throw error
  }
}

function refuse(sentence: string): never {
  throw new OperatorError(sentence)
}

/** The drafts, and what became no document. */
function asJson({article}: IntakeResult) {
  const {documents} = draftsOf(article, {newId: randomUUID})
  return {
    documents,
    report: {
      language: article.language,
      furniture: article.furniture.map(({text}) => text),
      authorBio: article.authorBio?.text ?? null,
      kicker: article.kicker?.text ?? null,
    },
  }
}
