/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { libraryApi } from '../../src/library/api.ts'
import { memberApi } from '../../src/member/api.ts'
import { noticeApi } from '../../src/notice/api.ts'
import { settingsApi } from '../../src/settings/api.ts'
import { showcaseApi } from '../../src/showcase/api.ts'
import { SHOWCASE_LIMITS } from '../../src/showcase/model.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, tried } from './account.ts'

const admin = account(process.env.RESEAU_ADMIN ?? 'admin')
/** Facilitates the network. */
const romain = account('romain-vielfaure')
const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')

const PASSWORD = process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'
const AGREED = { shown: true, date: '2026-01-20', how: 'Au marché' }

async function allow(showcase: boolean): Promise<void> {
	const { settings } = await admin.answers(settingsApi.network)
	await admin.answers(settingsApi.changeNetwork, { body: { showcase, was: { showcase: settings.showcase } } })
}

/** A page as anyone reads it. */
const page = (path: string) => fetch(`${process.env.RESEAU_URL}/index.php/apps/reseau/public${path}`)

beforeAll(() => allow(true))

afterAll(async () => {
	await romain.answers(showcaseApi.change, { body: { open: false } })
	await allow(false)
	const untried = Object.values(showcaseApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	expect(untried.map(({ path }) => path)).toEqual([])
	const named = Object.values(showcaseApi).flatMap(({ errors }) => errors as readonly string[])
	expect(named.filter((reason) => !tried.reasons.has(reason))).toEqual([])
})

it('is opened and closed by the facilitators while an administrator allows it', async () => {
	await maelle.refuses(showcaseApi.change, { body: { open: true } }, 403, 'not_yours')
	await romain.refuses(showcaseApi.change, { body: { open: 'perhaps' } }, 400, 'wrong_type')
	await allow(false)
	await romain.refuses(showcaseApi.change, { body: { open: true } }, 422, 'showcase_off')
	await allow(true)
	expect((await romain.answers(showcaseApi.change, { body: { open: true } })).open).toBe(true)
	expect(await maelle.answers(showcaseApi.show)).toMatchObject({ allowed: true, open: true, indexed: false, can: { open: false } })
	expect((await page('')).status).toBe(200)
})

it('shows a kept card once its person agreed, and no longer right after that', async () => {
	const { id, version } = await maelle.answers(memberApi.create, { body: { name: 'Personne Éphémère' } })
	const path = { id }
	await maelle.refuses(showcaseApi.chooseCard, { path, body: AGREED }, 422, 'card_hidden')
	await maelle.answers(memberApi.recordConsent, { path, body: { date: '2026-01-15', how: 'De vive voix' } })
	await maelle.answers(memberApi.setStatus, { path, body: { status: 'published', version: version! } })
	const refused: [object, string][] = [
		[{ date: 'hier' }, 'bad_date'],
		[{ how: '' }, 'how_missing'],
		[{ how: 'a\u0000' }, 'bad_text'],
		[{ how: 'x'.repeat(SHOWCASE_LIMITS.how + 1) }, 'too_long'],
		[{ shown: 'perhaps' }, 'wrong_type'],
	]
	for (const [wrong, reason] of refused) {
		await maelle.refuses(showcaseApi.chooseCard, { path, body: { ...AGREED, ...wrong } }, 400, reason)
	}
	await bastian.refuses(showcaseApi.card, { path }, 403, 'not_yours')
	expect((await maelle.answers(showcaseApi.chooseCard, { path, body: AGREED })).address).toMatch(new RegExp(`/public/people/${id}$`))
	expect(await (await page(`/people/${id}`)).text()).toContain('Personne Éphémère')
	expect(await maelle.answers(showcaseApi.chooseCard, { path, body: { shown: false } })).toMatchObject({ shown: false, address: null })
	expect((await page(`/people/${id}`)).status).toBe(404)
	await maelle.refuses(showcaseApi.chooseCard, { path, body: AGREED }, 422, 'withdrawn_since')
	expect((await maelle.answers(showcaseApi.card, { path })).shown).toBe(false)
	await maelle.answers(memberApi.delete, { path })
})

it('shows a group for its facilitators', async () => {
	const { id, version } = await maelle.answers(groupApi.create, { body: { title: 'Groupe éphémère', purpose: 'Passer' } })
	const path = { group: id }
	await bastian.refuses(showcaseApi.chooseGroup, { path, body: { shown: true } }, 403, 'not_yours')
	await maelle.refuses(showcaseApi.chooseGroup, { path, body: { shown: true } }, 422, 'group_not_running')
	await maelle.refuses(showcaseApi.chooseGroup, { path, body: {} }, 400, 'wrong_type')
	await maelle.refuses(showcaseApi.group, { path: { group: 999_999 } }, 404, 'not_found')
	expect((await bastian.answers(showcaseApi.group, { path })).can.choose).toBe(false)
	expect((await maelle.answers(showcaseApi.chooseGroup, { path, body: { shown: false } })).shown).toBe(false)
	const closed = await maelle.answers(groupApi.edit, { path, body: { join: 'private', version: version! } })
	await maelle.answers(groupApi.takeLease, { path, body: { runner: 'a' } })
	await maelle.answers(groupApi.saveMaking, { path, body: { runner: 'a', step: 'done' } })
	await maelle.refuses(showcaseApi.chooseGroup, { path, body: { shown: true } }, 422, 'group_private')
	await maelle.answers(groupApi.setStatus, { path, body: { status: 'closed', version: closed.version! } })
	await maelle.answers(groupApi.delete, { path })
})

it('shows an open notice for its author', async () => {
	const notice = async (words: object) => (await maelle.answers(noticeApi.create, { body: { kind: 'offer', title: 'Un alambic éphémère', key: randomUUID(), ...words } })).id
	const path = { notice: await notice({}) }
	await bastian.refuses(showcaseApi.chooseNotice, { path, body: { shown: true } }, 403, 'not_yours')
	expect((await bastian.answers(showcaseApi.notice, { path })).can.choose).toBe(false)
	expect((await maelle.answers(showcaseApi.chooseNotice, { path, body: { shown: true } })).address).toMatch(new RegExp(`/public/notices/${path.notice}$`))
	expect(await (await page(`/notices/${path.notice}`)).text()).toContain('Un alambic éphémère')
	expect((await maelle.answers(showcaseApi.show)).notices).toContainEqual({ id: path.notice, title: 'Un alambic éphémère' })
	expect((await romain.answers(showcaseApi.chooseNotice, { path, body: { shown: false } })).shown).toBe(false)
	expect((await page(`/notices/${path.notice}`)).status).toBe(404)
	await maelle.answers(noticeApi.end, { path })
	await maelle.refuses(showcaseApi.chooseNotice, { path, body: { shown: true } }, 422, 'notice_closed')
	await maelle.answers(noticeApi.delete, { path })

	const { id: group, version } = await maelle.answers(groupApi.create, { body: { title: 'Autre groupe éphémère', purpose: 'Passer' } })
	const ofGroup = { notice: await notice({ groupId: group, audience: 'group' }) }
	await maelle.refuses(showcaseApi.chooseNotice, { path: ofGroup, body: { shown: true } }, 422, 'for_one_group')
	await maelle.answers(noticeApi.delete, { path: ofGroup })
	await maelle.answers(groupApi.setStatus, { path: { group }, body: { status: 'closed', version: version! } })
	await maelle.answers(groupApi.delete, { path: { group } })
})

it('shows a published sheet for its author', async () => {
	const root = (await romain.answers(libraryApi.get)).root!.path
	const url = `${process.env.RESEAU_URL}/remote.php/dav/files/${encodeURIComponent(accountOf('romain-vielfaure'))}${root.split('/').map(encodeURIComponent).join('/')}/vitrine.md`
	const headers = { 'OCS-APIRequest': 'true', Authorization: `Basic ${Buffer.from(`${accountOf('romain-vielfaure')}:${PASSWORD}`).toString('base64')}` }
	const response = await fetch(url, { method: 'PUT', body: 'Un texte.', headers })
	const path = { file: String(Number.parseInt(response.headers.get('oc-fileid')!, 10)) }
	const { version } = await romain.answers(libraryApi.write, { path, body: { version: 0, kind: 'method', title: 'Le banc éphémère' } })
	await romain.refuses(showcaseApi.chooseSheet, { path, body: { shown: true } }, 422, 'not_published')
	const published = await romain.answers(libraryApi.setStatus, { path, body: { version: version!, status: 'published' } })
	const kept = await romain.answers(libraryApi.write, { path, body: { version: published.version!, licence: 'network' } })
	await romain.refuses(showcaseApi.chooseSheet, { path, body: { shown: true } }, 422, 'for_members_only')
	await romain.answers(libraryApi.write, { path, body: { version: kept.version!, licence: 'cc0-1.0' } })
	await romain.answers(showcaseApi.chooseSheet, { path, body: { shown: true } })
	expect((await romain.answers(showcaseApi.sheet, { path })).shown).toBe(true)
	expect(await (await page(`/stories/${path.file}`)).text()).toContain('Le banc éphémère')
	await romain.answers(showcaseApi.chooseSheet, { path, body: { shown: false } })
	expect((await page(`/stories/${path.file}`)).status).toBe(404)
	await fetch(url, { method: 'DELETE', headers })
})
