// perform-scheduled
import type {SanityClient} from '@sanity/client'
import {Command} from 'commander'
import {randomUUID} from 'node:crypto'
import {EditorialActionRefused} from '../../studio/data/actions/action-refused.ts'
import {hostedPeople} from '../../studio/data/actions/hosted-people.ts'
import {
  performOnHosted,
  recordFailure,
  type HostedEnvironment,
} from '../../studio/data/actions/perform-on-hosted.ts'
import {planOf} from '../../workflow/perform/schedule.ts'
import type {ActActor, Person} from '../../workflow/perform/types.ts'
import type {Review} from '../../model/records.ts'
import {OperatorError} from '@copydesk/lake/errors'
import {readEnvironment} from '../environment.ts'
import {hostedError} from '../hosted-error.ts'
import {hostedClient} from './hosted-client.ts'

const DUE =
  '*[_type == "review" && stage == "scheduled" && dateTime(schedule.publishAt) <= dateTime(now())] | order(schedule.publishAt asc)'

/**
 * Publishes what is due, in the name of the person who scheduled it, after all checks have run again.
 *
 * @returns how many could neither be published nor be recorded as refused: the next run tries again
 */
export async function performScheduled(
  client: SanityClient,
  say: (line: string) => void,
): Promise<number> {
  const due = await client.fetch<Review[]>(DUE, {}, {perspective: 'raw'})
  const people = due.length > 0 ? await hostedPeople(client) : []
  let left = 0
  for (const review of due) {
    try {
      say(await performOne(client, review, people))
    } catch (error) {
      left++
      say(`${review.subject._ref} was not published: ${(error as Error).message}`)
    }
  }
  return left
}

async function performOne(client: SanityClient, review: Review, people: Person[]): Promise<string> {
  const id = review.subject._ref
  const plan = planOf(review)
  if (!plan) return `${id} is not scheduled any more.`
  const as = (actor: ActActor): HostedEnvironment => {
    const policy = {fourEyes: 'enforced'} as const
    return {actor, people, policy, isDue: true, transactionId: randomUUID()}
  }
  const name = review.schedule?.byName ?? ''
  // Who has left has no roles any more, and is refused.
  const roles = people.find((person) => person.id === plan.by)?.roles ?? []
  try {
    const scheduler = as({id: plan.by, name, kind: 'user', roles})
    await performOnHosted(client, plan.request, scheduler)
    return `${id} is published.`
  } catch (error) {
    // What passes by itself is tried again; what was refused stays refused, and is seen.
    if (!(error instanceof EditorialActionRefused) || error.reasons.length === 0) throw error
    const timer = as({id: 'system', name: 'The schedule', kind: 'system', roles: []})
    await recordFailure(client, review._id, error.reasons, timer)
    return `${id} was refused: ${error.reasons.map(({message}) => message).join(' ')}`
  }
}

/** For a cron on a machine of yours: the hosted lake has no timer that knows of acts. */
export function performScheduledCommand(): Command {
  return new Command('perform-scheduled')
    .description('Publishes what is due on a hosted project, with the token in SANITY_AUTH_TOKEN.')
    .addHelpText('after', '\nExample:\n  npm run copydesk -- perform-scheduled')
    .action(async () => {
      const {hosted} = readEnvironment()
      if (!hosted) {
        throw new OperatorError(
          'This command is for a project at sanity.io: set SANITY_STUDIO_PROJECT_ID. A newsroom on this machine publishes what is scheduled by itself.',
        )
      }
      const client = hostedClient(hosted)
      const left = await performScheduled(client, (line) => console.log(line)).catch(
        (error: unknown) => {
          throw hostedError(error, hosted, {token: true})
        },
      )
      if (left > 0) throw new OperatorError(`${left} not published. The next run tries again.`)
    })
}
