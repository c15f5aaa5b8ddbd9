// Plain fields of documents that the server writes and people only read.
import {defineField} from 'sanity'

export const stringField = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'string'})

export const momentField = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'datetime'})

export const textField = (name: string, title: string, description: string, rows = 2) =>
  defineField({name, title, description, type: 'text', rows})
