// Adds, changes and removes webhooks.
import {randomBytes} from 'node:crypto'
import {BadRequest, NotFound} from '../errors.ts'
import type {LogTable} from '../store/log.ts'
import type {Follower} from './follower.ts'
import type {CatchUp, HookTable, Webhook} from './hook-table.ts'
import type {MessageTable} from './message-table.ts'
import type {MissedTable} from './missed-table.ts'
import type {SwitchedOff} from './round.ts'
import {readsAsReader} from './hook-visibility.ts'
import {parseSecret, parseSettings, type WebhookSettings} from './settings.ts'
import type {Webhooks, WebhooksOptions} from './webhooks.ts'

type Managed = Pick<Webhooks, 'list' | 'get' | 'add' | 'change' | 'remove'>

interface ManageOptions extends WebhooksOptions {
  hooks: HookTable
  messages: MessageTable
  missed: MissedTable
  follower: Pick<Follower, 'begin'>
}

const MAX_WEBHOOKS = 100

export function manageWebhooks(options: ManageOptions): Managed {
  const {log, clock, hooks, messages, missed, follower} = options
  const get = (id: string): Webhook => {
    const hook = hooks.get(id)
    if (!hook) throw new NotFound(`There is no webhook ${id}.`)
    return hook
  }
  return {
    list: () => hooks.all(),
    get,
    add(given) {
      const settings = checked(given, options)
      const secret = parseSecret(given) ?? null
      if (options.isForStaff?.(settings.dataset) && readsAsReader(settings)) {
        throw new BadRequest(
          `Readers cannot see any documents in "${settings.dataset}". A webhook there needs includeDrafts (--drafts), so that it sees the same documents as staff.`,
          'invalidWebhook',
        )
      }
      if (hooks.count() >= MAX_WEBHOOKS) {
        throw new BadRequest(`There are ${MAX_WEBHOOKS} webhooks already.`, 'invalidWebhook')
      }
      const id = `wh${randomBytes(10).toString('hex')}`
      const now = new Date(clock()).toISOString()
      const begun = {switchedOff: null, catchUp: null, createdAt: now, updatedAt: now}
      hooks.put({...settings, ...begun, id, since: log.last()}, secret)
      follower.begin(settings.dataset)
      return get(id)
    },
    change(id, given) {
      const {hasSecret, ...before} = get(id)
      const rule = {...before.rule, ...(given['rule'] as object | undefined)}
      const settings = checked({...before, ...given, rule}, options)
      const secret = parseSecret(given)
      // Changes from the time when a person had switched it off are not sent afterwards.
      const isSwitchedOn = before.isDisabledByUser && !settings.isDisabledByUser
      const since = isSwitchedOn ? log.last() : before.since
      const updatedAt = new Date(clock()).toISOString()
      const newSecret = secret === undefined && hasSecret ? hooks.secretOf(id) : (secret ?? null)
      const isEnabled = given['isDisabledByUser'] === false
      const isDisabled = settings.isDisabledByUser
      const state = stateAfter(before, {isDisabled, isEnabled}, options)
      hooks.put({...before, ...settings, ...state, since, updatedAt}, newSecret)
      if (isEnabled) missed.makeDue(id)
      if (settings.isDisabledByUser) {
        messages.cancel(id)
        missed.clear(id)
      } else if (isSwitchedOn || state.catchUp || settings.dataset !== before.dataset) {
        follower.begin(settings.dataset)
      }
      return {...before, ...settings, ...state, since, updatedAt, hasSecret: newSecret !== null}
    },
    remove(id) {
      get(id)
      hooks.remove(id)
    },
  }
}

const checked = (
  given: Readonly<Record<string, unknown>>,
  {hasDataset, allowPrivate = false, product}: ManageOptions,
): WebhookSettings =>
  parseSettings(given, {hasDataset, allowPrivate, hint: product.hints.allowPrivateWebhooks})

/**
 * The state of a hook after a person has changed it: whether it is off as too costly, and which
 * changes it is sent late.
 */
function stateAfter(
  {id, switchedOff, catchUp, since}: Omit<Webhook, 'hasSecret'>,
  {isDisabled, isEnabled}: {isDisabled: boolean; isEnabled: boolean},
  tables: {log: LogTable; missed: MissedTable},
): Pick<Webhook, 'switchedOff' | 'catchUp'> {
  if (isDisabled) return {switchedOff: null, catchUp: null}
  if (!isEnabled || !switchedOff) return {switchedOff, catchUp}
  const after = Math.max(switchedOff.position, since)
  return {switchedOff: null, catchUp: beginningOf(tables, {id, after, switchedOff})}
}

/**
 * The position from which a hook is sent missed changes. Earlier ones may be merged or erased.
 */
function beginningOf(
  {log, missed}: {log: LogTable; missed: MissedTable},
  {id, after, switchedOff}: {id: string; after: number; switchedOff: SwitchedOff},
): CatchUp {
  const first = missed.first(id)
  const at = first?.at ?? switchedOff.at
  const wholeAfter = log.wholeAfter()
  const isWhole = wholeAfter < (first?.position ?? after + 1)
  if (isWhole) return {after, since: at, lostSince: null}
  const since = log.since(wholeAfter, 1)[0]?.timestamp ?? switchedOff.at
  return {after: wholeAfter, since, lostSince: at}
}
