// webhook add|list|enable|disable|remove|test|deliveries
import {Command} from 'commander'
import {randomBytes} from 'node:crypto'
import type {Attempt, Message, TestDelivery, Webhook, Webhooks} from '@copydesk/lake'
import {OperatorError} from '@copydesk/lake/errors'
import {readEnvironment} from '../environment.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {table} from './table.ts'
import {withLake} from './with-lake.ts'

/** Webhooks: other servers that get changes of content. */
export function webhookCommand(): Command {
  return new Command('webhook')
    .description('Webhooks: addresses that get a request when content changes.')
    .addHelpText('after', '\nExample:\n  npm run copydesk -- webhook list')
    .addCommand(add())
    .addCommand(list())
    .addCommand(turn('enable'))
    .addCommand(turn('disable'))
    .addCommand(remove())
    .addCommand(test())
    .addCommand(deliveries())
}

/** Runs `work` on the folder's webhooks. The server may run meanwhile, and is the one that delivers. */
async function withWebhooks<T>(
  options: DataOption,
  work: (webhooks: Webhooks) => T | Promise<T>,
): Promise<T> {
  const {webhooksPrivate} = readEnvironment()
  return await withLake(
    dataFolderOf(options),
    ({services: {webhooks}}) => work(webhooks),
    webhooksPrivate ? {webhooksPrivate} : {},
  )
}

interface AddFlags extends DataOption {
  name: string
  dataset: string
  on: string
  filter?: string
  projection?: string
  method: string
  header: string[]
  drafts?: boolean
  versions?: boolean
  secret: boolean
}

function add(): Command {
  return subcommand(
    'add <url>',
    'Sends changes to an address from now on. The secret that signs each request is shown this once.',
    `webhook add https://build.example.org/hook --name Rebuild --filter '_type == "article"'`,
  )
    .requiredOption('--name <name>', 'what it is for')
    .option('--dataset <name>', 'the dataset', 'production')
    .option('--on <operations>', 'the changes that it is sent', 'create,update,delete')
    .option('--filter <groq>', 'the documents (default: all)')
    .option('--projection <groq>', 'what it is sent (default: the whole document)')
    .option('--method <method>', 'POST, PUT, PATCH, DELETE or GET', 'POST')
    .option('--header <header>', '"Name: value"; may be repeated', collect, [])
    .option('--drafts', 'of drafts too; it then sees what a developer sees, embargoes included')
    .option('--versions', 'of versions in releases too; it then sees what a developer sees')
    .option('--no-secret', 'requests are not signed')
    .action(async (url: string, flags: AddFlags) => {
      const secret = flags.secret ? `whsec_${randomBytes(24).toString('base64url')}` : null
      const {id} = await withWebhooks(flags, (webhooks) =>
        webhooks.add({
          name: flags.name,
          url,
          dataset: flags.dataset,
          httpMethod: flags.method.toUpperCase(),
          headers: Object.fromEntries(flags.header.map(headerOf)),
          rule: {
            on: flags.on.split(',').map((one) => one.trim()),
            filter: flags.filter ?? '',
            projection: flags.projection ?? '',
          },
          includeDrafts: flags.drafts === true,
          includeAllVersions: flags.versions === true,
          secret,
        }),
      )
      console.error(`${flags.name} is sent changes from now on.`)
      if (secret) console.error('Its id, and the secret that signs its requests, shown this once:')
      console.log(secret ? `${id} ${secret}` : id)
    })
}

const collect = (value: string, before: string[]): string[] => [...before, value]

function headerOf(header: string): [name: string, value: string] {
  const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(header) ?? []
  if (name === undefined || value === undefined) {
    throw new OperatorError(`A header is written as "Name: value", unlike "${header}".`)
  }
  return [name, value]
}

function list(): Command {
  return subcommand('list', 'Lists the webhooks, without their secrets.', 'webhook list').action(
    async (options: DataOption) => {
      const rows = await withWebhooks(options, (webhooks) =>
        webhooks
          .list()
          .map((hook) => [
            hook.id,
            hook.name,
            `${hook.httpMethod} ${hook.url}`,
            hook.rule.on.join(','),
            hook.rule.filter || 'all',
            String(webhooks.waiting(hook.id)),
            stateOf(hook, webhooks.missed(hook.id)),
          ]),
      )
      console.log(table([['ID', 'NAME', 'ADDRESS', 'ON', 'FILTER', 'WAITING', 'STATE'], ...rows]))
    },
  )
}

