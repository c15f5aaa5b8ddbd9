// The state of a photo's file, for the fields of its form.
import {createContext, useContext} from 'react'

export interface PhotoFile {
  /** Fields that were filled from the file and are not confirmed, with their tag. */
  unconfirmed: ReadonlyMap<string, string>
  /** Another picture was chosen: reads its file. */
  onAsset: (assetId: string) => void
  /** A person has checked these fields. */
  confirm: (fields: readonly string[]) => void
}

export const PhotoFileContext = createContext<PhotoFile | null>(null)

/** Null outside the form of a photo. */
export const usePhotoFile = (): PhotoFile | null => useContext(PhotoFileContext)
