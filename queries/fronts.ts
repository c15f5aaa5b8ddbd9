// Fronts: what editors have placed by hand, and what fills up the places that are left.
import {defineQuery} from 'groq'
import {
  FRONT_PACKAGE_FRAGMENT,
  NEWEST_FIRST,
  OFF_FRONTS,
  PHOTO_FRAGMENT,
  PIECE_CARD_FRAGMENT,
  PORTRAIT_FRAGMENT,
} from './fragments.ts'
import {IS_NEWS, IS_PIECE, PIECE_SECTION_ID} from './piece-parts.ts'

/** A piece that a rule may put on a front. */
const CAN_FILL = /* groq */ `${IS_NEWS} && defined(slug.current) && !(_id in ${OFF_FRONTS})`

/**
 * A front as its editors left it: `front-home`, or `front-section-<id>` of a section; `null` where there
 * is none. `finishFront` makes the front that readers see of it: filled up, no story twice, with the
 * words and pictures that are meant for the front. `cards` are the pieces that readers can open, each
 * once; the other fields have their ids. The newest 40, and 12 of each section, topic or series, are
 * enough unless many containers ask for the same stories. Parameter `id`. Used by the site’s fronts.
 */
export const FRONT_QUERY = defineQuery(`
  *[_type == "front" && _id == $id][0]{
    _id,
    containers,
    "placed": containers[].slots[].piece._ref
  }{
    _id,
    "newest": select("newest" in containers[].fill.from =>
      *[${CAN_FILL} && !(_id in ^.placed)] | ${NEWEST_FIRST} [0...40]._id),
    "containers": containers[]{
      _key,
      title,
      layout,
      count,
      "from": fill.from,
      "hue": select(fill.from == "section" => fill.section->hue),
      "link": select(
        fill.from == "section" => fill.section->{_type, title, "slug": slug.current},
        fill.from == "topic" => fill.topic->{_type, title, "slug": slug.current},
        fill.from == "series" => fill.series->{_type, title, "slug": slug.current}
      ),
      "slots": slots[]{
        _key,
        "piece": piece._ref,
        headline,
        kicker,
        dek,
        picture{"asset": asset._ref, crop, hotspot, photo->{${PHOTO_FRAGMENT}}}
      },
      "stories": select(
        fill.from == "section" =>
          *[${CAN_FILL} && !(_id in ^.^.placed) && ${PIECE_SECTION_ID} == ^.fill.section._ref]
            | ${NEWEST_FIRST} [0...12]._id,
        fill.from == "topic" =>
          *[${CAN_FILL} && !(_id in ^.^.placed) && ^.fill.topic._ref in topics[]._ref]
            | ${NEWEST_FIRST} [0...12]._id,
        fill.from == "series" =>
          *[${CAN_FILL} && !(_id in ^.^.placed) && _id in ^.fill.series->parts[]._ref]
            | ${NEWEST_FIRST} [0...12]._id
      )
    }
  }{
    ...,
    "ids": [...newest, ...containers[].slots[].piece, ...containers[].stories[]]
  }{
    ...,
    "cards": *[_id in ^.ids && ${IS_PIECE} && defined(slug.current) && !(_id in ${OFF_FRONTS})]{
      ${PIECE_CARD_FRAGMENT},
      ${PORTRAIT_FRAGMENT}
    },
    "packages": *[_type == "storyPackage" && main._ref in ^.ids]{${FRONT_PACKAGE_FRAGMENT}}
  }
`)
