// The editorial actions of the demonstration staff at the first start, so that the desk is not empty. Each piece
// reaches its state by actions of people, in order.
import type {Json, LakeDocument} from '@copydesk/lake/types'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import type {StaffName} from './demonstration-staff.ts'

export type Step =
  | ({by: StaffName} & Omit<EditorialActionRequest, 'articleId' | 'assignee'> & {
        assignee?: StaffName
      })
  | {by: StaffName; change: (article: LakeDocument) => Record<string, Json>}

export interface Story {
  /** The article's published id. */
  article: string
  steps: readonly Step[]
}

/** ISO 8601, as seen from the first start. */
export interface Moments {
  laterToday: string
  tomorrowMorning: string
  dayBeforeEmbargoEnds: string
  embargoEnds: string
}

/** In order: the last one is first in the inboxes. */
export const demonstrationStories = (at: Moments): Story[] => [
  harbourSeal,
  pactDebate,
  soundPact,
  firstSnow,
  elevenReels(at),
  annaBrask,
  alarmAudit(at),
  cellarInsurance(at),
]

const harbourSeal: Story = {
  article: 'article-harbour-seal',
  steps: [
    {by: 'Tomas Ardley', act: 'submit', note: 'For the back page, if there is room.'},
    {
      by: 'Hester Brandwick',
      act: 'spike',
      note: 'It is a buoy. Tomas rowed out to it this morning, which is more than the rest of us did.',
    },
  ],
}

const pactDebate: Story = {
  article: 'article-pact-debate',
  steps: [
    {by: 'Ingrid Vassall', act: 'submit', note: 'Professor Kallow answers tomorrow at ten.'},
    {
      by: 'Samuel Okonjo-Reeve',
      act: 'requestChanges',
      note: 'A majority that is larger than it looks: says who? A name, or out with the sentence. And what happens if the two texts stay as they are? Ostrey will ask.',
    },
  ],
}

const soundPact: Story = {
  article: 'article-sound-pact',
  steps: [
    {
      by: 'Ingrid Vassall',
      change: ({body}) => ({
        body: describeError(
          body,
          'Article 11 has nineteen words',
          'Article 11 has twenty-one words',
        ),
      }),
    },
    {
      by: 'Ingrid Vassall',
      act: 'submit',
      note: 'A correction: a reader in Ostrey has counted the words of article 11. So have I now. Printed it was nineteen.',
    },
  ],
}

const firstSnow: Story = {
  article: 'article-first-snow',
  steps: [
    {by: 'Samuel Okonjo-Reeve', act: 'submit', note: 'Noor’s copy; I have only moved a comma.'},
    {
      by: 'Hester Brandwick',
      act: 'approve',
      note: 'Good to go. Keep it for the day before the map.',
    },
  ],
}

const elevenReels = ({tomorrowMorning}: Moments): Story => ({
  article: 'article-eleven-reels',
  steps: [
    {by: 'Tomas Ardley', act: 'submit', note: 'Dates and chairs checked with the archive.'},
    {by: 'Samuel Okonjo-Reeve', act: 'approve'},
    {
      by: 'Hester Brandwick',
      act: 'schedule',
      publishAt: tomorrowMorning,
      note: 'With the morning edition.',
    },
  ],
})

const annaBrask: Story = {
  article: 'article-anna-brask',
  steps: [
    {by: 'Tomas Ardley', act: 'submit', note: 'I have the invoice here, both pages of it.'},
    {by: 'Hester Brandwick', act: 'approve', note: 'Leave the cement exactly where it is.'},
    {
      by: 'Tomas Ardley',
      change: ({body}) => ({
        body: describeError(
          body,
          'is 11,620 crowns.',
          'is 12,020 crowns, of which 400 are for a tug that stood by.',
        ),
      }),
    },
  ],
}

const alarmAudit = ({dayBeforeEmbargoEnds, embargoEnds}: Moments): Story => ({
  article: 'article-alarm-audit',
  steps: [
    {
      by: 'Samuel Okonjo-Reeve',
      change: () => ({embargo: {_type: 'embargo', until: embargoEnds}}),
    },
    {
      by: 'Ingrid Vassall',
      act: 'submit',
      note: 'Written from the report alone, pages 3 to 40.',
    },
    {
      by: 'Samuel Okonjo-Reeve',
      act: 'explainEmbargo',
      note: 'The Court of Audit sent us the report five days before the council gets it.',
    },
    {
      by: 'Hester Brandwick',
      act: 'requireLegal',
      note: 'The 61 sheets: there was one deputy harbour master in those years. Do we name him by his office?',
    },
    {
      by: 'Hester Brandwick',
      act: 'assign',
      assignee: 'Samuel Okonjo-Reeve',
      dueAt: dayBeforeEmbargoEnds,
    },
  ],
})

const cellarInsurance = ({laterToday}: Moments): Story => ({
  article: 'article-cellar-insurance',
  steps: [
    {
      by: 'Tomas Ardley',
      act: 'submit',
      note: 'Ms Corrie has seen her quote. Mr Anson’s is from my notebook: could somebody ring him? He is in the shop until six.',
    },
    {
      by: 'Samuel Okonjo-Reeve',
      act: 'assign',
      assignee: 'Hester Brandwick',
      dueAt: laterToday,
      note: 'Could you take this one? I have the audit.',
    },
  ],
})

/** A body with some of its words changed. */
function describeError(body: Json | undefined, from: string, to: string): Json {
  return JSON.parse(JSON.stringify(body ?? []).replace(from, to)) as Json
}
