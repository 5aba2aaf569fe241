/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Agreed, Showcase, ShowcaseChoice, Shown } from './model.ts'

import { call } from '../api/client.ts'
import { showcaseApi } from './api.ts'

/** Whether there is a showcase. */
export function getShowcase(signal?: AbortSignal): Promise<Showcase> {
	return call(showcaseApi.show, { signal })
}

/** Opens or closes the showcase. */
export function changeShowcase(open: boolean): Promise<Showcase> {
	return call(showcaseApi.change, { body: { open } })
}

/** Whether something is in the showcase. */
export function getChoice(what: Shown, id: number | string, signal?: AbortSignal): Promise<ShowcaseChoice> {
	switch (what) {
		case 'card':
			return call(showcaseApi.card, { path: { id }, signal })
		case 'group':
			return call(showcaseApi.group, { path: { group: id }, signal })
		case 'sheet':
			return call(showcaseApi.sheet, { path: { file: id }, signal })
		case 'notice':
			return call(showcaseApi.notice, { path: { notice: id }, signal })
	}
}

/** Adds something to the showcase or removes it. */
export function choose(what: Shown, id: number | string, shown: boolean, agreed?: Agreed): Promise<ShowcaseChoice> {
	switch (what) {
		case 'card':
			return call(showcaseApi.chooseCard, { path: { id }, body: { shown, ...agreed } })
		case 'group':
			return call(showcaseApi.chooseGroup, { path: { group: id }, body: { shown } })
		case 'sheet':
			return call(showcaseApi.chooseSheet, { path: { file: id }, body: { shown } })
		case 'notice':
			return call(showcaseApi.chooseNotice, { path: { notice: id }, body: { shown, ...agreed } })
	}
}
