// intake <file…>, intake wordpress <file>
import {randomUUID} from 'node:crypto'
import type {Command} from 'commander'
import type {IntakeResult} from '@copydesk/intake'
import {OperatorError} from '@copydesk/lake/errors'
import {draftsOf} from '../../workflow/intake/documents.ts'
import {readFiles, type ReadFile} from '../operations/intake/read-files.ts'
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
      const failures: string[] = []
      const read: ReadFile[] = []
      for await (const file of readFiles(files.map(typedPath))) {
        if ('problem' in file) failures.push(`${file.name}: ${file.problem}`)
        else if (flags.dryRun) console.log(JSON.stringify(asJson(file.result)))
        else read.push(file)
      }
      if (read.length > 0) failures.push(...(await takeIn(read, flags)))
      if (failures.length > 0) throw new OperatorError(failures.join('\n'))
    })
}

/** Answers a sentence for each file that failed. */
async function takeIn(read: readonly ReadFile[], flags: IntakeFlags): Promise<string[]> {
  const {takeInFiles} = await import('../operations/intake/take-in-files.ts')
  return await withProgress(async (progress) => {
    const again = flags.again === true
    const {made, failed} = await takeInFiles(dataFolderOf(flags), read, {
      again,
      onStep: progress.step,
    })
    progress.done(made.map(({name, sentence}) => `${name}: ${sentence}`).join('\n'))
    for (const {articleId} of made) console.log(articleId)
    return failed
  })
}

/** The drafts, and what became no document. */
function asJson({article, reading}: IntakeResult) {
  const {documents} = draftsOf(article, {newId: randomUUID})
  return {
    documents,
    report: {
      language: article.language,
      furniture: article.furniture.map(({text}) => text),
      authorBio: article.authorBio?.text ?? null,
      kicker: article.kicker?.text ?? null,
      unread: reading.unread ?? [],
    },
  }
}