function stateOf({isDisabledByUser, switchedOff, catchUp}: Webhook, missed: number): string {
  if (isDisabledByUser) return 'off, by a person'
  if (switchedOff) return `off, by itself at ${switchedOff.at}: ${switchedOff.reason}`
  if (catchUp) return `on, is sent what it missed since ${catchUp.since}`
  return missed > 0 ? `on, ${missed} too costly: "webhook enable" tells them` : 'on'
}

function turn(verb: 'enable' | 'disable'): Command {
  const off = verb === 'disable'
  return subcommand(
    `${verb} <id>`,
    off
      ? 'Sends a webhook nothing until it is enabled. What waits for it is dropped.'
      : 'Sends changes to a webhook again. One that was switched off for its cost is first sent what it missed, as far as the log has it. One that a person disabled gets only new changes.',
    `webhook ${verb} wh4f0c…`,
  ).action(async (id: string, options: DataOption) => {
    await withWebhooks(options, (webhooks) => {
      const missed = webhooks.missed(id)
      const {catchUp} = webhooks.change(id, {isDisabledByUser: off})
      console.log(`Webhook ${id} is ${off ? 'off' : 'on'}.${off ? '' : belated(catchUp, missed)}`)
    })
  })
}

/** Which earlier events an enabled webhook gets. */
function belated(catchUp: Webhook['catchUp'], missed: number): string {
  if (catchUp) {
    const catchUpNote = ` It is sent what it missed since ${catchUp.since}, in order.`
    if (catchUp.lostSince === null) return catchUpNote
    return `${catchUpNote} What happened before that, since ${catchUp.lostSince}, is no longer in the log.`
  }
  return missed > 0 ? ` Changes that it is sent late: ${missed}.` : ''
}

function remove(): Command {
  return subcommand(
    'remove <id>',
    'Removes a webhook, with what waits for it. "webhook list" shows the IDs.',
    'webhook remove wh4f0c…',
  ).action(async (id: string, options: DataOption) => {
    await withWebhooks(options, (webhooks) => webhooks.remove(id))
    console.log(`Webhook ${id} is removed.`)
  })
}

function test(): Command {
  return subcommand(
    'test <id>',
    'Sends one request now, about the newest document that its filter lets through.',
    'webhook test wh4f0c…',
  ).action(async (id: string, options: DataOption) => {
    const tried = await withWebhooks(options, (webhooks) => webhooks.tryOut(id))
    const answered = answerOf(tried.outcome)
    console.log(`Sent ${tried.documentId}: ${answered} after ${tried.duration} ms.`)
    if (!answered.startsWith('2')) process.exitCode = 1
  })
}

const answerOf = (outcome: TestDelivery['outcome']): string =>
  'status' in outcome ? String(outcome.status) : `${outcome.failure}, ${outcome.detail}`

function deliveries(): Command {
  return subcommand(
    'deliveries <id>',
    'Shows the latest deliveries of a webhook and their outcomes, newest first.',
    'webhook deliveries wh4f0c…',
  )
    .option('--attempts', 'each single attempt')
    .action(async (id: string, options: DataOption & {attempts?: boolean}) => {
      const rows = await withWebhooks(options, (webhooks) =>
        options.attempts
          ? [['AT', 'DELIVERY', 'ANSWER', 'TOOK'], ...webhooks.attempts(id).map(attemptRow)]
          : [
              ['AT', 'DELIVERY', 'OPERATION', 'DOCUMENT', 'STATE', 'ANSWER', 'FAILED', 'NEXT'],
              ...webhooks.messages(id).map(messageRow),
            ],
      )
      console.log(table(rows))
    })
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

function messageRow(message: Message): string[] {
  const {id, createdAt, operation, documentId, status, resultCode, failures, nextAt} = message
  const state = {queued: 'waits', success: 'delivered', failure: 'failed'}[status]
  const next = status === 'queued' ? time(nextAt) : ''
  const answer = resultCode === null ? '' : String(resultCode)
  const columns = [time(createdAt), String(id), operation, documentId]
  return [...columns, state, answer, String(failures), next]
}

function attemptRow({at, message, resultCode, failure, detail, duration}: Attempt): string[] {
  const answer = [resultCode ?? failure, detail].filter((part) => part !== null).join(', ')
  return [time(at), String(message), answer, `${duration} ms`]
}
