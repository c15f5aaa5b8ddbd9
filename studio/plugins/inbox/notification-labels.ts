// The text of a notification: a sentence that begins with the person who acted.
import type {Notification} from '../../../model/records.ts'

const SENTENCES: Record<Notification['kind'], (name: string) => string> = {
  submitted: (name) => `${name} submitted a piece`,
  changesRequested: (name) => `${name} asked for changes`,
  approved: (name) => `${name} approved your piece`,
  lapsed: (name) => `${name} changed an approved piece: the approval has lapsed`,
  assigned: (name) => `${name} assigned you a piece`,
  scheduleFailed: () => 'A scheduled piece was not published',
  published: (name) => `${name} published your piece`,
  withdrawn: (name) => `${name} withdrew your piece`,
  killed: (name) => `${name} killed your piece`,
  spiked: (name) => `${name} spiked your piece`,
  discarded: (name) => `${name} discarded the changes to your piece`,
  rightsEnding: () => 'The rights to a photo need looking after',
  remark: (name) => `${name} remarked on a preview`,
  mentioned: (name) => `${name} mentioned you`,
  commented: (name) => `${name} commented on a piece that was approved`,
  frontCorrected: (name) => `${name} corrected a piece: words on your front came off`,
  task: (name) => `${name} gave you a task`,
}

export function notificationLabel({kind, byName}: Pick<Notification, 'kind' | 'byName'>): string {
  const sentence = SENTENCES[kind] as ((name: string) => string) | undefined
  const name = byName.trim() || 'Somebody'
  // A kind that a newer server writes.
  return sentence ? sentence(name) : `${name} did something with a piece`
}

/** Tone of the mark beside it: red if something failed, amber if the person has to do something again. */
export function notificationTone(
  kind: Notification['kind'],
): 'primary' | 'positive' | 'caution' | 'critical' {
  if (kind === 'scheduleFailed' || kind === 'rightsEnding') return 'critical'
  if (kind === 'changesRequested' || kind === 'lapsed' || kind === 'commented') return 'caution'
  return kind === 'approved' || kind === 'published' ? 'positive' : 'primary'
}
