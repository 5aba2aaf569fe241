/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refOf } from './cards.mjs'
import { API } from './client.mjs'
import { addRow, findFloor, withFloor } from './speed.mjs'

/** Links of the one thing that is looked around: as many as a thing may have. */
const LINKS = 500
const REQUESTS = 60

/**
 * The neighbourhood of a person with as many links as allowed: people of the network and all groups.
 *
 * `viewer` is the account whose own card it is; its name is also that in the file of members.
 */
export async function links(host, session, viewer, groups, report) {
	const ends = [...groups.map(({ id }) => ({ group: id })), ...Array.from({ length: LINKS }, (_, i) => ({ member: refOf(i) }))].slice(0, LINKS)
	const file = join(tmpdir(), `links-${process.pid}.json`)
	writeFileSync(file, JSON.stringify(ends.map((b) => ({ a: { member: viewer }, relation: 'carries', b, by: viewer }))))
	try {
		await host.occ('reseau:import', file)
	} finally {
		rmSync(file)
	}
	const { id } = await session.api('/members/me')
	const path = `${API}/neighbourhood/member/${id}`
	const { body } = await session.get(path)
	const neighbours = JSON.parse(body).ocs.data.kinds.reduce((sum, { total }) => sum + total, 0)
	report.part('around a thing, p95 in times of the cheapest request')
	const { path: floor } = await findFloor(session)
	const answer = await withFloor(session, floor, Array(REQUESTS).fill(path))
	addRow(report, `${LINKS} links`, { ...answer, note: `, ${neighbours} neighbours, ${body.length} bytes` }, { most: 1.5 })
	addRow(report, 'all the people of them', await withFloor(session, floor, Array(REQUESTS / 3).fill(`${path}?kind=people`)), { most: 2.5 })
}
