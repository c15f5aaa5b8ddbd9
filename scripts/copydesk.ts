// `npm run copydesk -- <command>`.
import {runCommand} from '../server/commands/program.ts'

// An exit, not the end that a signal makes: what must not be left behind is removed as the process exits.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

process.exitCode = await runCommand(process.argv.slice(2))
