// One line of what `doctor` reports.

export interface Finding {
  kind: 'ok' | 'note' | 'problem'
  text: string
}

export const ok = (text: string): Finding => ({kind: 'ok', text})
export const note = (text: string): Finding => ({kind: 'note', text})
export const problem = (text: string): Finding => ({kind: 'problem', text})
