/** The pieces of the paper, in the order of the committed file. */
import {alarmAudit} from './articles/alarm-audit.ts'
import {annaBrask} from './articles/anna-brask.ts'
import {boatNames} from './articles/boat-names.ts'
import {cellarInsurance} from './articles/cellar-insurance.ts'
import {containerQuay} from './articles/container-quay.ts'
import {dearNorthShore} from './articles/dear-north-shore.ts'
import {coldStore, schoolBoats} from './articles/drafts.ts'
import {elevenReels} from './articles/eleven-reels.ts'
import {firstSnow} from './articles/first-snow.ts'
import {fourCandidates} from './articles/four-candidates.ts'
import {fourGates} from './articles/four-gates.ts'
import {fourVotes} from './articles/four-votes.ts'
import {frameByFrame} from './articles/frame-by-frame.ts'
import {harbourSeal} from './articles/harbour-seal.ts'
import {kelpHarvest} from './articles/kelp-harvest.ts'
import {lateKey} from './articles/late-key.ts'
import {leaveTheRopewalk} from './articles/leave-the-ropewalk.ts'
import {letItClose} from './articles/let-it-close.ts'
import {lowerField} from './articles/lower-field.ts'
import {moorDitches} from './articles/moor-ditches.ts'
import {myMothersForm} from './articles/my-mothers-form.ts'
import {navigationSchool} from './articles/navigation-school.ts'
import {nightFerry} from './articles/night-ferry.ts'
import {nightRents} from './articles/night-rents.ts'
import {notAShop} from './articles/not-a-shop.ts'
import {ombudsman} from './articles/ombudsman.ts'
import {openPictures} from './articles/open-pictures.ts'
import {ostreySeat} from './articles/ostrey-seat.ts'
import {pactDebate} from './articles/pact-debate.ts'
import {saltYear} from './articles/salt-year.ts'
import {skerryGauge} from './articles/skerry-gauge.ts'
import {skerryRace} from './articles/skerry-race.ts'
import {snowReservoir} from './articles/snow-reservoir.ts'
import {soundPact} from './articles/sound-pact.ts'
import {tideBarrier} from './articles/tide-barrier.ts'
import {tideMarks} from './articles/tide-marks.ts'
import {tideTable} from './articles/tide-table.ts'
import {twoSessions} from './articles/two-sessions.ts'
import {waitingHall} from './articles/waiting-hall.ts'
import {weeklyCatch} from './articles/weekly-catch.ts'
import {whoMayClose} from './articles/who-may-close.ts'
import {woolPrice} from './articles/wool-price.ts'
import type {Piece} from './piece.ts'

export const publishedPieces: Piece[] = [
  tideBarrier,
  soundPact,
  nightFerry,
  snowReservoir,
  woolPrice,
  ombudsman,
  openPictures,
  lowerField,
  frameByFrame,
  twoSessions,
  tideMarks,
  fourVotes,
  lateKey,
  skerryGauge,
  tideTable,
  waitingHall,
  fourGates,
  whoMayClose,
  fourCandidates,
  ostreySeat,
  containerQuay,
  kelpHarvest,
  nightRents,
  weeklyCatch,
  moorDitches,
  navigationSchool,
  boatNames,
  saltYear,
  skerryRace,
  letItClose,
  dearNorthShore,
  notAShop,
  leaveTheRopewalk,
  myMothersForm,
]

/** What becomes of the last seven at the first start: `server/operations/seed/demonstration-actions.ts`. */
export const draftPieces: Piece[] = [
  coldStore,
  schoolBoats,
  cellarInsurance,
  pactDebate,
  annaBrask,
  firstSnow,
  elevenReels,
  alarmAudit,
  harbourSeal,
]
