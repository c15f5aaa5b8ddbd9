// Opens zip files. Only what is asked for is unpacked, and sizes in the file are not believed.
import {Inflate} from 'fflate'
import {LIMITS} from '../limits.ts'
import {IntakeError} from '../lines.ts'
import {takeTurns} from './limits.ts'

interface Entry {
  method: number
  start: number
  packed: number
}

const DAMAGED = 'This file is damaged or was not saved completely. Ask for it once more.'
const TOO_LARGE = `This file is larger than ${LIMITS.unpacked / 1024 / 1024} MB when it is unpacked. Save the article without the rest.`

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
/** So much is unpacked at once. It becomes 16 MB at most. */
const STEP = 16 * 1024

export class Zip {
  readonly #bytes: Uint8Array
  readonly #signal: AbortSignal | undefined
  readonly #entries: Map<string, Entry>
  #unpacked = 0

  constructor(bytes: Uint8Array, signal?: AbortSignal) {
    this.#bytes = bytes
    this.#signal = signal
    this.#entries = entriesOf(bytes)
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  /** The bytes of a file; null if there is none of this name. */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(name)
    if (!entry) return null
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packed)
    if (entry.method === 8) return await this.#inflate(packed)
    if (entry.method !== 0) throw new IntakeError(DAMAGED)
    this.#count(packed.length)
    return packed
  }

  async #inflate(packed: Uint8Array): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    let isComplete = false
    const inflate = new Inflate((chunk, isLast) => {
      this.#count(chunk.length)
      chunks.push(chunk)
      isComplete ||= isLast
    })
    let untilTurn: number = LIMITS.turn
    for (let from = 0; from < packed.length; from += STEP) {
      const before = this.#unpacked
      push(inflate, packed.subarray(from, from + STEP), from + STEP >= packed.length)
      untilTurn -= this.#unpacked - before
      if (untilTurn < 0) {
        await takeTurns(this.#signal)
        untilTurn = LIMITS.turn
      }
    }
    if (!isComplete) throw new IntakeError(DAMAGED)
    return concat(chunks)
  }

  #count(bytes: number): void {
    this.#unpacked += bytes
    if (this.#unpacked > LIMITS.unpacked) throw new IntakeError(TOO_LARGE)
  }
}

function push(inflate: Inflate, chunk: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(chunk, isLast)
  } catch (error) {
    if (error instanceof IntakeError) throw error
    throw new IntakeError(DAMAGED)
  }
}

function concat(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The directory at the end of the file. */
function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOf(view)
    const entries = new Map<string, Entry>()
    let at = view.getUint32(end + 16, true)
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== DIRECTORY) throw new RangeError('no entry')
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      )
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!))
      if (!entries.has(name)) entries.set(name, entryOf(view, at))
      at += 46 + nameLength! + extra! + comment!
    }
    return entries
  } catch {
    throw new IntakeError(DAMAGED)
  }
}

function entryOf(view: DataView, at: number): Entry {
  const local = view.getUint32(at + 42, true)
  if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no file')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packed = view.getUint32(at + 20, true)
  if (start + packed > view.byteLength) throw new RangeError('too short')
  return {method: view.getUint16(at + 10, true), start, packed}
}

/** Behind it is a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(view.byteLength - 65_557, 0); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new RangeError('no end')
}
