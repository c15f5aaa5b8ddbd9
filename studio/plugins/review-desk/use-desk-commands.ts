// Runs the commands of the desk's keys.
import type {DeskActionCommand, DeskCommand} from './desk-keys.ts'
import {focusRow} from './focus-row.ts'
import {useDeskKeys} from './use-desk-keys.ts'
import type {SelectedRows} from './use-selection.ts'

interface DeskCommandsOptions {
  enabled: boolean
  maySelect: boolean
  /** Of the desk actions that are offered. */
  shortcuts: readonly string[]
  /** IDs of all visible rows, from top to bottom. */
  order: readonly string[]
  current: string | null
  selection: SelectedRows
  open: (id: string) => void
  assign: (ids: readonly string[]) => void
  act: (shortcut: string, id: string) => void
  findInDesk: () => void
  showKeys: () => void
}

export function useDeskCommands(options: DeskCommandsOptions): void {
  const {order, current, selection} = options
  const {selected} = selection
  const here = current !== null && order.includes(current) ? current : undefined
  const step = (by: number): string | undefined => {
    const at = current === null ? -1 : order.indexOf(current)
    return at < 0
      ? order[by > 0 ? 0 : order.length - 1]
      : order[Math.max(0, Math.min(at + by, order.length - 1))]
  }
  const extend = (target: string | undefined): void => {
    if (!target || !here) return
    selection.extend(here, target)
    focusRow(target)
  }
  const commands: Record<Exclude<DeskCommand, DeskActionCommand>, () => void> = {
    next: () => focusRow(step(1)),
    previous: () => focusRow(step(-1)),
    first: () => focusRow(order[0]),
    last: () => focusRow(order.at(-1)),
    open: () => here && options.open(here),
    select: () => here && selection.select(here, false),
    extendNext: () => extend(step(1)),
    extendPrevious: () => extend(step(-1)),
    assign: () => options.assign(selected.length > 0 ? selected : here ? [here] : []),
    filter: options.findInDesk,
    help: options.showKeys,
    clear: selection.clear,
  }
  const {enabled, maySelect, shortcuts} = options
  const run = (command: DeskCommand): void => {
    if (!isOfAction(command)) commands[command]()
    else if (here) options.act(command.slice('act '.length), here)
  }
  useDeskKeys({enabled, maySelect, shortcuts, run})
}

const isOfAction = (command: DeskCommand): command is DeskActionCommand =>
  command.startsWith('act ')
