import { integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core'
import type { Door } from '../people/people.ts'

/** Columns that every feature's tables spell alike. Instants are `timestamptz`, in and out as `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
export const workspace = () => text('workspace').notNull()
export const releaseId = () => text('release').notNull()
export const number = () => integer('number').notNull()
export const person = (name: string) => text(name)
export const door = () => text('door').$type<Door>().notNull()
export const json = <T>(name: string) => jsonb(name).$type<T>()
