/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run live -- URL: after `occ reseau:demo --create-accounts` on a Nextcloud with Teams and Deck, makes its groups live: a team, a board
// with cards and a folder each, as their facilitators would in a browser. RESEAU_PASSWORD is that of the accounts, RESEAU_ACCOUNTS the file
// with their names, if they are not called like their members.
import { makeLive } from './lib/live.mjs'

const [url] = process.argv.slice(2)
if (!url) {
	console.error('npm run live -- URL')
	process.exit(2)
}
await makeLive(url.replace(/\/$/, ''), { accounts: process.env.RESEAU_ACCOUNTS, print: (line) => console.log(line) })
