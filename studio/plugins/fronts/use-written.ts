// What a person has written in a field and that is not stored yet.
import {useState} from 'react'

/**
 * Answers what the field shows, and sets it. It shows what was written until just that is stored: what a
 * colleague stores meanwhile does not take it away.
 *
 * @param stored what is stored now
 */
export function useWritten(
  stored: string,
): [shown: string, write: (text: string | undefined) => void] {
  const [written, setWritten] = useState<string>()
  if (written !== undefined && written === stored) setWritten(undefined)
  return [written ?? stored, setWritten]
}
