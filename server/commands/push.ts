// push --to <lake>
import type {Command} from 'commander'
import {syncCommand} from './sync-command.ts'

/** Content of this newsroom to a lake elsewhere: what differs, and nothing else. */
export function pushCommand(): Command {
  return syncCommand({
    verb: 'push',
    option: '--to <lake>',
    summary:
      'Brings published content, its pictures and files to another Content Lake: what differs there, and nothing else. Interrupted, it is begun again.',
    example: 'push --to https://newsroom.example.org --dry-run',
  })
}
