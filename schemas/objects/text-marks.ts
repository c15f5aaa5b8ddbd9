// What running text may contain everywhere. Word and Google Docs bring more; pasting drops the rest.
import {defineArrayMember} from 'sanity'

export const LISTS = [
  {title: 'Bullets', value: 'bullet'},
  {title: 'Numbers', value: 'number'},
]

export const DECORATORS = [
  {title: 'Strong', value: 'strong'},
  {title: 'Emphasis', value: 'em'},
]

export const ANNOTATIONS = [
  defineArrayMember({type: 'link'}),
  defineArrayMember({type: 'internalLink'}),
]
