// A front as the site shows it: containers of stories, finished. Nothing is filled up or taken out after this.
import type {Layout} from '../../model/fronts.ts'
import type {CardPiece} from '../piece.ts'

export interface FrontView {
  containers: FrontContainerView[]
}

export interface FrontContainerView {
  _key: string
  /** `null`: no heading is shown. */
  title: string | null
  layout: Layout
  /** Where the heading leads. */
  link: {_type: 'section' | 'topic' | 'series'; slug: string} | null
  /** Of the section that it stands for. */
  hue?: string | null
  /** Filled up, without doubles, with the words of the front. */
  stories: FrontStory[]
}

/** A side story of a package: a link beside the main story. */
export type SideStory = Pick<CardPiece, '_id' | '_type' | 'headline' | 'slug' | 'language'>

export interface FrontStory extends CardPiece {
  _key?: string
  /** The side stories of a package. */
  sides?: readonly SideStory[] | null
}
