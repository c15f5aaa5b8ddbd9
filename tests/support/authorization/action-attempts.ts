// Every editorial action as a dry run, so that each finds the piece as it was.
import {expect} from 'vitest'
import {askingOf, type Tries} from './requests.ts'
import {DATASET, type World} from './world.ts'

/** By `operation way of`. */
export function actingWays(world: World): Record<string, Tries> {
  const {lake, desk, put} = world
  const {sends, asks} = askingOf(world)
  const acts =
    (act: string, at: string, more: () => object = () => ({})): Tries =>
    async (who) => {
      const before = world.everything()
      const body = () => ({act, articleId: at, dryRun: true, note: 'A reason', ...more()})
      const allowed = await sends(`/v1/acts/${DATASET}`, body)(who)
      expect(world.everything()).toBe(before)
      return allowed
    }
  /** On a draft that the same person has begun. */
  const own =
    (act: string, at: string): Tries =>
    async (who) => {
      await put([{patch: {id: `drafts.${at}`, set: {'_system.createdBy': who.id}}}])
      const allowed = await acts(act, at)(who)
      await put([{patch: {id: `drafts.${at}`, set: {'_system.createdBy': desk.journalist.id}}}])
      return allowed
    }
  const inDays = (days: number): string => new Date(lake.now() + days * 86_400_000).toISOString()

  return {
    'read acts how four eyes is set': asks(`/v1/acts/${DATASET}`),
    'act acts submit': acts('submit', 'at-drafting'),
    'act acts request changes': acts('requestChanges', 'at-inReview'),
    'act acts hand back': acts('handBack', 'at-inReview'),
    'act acts approve': acts('approve', 'at-inReview', () => ({
      ifContentHash: desk.hash('at-inReview'),
    })),
    'act acts schedule': acts('schedule', 'at-approved', () => ({publishAt: inDays(1)})),
    'act acts unschedule': acts('unschedule', 'at-scheduled'),
    'act acts assign': acts('assign', 'at-drafting', () => ({assignee: desk.journalist.id})),
    'act acts require a legal check': acts('requireLegal', 'at-drafting'),
    'act acts clear a legal check': acts('clearLegal', 'at-legal'),
    'act acts explain an embargo': acts('explainEmbargo', 'at-drafting'),
    'act acts discard a colleague’s changes': acts('discardChanges', 'at-changed'),
    'act acts discard your own changes': own('discardChanges', 'at-changed'),
    'act acts withdraw': acts('withdraw', 'at-published'),
    'act acts kill': acts('kill', 'at-published'),
    'act acts spike a colleague’s piece': acts('spike', 'at-drafting'),
    'act acts spike your own piece': own('spike', 'at-drafting'),
    'act acts unspike': acts('unspike', 'at-spiked'),
    'act acts the timer’s own actions': acts('scheduleFailed', 'at-scheduled', () => ({
      reviewId: 'review.at-scheduled',
      publishAt: inDays(90),
      reasons: [],
    })),
    'act acts share a preview': acts('sharePreview', 'at-drafting', () => ({
      recipient: 'A source',
      expiresAt: inDays(2),
    })),
    'act acts revoke a preview link': acts('revokePreview', 'shared', () => ({linkId: world.link})),
    'act acts remark on a preview': acts('remark', 'shared', () => ({text: 'A remark'})),
    'publish acts an approved article': acts('publish', 'at-approved'),
    'publish acts a correction': acts('publish', 'at-corrected', () => ({
      correction: {type: 'correction', readerNote: 'The date was wrong.'},
    })),
    'publish acts a photo in live articles': acts('amend', 'at-amended-photo', () => ({
      documentId: 'at-amended-photo',
      ifContentHash: desk.hash('at-amended-photo'),
      amendments: {'at-amended': {type: 'minor', readerNote: 'Another caption'}},
    })),
  }
}
