import type {Recording} from '../piece.ts'
import {useSite} from '../site-context.ts'

/** Plays a recording in the browser's own player. Nothing where there is no file yet. */
export function Player({
  audio,
  title,
}: {
  audio: Recording | null | undefined
  title: string | null
}) {
  const {images} = useSite()
  const address = images.file(audio?.asset?._id ?? '')
  if (!address) return null
  return (
    <audio
      className="player"
      controls
      preload="metadata"
      src={address}
      aria-label={title ?? undefined}
    />
  )
}
