import { and, eq } from 'drizzle-orm'
import { holderOf } from '../channels/store.ts'
import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import type { ReleaseRef } from '../feature.ts'
import { noted } from '../operation/acting.ts'
import { products } from '../products/tables.ts'
import type { Call } from '../slack/call.ts'
import type { CommandCall } from '../slack/commands.ts'
import { echoed } from '../slack/kindly.ts'
import { counted } from '../slack/wording.ts'
import { loadAll, loadOfChannel } from './load-store.ts'
import type { Known } from './release.ts'
import { findByKey, inFlight } from './store.ts'

/** A release as it was read, outside any lock: good for answering; `change` decides on a locked one. */
export interface Read extends Known {
  readonly ref: ReleaseRef
}

/** Which release a command means, and the command's words without those that named it. */
export interface Means {
  readonly ref: ReleaseRef
  readonly text: string
}

/** The same, read. */
export type Meant = Means & Read

/** Reads one release with its facts. Null when there is none. */
export async function readRelease(ctx: Ctx, ref: ReleaseRef, actor?: string | null): Promise<Read | null> {
  const [known] = await loadAll(ctx.db, ctx, ref.workspace, [ref.id], actor)
  return known ? asRead(known) : null
}

/** Like `readRelease`, for a release that must be there. @throws Rejection */
export async function theRelease(ctx: Ctx, ref: ReleaseRef, actor?: string | null): Promise<Read> {
  const read = await readRelease(ctx, ref, actor)
  if (!read) throw new Rejection('That release is not there any more.')
  return read
}

/**
 * Finds the release a command means: its key first or last, a product's name when one release of it is in flight, or
 * the channel it was typed in, or the only one in flight. Enough for what goes on to change it, which reads it anyway.
 * @throws Rejection when none or several are meant, with a button for each.
 */
export async function meantRef(call: CommandCall, word: string): Promise<Means> {
  const ofChannel = await releaseOfChannel(call.ctx, call)
  const named = await namedRelease(call, word, ofChannel)
  const ref = named?.ref ?? ofChannel ?? (await onlyOneInFlight(call.ctx, call, word))
  return { ref, text: named?.text ?? call.text.trim() }
}

/** The release a command means, read. @throws Rejection when none or several are meant */
export async function meantRelease(call: CommandCall, word: string): Promise<Meant> {
  const here = call.text.trim() === '' && (await readHere(call))
  if (here) return { ...here, text: '' }
  const { ref, text } = await meantRef(call, word)
  return { ...(await theRelease(call.ctx, ref, call.actor.person)), text }
}

/**
 * The release that the words name, by key or product, first or last. In a release's channel a product's name among
 * other words is part of what somebody says, such as the reason "payments are failing".
 */
export async function namedRelease(call: CommandCall, word: string, here: ReleaseRef | null = null) {
  const text = call.text.trim()
  const [first = ''] = /^\S+/.exec(text) ?? []
  const [last = ''] = /\S+$/.exec(text) ?? []
  const alone = first.length === text.length
  const ends = [
    ...(here ? [] : productAndVersion(text)),
    { said: first, rest: text.slice(first.length).trim() },
    { said: last, rest: text.slice(0, text.length - last.length).trim() },
  ]
  for (const { said, rest } of ends) {
    const name = said.toLowerCase().replace(/[.,]$/, '')
    const ref = name && (await named(call, { name, word, rest, orProduct: alone || !here }))
    if (!ref) continue
    if (here && said !== first && ref.id !== here.id) throw await whichOne(call, { word, name, rest, here })
    return { ref, text: rest }
  }
  for (const { said, rest } of here ? ends.slice(0, 1) : ends) await notThere(call, said, word, rest)
  return null
}

/** `payments 2.4.0`, at either end, may be said for payments-2.4.0; a bare number would be an item's, or a day's. */
const productAndVersion = (text: string) =>
  [/^([a-z][\w-]*)\s+(v?\d+\.\S*)/i, /([a-z][\w-]*)\s+(v?\d+\.\S*)$/i].flatMap((form) => {
    const found = form.exec(text)
    return found ? [{ said: `${found[1]}-${found[2]}`, rest: text.replace(form, '').trim() }] : []
  })

