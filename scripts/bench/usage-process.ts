// A process that does nothing but tell what it uses of the machine: the least that any of ours does.
import {tellUsage} from './usage.ts'

process.once('disconnect', () => process.exit(0))
tellUsage()
process.send?.('ready')
