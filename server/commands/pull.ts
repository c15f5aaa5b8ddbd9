// pull --from <lake>
import type {Command} from 'commander'
import {syncCommand} from './sync-command.ts'

/** Content of a lake elsewhere into this newsroom: what differs, and nothing else. */
export function pullCommand(): Command {
  return syncCommand({
    verb: 'pull',
    option: '--from <lake>',
    summary:
      'Brings published content, its pictures and files here from another Content Lake: what differs here, and nothing else. Interrupted, it is begun again.',
    example: 'pull --from abc123de --all',
  })
}