/** What looks like a key and is none must not be taken for a word, or another release would be meant. */
async function notThere({ ctx, actor }: CommandCall, said: string, word: string, rest: string) {
  const name = said.toLowerCase().replace(/[.,]$/, '')
  const product = /^(.+?)-v?\d[^\s]*$/.exec(name)?.[1]
  if (!product || !(await isProduct(ctx, actor.workspace, product))) return
  const open = await inFlight(ctx.db, actor.workspace, product)
  const there =
    open.length > 0
      ? `In flight: ${open.map(({ key }) => key).join(', ')}`
      : `Nothing of ${product} is in flight`
  throw new Rejection(`There is no ${echoed(name)}. ${there}.`, { offers: offersOf(open, word, rest) })
}

async function isProduct({ db }: Ctx, workspace: string, name: string): Promise<boolean> {
  const it = and(eq(products.workspace, workspace), eq(products.name, name))
  return (await db.$count(products, it)) > 0
}

interface Naming {
  readonly name: string
  readonly word: string
  /** The other words. */
  readonly rest: string
}

async function named({ ctx, actor }: CommandCall, naming: Naming & { readonly orProduct: boolean }) {
  // A key is product-version: most words that begin or end a note need not be looked up.
  const byKey = naming.name.includes('-') ? await findByKey(ctx.db, actor.workspace, naming.name) : null
  if (byKey || !naming.orProduct) return byKey
  return oneOf(await inFlight(ctx.db, actor.workspace, naming.name), naming)
}

/** Another release's key behind other words names it, or ends a reason such as "merged into payments-2.5.0". */
async function whichOne(
  { ctx, text }: CommandCall,
  { word, name, rest, here }: Naming & { here: ReleaseRef },
) {
  const { release } = await theRelease(ctx, here)
  return new Rejection(`Do you mean ${name}, or is it part of what you say of ${release.key}?`, {
    offers: [
      { label: release.key, run: `${word} ${release.key} ${text.trim()}` },
      { label: name, run: `${word} ${name} ${rest}` },
    ],
  })
}

/** The release whose channel this is. Its channel stays its own after it closed. */
export const releaseOfChannel = async (
  { db }: Ctx,
  { channel, actor }: Pick<Call, 'channel' | 'actor'>,
): Promise<ReleaseRef | null> => (channel ? holderOf(db, actor.workspace, channel) : null)

/** The same, read. */
async function readHere({ ctx, channel, actor }: CommandCall): Promise<Read | null> {
  const known = channel ? await loadOfChannel(ctx, actor.workspace, channel, actor.person) : null
  return known && asRead(known)
}

/** Notes, for the log, which release is being worked on. */
function asRead(known: Known): Read {
  const { workspace, id, key } = known.release
  noted({ release: key })
  return { ref: { workspace, id }, ...known }
}

async function onlyOneInFlight(ctx: Ctx, call: CommandCall, word: string): Promise<ReleaseRef> {
  const open = await inFlight(ctx.db, call.actor.workspace)
  const ref = oneOf(open, { word, rest: call.text })
  if (!ref) throw new Rejection('No release is in flight. Plan one: /release new payments 2.4.0 tue 16:00')
  return ref
}

function oneOf(
  open: readonly { workspace: string; id: string; key: string }[],
  { name, word, rest }: Omit<Naming, 'name'> & { readonly name?: string },
) {
  const [first, second] = open
  if (!first) return null
  if (!second) return { workspace: first.workspace, id: first.id }
  const which = `${capital(counted(open.length))} releases ${name ? `of ${name} ` : ''}are in flight. Which?`
  throw new Rejection(which, { offers: offersOf(open, word, rest) })
}

const offersOf = (open: readonly { readonly key: string }[], word: string, rest: string) =>
  open.slice(0, 4).map(({ key }) => ({ label: key, run: `${word} ${key} ${rest}`.trim() }))

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
