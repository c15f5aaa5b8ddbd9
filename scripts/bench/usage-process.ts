// A process that does nothing but tell what it uses of the machine: the least that any of ours does.
import {sendUsage} from './usage.ts'

process.once('disconnect', () => process.exit(0))
sendUsage()
process.send?.('ready')
