// Uploads that are running or have failed, by the photo that they are for. One after the other: the connection may be slow.
import {useSyncExternalStore} from 'react'

export interface Upload {
  file: File
  /** Null until the first bytes are sent. */
  percent: number | null
  /** Why it failed. The file is kept, and can be sent again. */
  problem: string | null
}

/** Sends the file and writes it into the photo. */
export type Send = (onProgress: (percent: number) => void) => Promise<void>

const running = new Map<string, Upload>()
const listeners = new Set<() => void>()
let last: Promise<unknown> = Promise.resolve()

function change(photoId: string, upload: Upload | null): void {
  if (upload) running.set(photoId, upload)
  else running.delete(photoId)
  for (const listener of listeners) listener()
}

export const uploads = {
  get: (photoId: string): Upload | undefined => running.get(photoId),
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Resolves when it is done or has failed. */
  begin(photoId: string, file: File, send: Send): Promise<void> {
    change(photoId, {file, percent: null, problem: null})
    const done = last.then(async () => {
      try {
        await send((percent) => change(photoId, {file, percent, problem: null}))
        change(photoId, null)
      } catch (error) {
        change(photoId, {file, percent: null, problem: (error as Error).message})
      }
    })
    last = done
    return done
  },
}

export const useUpload = (photoId: string | undefined): Upload | undefined =>
  useSyncExternalStore(uploads.subscribe, () => (photoId ? uploads.get(photoId) : undefined))
