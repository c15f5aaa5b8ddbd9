// Reads an export file in chunks: authors, terms and items, one after the other.
import {createReadStream} from 'node:fs'
import {
  createWxrReader,
  type WxrItem,
  type WxrListener,
  type WxrSite,
} from '@copydesk/intake/wordpress'
import {IntakeError} from '@copydesk/intake'
import {OperatorError} from '@copydesk/lake/errors'

/**
 * Reads the whole file. `onItem` may take its time: no more is read meanwhile.
 *
 * @throws OperatorError where it is not a whole export
 */
export async function readExport(
  path: string,
  {
    onItem = async () => {},
    ...listener
  }: Omit<WxrListener, 'item'> & {onItem?: (item: WxrItem) => void | Promise<void>},
): Promise<WxrSite> {
  const items: WxrItem[] = []
  const reader = createWxrReader({...listener, item: (item) => void items.push(item)})
  const decoder = new TextDecoder()
  const handOver = async (): Promise<void> => {
    for (const item of items.splice(0)) await onItem(item)
  }
  try {
    for await (const chunk of createReadStream(path, {highWaterMark: 256 * 1024})) {
      reader.write(decoder.decode(chunk as Uint8Array, {stream: true}))
      await handOver()
    }
    reader.write(decoder.decode())
    const site = reader.end()
    await handOver()
    return site
  } catch (error) {
    if (error instanceof IntakeError) throw new OperatorError(`${path}: ${error.message}`)
    throw error
  }
}
